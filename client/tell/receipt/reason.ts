import { Problem } from '../../api.ts';
import { say } from '../wording.ts';

/** Why the receipt could not be used, in words. An unknown code and a story taken back read the same. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Problem)) return say.receipt.unreachable;
  return error.status === 404 ? say.receipt.notFound : (error.detail ?? error.title);
}
