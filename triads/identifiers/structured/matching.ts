import type { Identifier } from '../identifier.ts';

type Read = Pick<Identifier, 'kind' | 'neutral' | 'certainty'> & { from?: number | undefined; to?: number | undefined };

/**
 * What a pattern finds and a reading accepts.
 * @param read what a match is, with the part of it meant (offsets within the match) where that is not the whole; null when it is none
 */
export function* matching(text: string, pattern: RegExp, read: (match: RegExpExecArray) => Read | null): Generator<Identifier> {
  for (const match of text.matchAll(pattern)) {
    const found = read(match);
    if (!found) continue;
    const { from = 0, to = match[0].length, ...identifier } = found;
    yield { start: match.index + from, end: match.index + to, ...identifier };
  }
}
