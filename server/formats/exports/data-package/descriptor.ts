import { codebookSheet, labelsSheet, type Sheet } from '../../../../triads/exports/codebook.ts';
import type { Field, FieldType } from '../../../../triads/exports/field.ts';
import { missingCodes } from '../../../../triads/exports/states.ts';
import { localise } from '../../../../triads/framework/localise.ts';
import type { Contents } from '../format.ts';
import type { PatternFile } from './patterns.ts';

/** Where the tables of a package lie in it. */
export const paths = { stories: 'data/stories.csv', codebook: 'codebook.csv', labels: 'labels.csv' };

const profile = (name: string) => `https://datapackage.org/profiles/2.0/${name}.json`;
const types: Record<FieldType, string> = { text: 'string', category: 'string', flag: 'boolean', number: 'number' };

/**
 * `datapackage.json` by Data Package 2.0.
 * @see https://datapackage.org/standard/data-package/
 * @param stories of the file with the stories, its bytes and hash
 * @param patterns the files of patterns; none in a package for the study team
 */
export function descriptor(contents: Contents, stories: { bytes: number; hash: string }, patterns: readonly PatternFile[]): object {
  const { fields, languages, provenance, frameworks } = contents;
  const [language = 'en-GB'] = languages;
  const { collection, number, made, purpose } = provenance;
  return {
    $schema: profile('datapackage'),
    name: `${collection.slug}-${number.toLowerCase()}`,
    id: number,
    title: collection.title,
    description: `Stories and what their participants say they mean. Purpose: ${purpose}. Read README.md first.`,
    created: made,
    contributors: [{ title: provenance.by, roles: ['distributor'] }],
    resources: [
      { ...table('stories', paths.stories), ...stories, schema: storiesSchema(fields, language) },
      { ...table('codebook', paths.codebook), schema: sheetSchema(codebookSheet(fields, languages)) },
      { ...table('labels', paths.labels), schema: sheetSchema(labelsSheet(fields, languages)) },
      ...patterns.map(({ name, path, title, table: { columns, rows } }) => ({
        ...table(name, path),
        title,
        schema: sheetSchema([columns], (column) => rows.every((row) => typeof row[column] === 'number')),
      })),
      ...frameworks.map(({ name }, index) => ({
        $schema: profile('dataresource'),
        name: `framework-${index + 1}`,
        title: 'Signification framework',
        path: name,
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      })),
    ],
    provenance,
  };
}

function table(name: string, path: string) {
  return {
    $schema: profile('dataresource'),
    name,
    type: 'table',
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { $schema: profile('tabledialect'), lineTerminator: '\r\n' },
  };
}

function storiesSchema(fields: readonly Field[], language: string): object {
  const key = fields.find(({ name }) => name === 'row' || name === 'story.row');
  return {
    $schema: profile('tableschema'),
    fields: fields.map((field) => fieldSchema(field, language)),
    missingValues: [''],
    ...(key && { primaryKey: [key.name] }),
  };
}

function fieldSchema(field: Field, language: string): object {
  const { name, type, label, unit, values, state } = field;
  const codes = missingCodes(field).map(({ key, label }) => ({ value: key, label: localise(label, language) }));
  const said = [unit, state && `Why it is empty says ${state}.`].filter(Boolean).join('. ');
  return {
    name,
    type: types[type],
    title: localise(label, language),
    ...(said && { description: said }),
    ...(codes.length && { missingValues: [{ value: '', label: 'No value is known' }, ...codes] }),
    ...(values.length && { categories: values.map(({ key, label }) => ({ value: key, label: localise(label, language) })) }),
    ...(type === 'number' && { constraints: { minimum: 0, maximum: 1 } }),
  };
}

function sheetSchema([heading = []]: Sheet, isNumber: (column: number) => boolean = () => false): object {
  return {
    $schema: profile('tableschema'),
    fields: heading.map((name, column) => ({ name, type: isNumber(column) ? 'number' : 'string' })),
    missingValues: [''],
  };
}
