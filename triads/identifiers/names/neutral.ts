import type { Neutral } from '../identifier.ts';
import type { Word } from '../words.ts';
import { patientWords, staffTitles, staffWords } from './cues.ts';

const determiners = new Set(['my', 'our', 'the', 'his', 'her', 'their', 'your', 'a', 'an', 'another', 'new']);

/**
 * The neutral words for somebody whose name begins at a word: what the title or the words around say, else "someone".
 * Of "my manager, Kate," nothing need be left but "my manager"; "her name was" is followed by "not given".
 * @param title the title within the name, if there is one
 */
export function neutralFor(words: readonly Word[], from: number, to: number, title: string | undefined): Neutral {
  if (title && staffTitles.has(title)) return 'colleague';
  if (!title && startOfNaming(words, from) < from) return 'nothing';
  const before = words[from - 1];
  const first = words[from];
  if (!title && before && first && isRole(before) && /^,? $/.test(first.gap) && determined(words, from - 1)) return 'nothing';
  if (/^(?:is|was)$/.test(before?.plain ?? '') && words[from - 2]?.plain === 'name') return 'notGiven';
  const around = sentenceAround(words, from, to);
  const isStaff = around.some(({ plain }) => staffWords.has(plain));
  const isPatient = around.some(({ plain }) => patientWords.has(plain));
  if (isStaff === isPatient) return 'someone';
  return isStaff ? 'colleague' : 'patient';
}

/** Where a name begins that is only said to be one: of "a man called Derek", "a man" is enough. */
export function startOfNaming(words: readonly Word[], from: number): number {
  const role = words[from - 2];
  const isNaming = /^(?:called|named)$/.test(words[from - 1]?.plain ?? '') && words[from]?.gap === ' ' && words[from - 1]?.gap === ' ';
  return isNaming && role && isRole(role) ? from - 1 : from;
}

const isRole = (word: Word) =>
  !word.isCapital &&
  (staffWords.has(word.plain) ||
    patientWords.has(word.plain) ||
    /^(?:friend|boss|man|woman|lady|child|person|someone|somebody)$/.test(word.plain));

const determined = (words: readonly Word[], role: number) =>
  [1, 2, 3].some(
    (back) => determiners.has(words[role - back]?.plain ?? '') && words.slice(role - back + 1, role + 1).every(({ gap }) => gap === ' '),
  );

function sentenceAround(words: readonly Word[], from: number, to: number): Word[] {
  const around: Word[] = [];
  for (let at = from - 1; at >= Math.max(0, from - 5) && !words[at + 1]?.opens; at -= 1) around.push(words[at] as Word);
  for (let at = to; at < Math.min(words.length, to + 5) && !words[at]?.opens; at += 1) around.push(words[at] as Word);
  return around;
}
