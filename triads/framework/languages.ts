import type { Document, Localised } from './framework.ts';
import { mapTexts, textsOf } from './texts.ts';

const isWritten = (text: string | undefined) => text !== undefined && text.trim() !== '';

/** Whether two tags are of one language, as `en` and `en-GB` are. */
export function areRelated(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

/** A text in the languages asked for, each from itself or from a related one; languages in which it is not known are left out. */
export function textsIn(texts: Localised, languages: readonly string[]): Localised {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const known = language in texts ? language : Object.keys(texts).find((tag) => areRelated(tag, language));
      return known === undefined ? [] : [[language, texts[known] ?? '']];
    }),
  );
}

/** The paths of texts still to be written in a language, in the order of the document. A signifier's hint may stay unwritten in all languages. */
export function unwrittenIn(document: Document, language: string): string[] {
  return [...textsOf(document)].flatMap(({ path, texts }) => {
    const isWanted = !/^signifiers\.\d+\.hint$/.test(path) || Object.values(texts).some(isWritten);
    return isWanted && !isWritten(texts[language]) ? [path] : [];
  });
}

/** How many texts of a document are written in a language. */
export function writtenIn(document: Document, language: string): number {
  return [...textsOf(document)].filter(({ texts }) => isWritten(texts[language])).length;
}

/** A document without a language and all its texts in it. */
export function withoutLanguage<Whole extends Document>(document: Whole, language: string): Whole {
  const { languages, ...rest } = mapTexts(document, ({ [language]: _, ...others }) => others);
  return { ...rest, languages: document.languages.filter((tag) => tag !== language) } as Whole;
}
