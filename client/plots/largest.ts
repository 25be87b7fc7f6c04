import { listed } from '../parts/words.ts';

/** A part that can be the largest: its name as a sentence says it, and how many it holds. */
interface Sized {
  words: string;
  count: number;
}

interface Said {
  /** What goes before the name of the largest, and before the names of several: "the largest group says". */
  one: string;
  several: string;
  /** What parts are called where they are too many to be named: "answers". */
  what: string;
  /** What a count is of them all: "37 in 100". */
  share: (count: number) => string;
}

/** More parts of one size than this are counted and not named. */
const mostNamed = 3;

/**
 * The largest parts and the next largest, in words. Parts of one size stand together, so that none is said to come before its like.
 * @returns empty where no part holds anything
 */
export function largestInWords(parts: readonly Sized[], { one, several, what, share }: Said): string {
  const sizes = [...new Set(parts.map(({ count }) => count))].filter((count) => count > 0).sort((a, b) => b - a);
  const [first, next] = sizes.map((count) => {
    const names = parts.flatMap((part) => (part.count === count ? [part.words] : []));
    const isMany = names.length > mostNamed;
    return { isOne: names.length === 1, isMany, names: isMany ? `${names.length} ${what}` : listed(names), share: share(count) };
  });
  if (!first) return '';
  const each = ({ isOne, share }: typeof first) => (isOne ? share : `${share} each`);
  const lead = first.isMany ? `${first.names} lead alike` : `${first.isOne ? one : several} ${first.names}`;
  return `${lead}: ${each(first)}${next ? `; then ${next.names}: ${each(next)}` : ''}`;
}
