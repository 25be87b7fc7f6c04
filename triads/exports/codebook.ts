import type { Localised } from '../framework/framework.ts';
import { localise } from '../framework/localise.ts';
import type { Field } from './field.ts';
import { missingCodes } from './states.ts';

/** A small table of texts, its headings first. */
export type Sheet = string[][];

const inEach = (texts: Localised, languages: readonly string[]) => languages.map((language) => localise(texts, language));

/** What each field is: its name, type, unit, label in each language, values, and where to look why it is empty. */
export function codebookSheet(fields: readonly Field[], languages: readonly string[]): Sheet {
  const heading = ['field', 'type', 'unit', ...languages.map((language) => `label ${language}`), 'values', 'why empty', 'missing codes'];
  const rows = fields.map((field) => [
    field.name,
    field.type,
    field.unit ?? '',
    ...inEach(field.label, languages),
    field.values.map(({ key }) => key).join('; '),
    field.state ?? '',
    missingCodes(field)
      .map(({ key }) => key)
      .join('; '),
  ]);
  return [heading, ...rows];
}

/** What each value of a category means, in each language. */
export function labelsSheet(fields: readonly Field[], languages: readonly string[]): Sheet {
  const rows = fields.flatMap(({ name, values }) => values.map(({ key, label }) => [name, key, ...inEach(label, languages)]));
  return [['field', 'value', ...languages.map((language) => `label ${language}`)], ...rows];
}
