import type { CommentKind, DraftLink } from '../../../server/contract/codesign.ts';
import { signifierPage } from '../../../triads/framework/pages.ts';

export const kindWords: Record<CommentKind, string> = { unclear: 'Unclear', 'not-for-me': 'Not for me', words: 'Remark' };

/** The form's pages that a piece of the editor is about, by its path. */
const pages: Record<string, string[]> = { notices: ['start'], prompt: ['story'], consent: ['reading', 'sharing', 'check'] };

/** @param key of the signifier, where the piece is one */
export const pagesOf = (path: string, key: string | undefined): string[] => (key ? [signifierPage(key)] : (pages[path] ?? []));

/** Pages of the form that are no question, in its order, with what they are called. */
export const plainPages = [
  { page: 'start', words: 'First page' },
  { page: 'story', words: 'The story' },
];
export const lastPages = [
  { page: 'reading', words: 'Consent' },
  { page: 'sharing', words: 'Sharing' },
  { page: 'check', words: 'Check your answers' },
];

/** "850 ms" is nothing that anybody reads: "1 s", "45 s", "2 min 5 s". */
export function timeWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest ? `${Math.floor(seconds / 60)} min ${rest} s` : `${seconds / 60} min`;
}

export const isInUse = ({ revoked, ends }: DraftLink): boolean => !revoked && new Date(ends) > new Date();
