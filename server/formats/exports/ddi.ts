import type { Field, FieldType } from '../../../triads/exports/field.ts';
import { provenanceLines } from '../../../triads/exports/provenance.ts';
import { missingCodes } from '../../../triads/exports/states.ts';
import type { Localised } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { type Contents, utf8 } from './format.ts';
import { element, xmlHead, xmlText } from './xml.ts';

/**
 * The description of the data as DDI-Codebook 2.5, for archives: the study, the file, and each variable with its question, labels
 * and missing values. It holds no story.
 * @see https://ddialliance.org/ddi-codebook
 */
export function writeDdi(contents: Contents): AsyncIterable<Uint8Array> {
  return utf8(parts(contents));
}

function* parts({ fields, provenance, languages }: Contents): Generator<string> {
  const { collection, number, by, made, stories } = provenance;
  const [language = 'en-GB'] = languages;
  yield `${xmlHead}<codeBook xmlns="ddi:codebook:2_5" version="2.5" ID="${identifier(`export-${number}`)}" xml:lang="${language}">`;
  const title = element('titlStmt', {}, text('titl', collection.title) + text('IDNo', number));
  const production = element(
    'prodStmt',
    {},
    text('producer', by) + element('prodDate', { date: made.slice(0, 10) }, xmlText(made)) + text('software', 'Storyfield'),
  );
  const origin = provenanceLines(provenance).map(([name, said]) => text('notes', `${name}: ${said}`));
  const summary = element('stdyInfo', {}, text('abstract', `${collection.title}: stories and what their participants say they mean.`));
  yield element('stdyDscr', {}, element('citation', {}, title + production) + summary + origin.join(''));
  const dimensions = element('dimensns', {}, text('caseQnty', String(stories)) + text('varQnty', String(fields.length)));
  yield element('fileDscr', { ID: 'stories' }, element('fileTxt', {}, text('fileName', 'stories.csv') + dimensions));
  yield '<dataDscr>';
  for (const [index, field] of fields.entries()) yield variable(field, index, languages);
  yield '</dataDscr></codeBook>';
}

const formats: Record<FieldType, string> = { text: 'character', category: 'character', flag: 'character', number: 'numeric' };

function variable(field: Field, index: number, languages: readonly string[]): string {
  const { name, type, label, unit, values, source, state } = field;
  const [language = 'en-GB'] = languages;
  const range = type === 'number' ? element('valrng', {}, element('range', { min: '0', max: '1' })) : '';
  const question = source ? element('qstn', {}, text('qstnLit', localise(source.signifier.question, language))) : '';
  const flags = type === 'flag' ? ['true', 'false'].map((value) => category(value, { 'en-GB': value }, languages, null)) : [];
  const categories = [
    ...values.map(({ key, label }) => category(key, label, languages, null)),
    ...flags,
    ...missingCodes(field).map(({ key, label }) => category(key, label, languages, 'Y')),
  ];
  const said = [unit, state && `Why it is empty says ${state}.`].filter(Boolean).join('. ');
  const inner = [
    labels(label, languages),
    question,
    range,
    said && text('txt', said),
    ...categories,
    element('varFormat', { type: formats[type] }),
  ];
  return element('var', { ID: `V${index + 1}`, name, files: 'stories', intrvl: type === 'number' ? 'contin' : 'discrete' }, inner.join(''));
}

function category(value: string, label: Localised, languages: readonly string[], missing: 'Y' | null): string {
  return element('catgry', { missing }, text('catValu', value) + labels(label, languages));
}

function labels(label: Localised, languages: readonly string[]): string {
  const known = languages.filter((language) => language in label);
  const shown = known.length ? known : Object.keys(label).slice(0, 1);
  return shown.map((language) => element('labl', { 'xml:lang': language }, xmlText(label[language] ?? ''))).join('');
}

const text = (name: string, content: string) => element(name, {}, xmlText(content));
const identifier = (name: string) => name.replace(/[^A-Za-z0-9-]/g, '-');
