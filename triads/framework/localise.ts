import type { Localised } from './framework.ts';

/**
 * The text in the language asked for, else in a language with the same primary tag, else the first there is.
 * @param texts a text by BCP 47 tag, never empty in a checked framework
 * @param language the tag asked for, such as `en-GB`
 */
export function localise(texts: Localised, language: string): string {
  const primary = language.split('-')[0];
  return texts[language] ?? Object.entries(texts).find(([tag]) => tag.split('-')[0] === primary)?.[1] ?? Object.values(texts)[0] ?? '';
}
