import type { Localised } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';

/** A text of a framework in the language of this page. */
export function worded(texts: Localised): string {
  return localise(texts, document.documentElement.lang);
}

const number = new Intl.NumberFormat('en-GB');

/** "1,204". */
export const numeral = (count: number) => number.format(count);

/** "1 story", "1,204 stories". */
export function counted(count: number, one: string, many: string): string {
  return `${numeral(count)} ${count === 1 ? one : many}`;
}

export const storiesOf = (count: number) => counted(count, 'story', 'stories');

/** "a", "a and b", "a, b and c". */
export const listed = (words: string[]) => new Intl.ListFormat('en-GB').format(words);
/** "a", "a or b", "a, b or c". */
export const either = (words: string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
