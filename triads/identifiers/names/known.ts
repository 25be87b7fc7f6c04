import { givenNames } from '../lists/given-names.ts';
import { plainWords } from '../lists/plain-words.ts';
import { surnames } from '../lists/surnames.ts';
import { wordNames } from '../lists/word-names.ts';
import type { Word } from '../words.ts';

const isIn = (list: ReadonlySet<string>) => (word: Word) =>
  list.has(word.plain) || (word.plain.includes('-') && word.plain.split('-').some((part) => part.length > 2 && list.has(part)));

/** A given name that is no word of English. */
export const isGivenName = isIn(givenNames);
/** A given name that may be a word instead. */
export const isWordName = ({ plain }: Word): boolean => wordNames.has(plain);

const isListedSurname = isIn(surnames);
/** A surname that is no word of English: listed, or with a beginning that only surnames have. */
export function isSurname(word: Word): boolean {
  return isListedSurname(word) || (word.isCapital && /^(?:[OÓD]['’]\p{Lu}|Mc\p{Lu}|Mac\p{Lu}|Fitz\p{L}{4})/u.test(word.text));
}

/** A word that identifies nobody, however it is written. */
export function isPlain(word: Word): boolean {
  return (
    plainWords.has(word.plain) ||
    plainWords.has(word.text.toLowerCase()) ||
    (word.plain.endsWith('s') && plainWords.has(word.plain.slice(0, -1)))
  );
}

/** Capital letters that stand for an organisation or a test rather than for a name that was typed loudly. */
export const isAcronym = (word: Word): boolean => word.isUpper && !isGivenName(word) && !isListedSurname(word);
