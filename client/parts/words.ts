import type { Framework, Localised } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import { regionQuestion } from '../../triads/framework/region.ts';

/** A text of a framework in the language of this page. */
export function worded(texts: Localised): string {
  return localise(texts, document.documentElement.lang);
}

/** The name of a region by its key: the option of the region question. */
export function regionName(asking: Pick<Framework, 'signifiers'>, key: string): string {
  const label = regionQuestion(asking)?.options.find((option) => option.key === key)?.label;
  return label ? worded(label) : key;
}

/** "2022-W08" as "week 8 of 2022". */
export function weekInWords(week: string): string {
  const [year, number] = week.split('-W');
  return number ? `week ${Number(number)} of ${year}` : week;
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
