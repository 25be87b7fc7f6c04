import type { FrameworkEntry } from '../../server/contract/frameworks.ts';
import type { Kind } from '../../triads/framework/framework.ts';
import { worded } from '../parts/words.ts';

export const kindWords: Record<Kind, string> = {
  triad: 'Triad',
  dyad: 'Dyad',
  stones: 'Stones',
  choice: 'Choice',
  text: 'Text question',
};

export const frameworkName = ({ title, key }: FrameworkEntry) => worded(title) || key;

/** The name of a language in English, or its tag where it has none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
/** "3 May, 14:05" */
export const whenWords = (iso: string): string => moment.format(new Date(iso));
/** "3 May 2026" */
export const dayWords = (iso: string): string => day.format(new Date(iso));

const longest = 32;

/** A key made of a title: short, plain, of whole words and none of those taken. Without a plain letter in it, it is made of `otherwise`. */
export function keyFrom(title: string, taken: readonly string[] = [], otherwise = 'question'): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .replace(/-+$/, '');
  const whole = plain.length > longest ? plain.slice(0, longest + 1).replace(/-[^-]*$/, '') : plain;
  const first = whole.slice(0, longest) || otherwise;
  let key = first;
  for (let number = 2; taken.includes(key); number += 1) key = `${first}-${number}`;
  return key;
}
