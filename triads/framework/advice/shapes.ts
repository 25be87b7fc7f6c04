import { wordsOf } from './reading-age.ts';

/** What kind of phrase an English label is. */
export type Shape = 'thing' | 'doing' | 'to do' | 'quality' | 'sentence';

const things = new Set(
  `something anything nothing everything thing things meeting meetings building buildings feeling feelings training learning funding
  planning housing nursing morning evening teaching farming wellbeing setting settings understanding evening spring string king ring`.split(
    /\s+/,
  ),
);
const subjects = new Set(['i', 'we', 'they', 'he', 'she', 'it', 'you', 'nobody', 'everybody', 'somebody', 'everyone', 'someone']);

/** By its first word and its endings: a heuristic, which advises and never refuses. Indirect questions name a thing, too. */
export function shapeOf(label: string): Shape {
  const words = wordsOf(label).map((word) => word.toLowerCase());
  const [first = '', second] = words;
  if (first === 'to' && second !== undefined) return 'to do';
  if (subjects.has(first) && words.length > 2) return 'sentence';
  if (first.endsWith('ing') && first.length > 4 && !things.has(first)) return 'doing';
  if (words.length === 1 && /(?:ful|ous|able|ible|less|ical|ish)$/.test(first)) return 'quality';
  return 'thing';
}

export const isNegative = (label: string) => wordsOf(label).some((word) => /^(?:not|no|never|none|nobody|without)$|n[’']t$/i.test(word));

/** Whether one label is so much longer than another that it draws the eye. */
export function isUneven(labels: readonly string[]): boolean {
  const lengths = labels.map((label) => wordsOf(label).length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return most >= 3 * least && most - least >= 4;
}
