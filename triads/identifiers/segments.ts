import type { Identifier } from './identifier.ts';

/** A stretch of a text; one that is a find, or the words that stand for it, says which. */
export interface Segment {
  words: string;
  /** Index of the find. */
  find?: number;
}

/**
 * A text cut at its finds, each as it was written or with other words in its place. Joined, they are the text as it then reads:
 * a sentence still begins with a capital letter, and where nothing stands in the place of a name its comma goes too.
 * @param finds in order and apart, as `findIdentifiers` gives them
 * @param insteadOf the words in the place of a find, '' for none; undefined where it stays
 */
export function segmentsOf(
  text: string,
  finds: readonly Pick<Identifier, 'start' | 'end'>[],
  insteadOf: (index: number) => string | undefined,
): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [index, { start, end }] of finds.entries()) {
    const words = insteadOf(index);
    const before = text.slice(at, start);
    at = end;
    if (words === '') {
      const kept = before.replace(/,?[ \u00a0]{1,2}$/, '');
      if (before.slice(kept.length).startsWith(',') && text[end] === ',') at += 1;
      segments.push({ words: kept }, { words: '', find: index });
    } else {
      segments.push({ words: before }, { words: words === undefined ? text.slice(start, end) : fitting(words, text, start), find: index });
    }
  }
  segments.push({ words: text.slice(at) });
  return segments;
}

/** Words with the capital letter that the place asks for. */
function fitting(words: string, text: string, start: number): string {
  const opens = /(?:^|[.!?…\n])[\s"“‘(]{0,4}$/u.test(text.slice(Math.max(0, start - 6), start));
  const isSmall = /^\p{Ll}/u.test(text.slice(start, start + 2));
  return opens && !isSmall ? words.charAt(0).toLocaleUpperCase() + words.slice(1) : words;
}
