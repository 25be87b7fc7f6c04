import type { Submission } from '../../../triads/answers/submission.ts';
import { Problem, request } from '../../api.ts';

/** A finished story on its way. Once made it never changes, so that every repeat is the same story under the same key. */
export interface Parcel {
  slug: string;
  key: string;
  linkKey?: string | undefined;
  body: Submission;
}

export const linkKeyHeader = (linkKey: string | undefined): Record<string, string> => (linkKey ? { 'collection-key': linkKey } : {});

/** A network that takes this long to answer has lost the question. */
const patience = 60_000;

/**
 * Sends a parcel once.
 * @returns `stored`, the problem where it certainly was not taken, or `unheard` where it may or may not have arrived
 */
export async function post({ slug, key, linkKey, body }: Parcel): Promise<'stored' | 'unheard' | Problem> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  try {
    const path = `/api/v1/collections/${encodeURIComponent(slug)}/stories`;
    const headers = { 'idempotency-key': key, ...linkKeyHeader(linkKey) };
    const answer = await request<{ stored?: true } | undefined>('POST', path, body, { headers, signal: waiting.signal });
    return answer?.stored === true ? 'stored' : 'unheard';
  } catch (error) {
    return error instanceof Problem && isFinal(error) ? error : 'unheard';
  } finally {
    clearTimeout(timer);
  }
}

/** Whether asking again cannot help. Anything else (busy, restarting, a guest network's own page) may be the network's doing. */
export function isFinal({ isOurs, status }: Problem): boolean {
  return isOurs && status < 500 && status !== 429;
}
