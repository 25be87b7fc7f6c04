import type { Reason } from '../../contract/exports.ts';

/** Why stories are left out, as a file says it. */
export const reasonInWords: Record<Reason, string> = {
  'awaiting-release': 'agreed to, but not released by a reviewer',
  'not-in-view': 'not among those that the saved view chooses',
};
