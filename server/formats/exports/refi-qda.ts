import { createHash } from 'node:crypto';
import type { Cell, Field, FieldType, Row } from '../../../triads/exports/field.ts';
import { type Provenance, provenanceLines } from '../../../triads/exports/provenance.ts';
import { placeOf } from '../../../triads/exports/story-fields.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { type Contents, utf8 } from './format.ts';
import { decimal, element, xmlHead, xmlText } from './xml.ts';
import { type Entry, zip } from './zip.ts';

/**
 * A project of REFI-QDA (.qdpx), as NVivo, ATLAS.ti, MAXQDA and others open it: each story with words is a source, each story
 * a case with its answers as values of variables, and themes are codes.
 * @see https://www.qdasoftware.org
 */
export function writeRefiQda(contents: Contents): AsyncIterable<Uint8Array> {
  return zip(entries(contents));
}

/** The rows of which a source was written. They come first, so that no case refers to a source that is not there. */
type Sources = Set<string>;

async function* entries(contents: Contents): AsyncGenerator<Entry> {
  const { fields, pages } = contents;
  const [row, story] = [placeOf(fields, 'row'), placeOf(fields, 'story')];
  const sources = new Set<string>();
  for await (const page of pages()) {
    for (const cells of page) {
      const [id, text] = [cells[row], cells[story]];
      if (typeof id !== 'string' || typeof text !== 'string') continue;
      sources.add(id);
      yield { name: `Sources/${guid('source', id)}.txt`, content: text };
    }
  }
  yield { name: 'project.qde', content: utf8(project(contents, row, sources)) };
}

async function* project(contents: Contents, row: number, sources: Sources): AsyncGenerator<string> {
  const { fields, pages, provenance, languages, themes = [] } = contents;
  const user = guid('user', provenance.by);
  yield `${xmlHead}<Project xmlns="urn:QDA-XML:project:1.0" name="${xmlText(provenance.collection.title)}" origin="Storyfield" creatingUserGUID="${user}" creationDateTime="${provenance.made}">`;
  yield element('Users', {}, element('User', { guid: user, name: provenance.by }));
  if (themes.length) yield element('CodeBook', {}, element('Codes', {}, themes.map(code).join('')));
  const title = placeOf(fields, 'title');
  const besides = new Set([row, title, placeOf(fields, 'story')]);
  const variables = fields.flatMap((field, at) => (besides.has(at) ? [] : [{ field, at, guid: guid('variable', field.name) }]));
  const described = variables.map(({ field, guid }) => variable(field, guid, languages[0] ?? 'en-GB'));
  if (described.length) yield element('Variables', {}, described.join(''));
  let hasCases = false;
  for await (const page of pages()) {
    for (const cells of page) {
      if (!hasCases) yield '<Cases>';
      hasCases = true;
      yield caseOf(cells, String(cells[row]), variables, sources, themes);
    }
  }
  if (hasCases) yield '</Cases>';
  if (sources.size) yield '<Sources>';
  const hasSources = sources.size > 0;
  // Read again, so that not all titles are kept: a story that is gone by now has left its source without one.
  for await (const page of hasSources ? pages() : []) {
    for (const cells of page) {
      const id = String(cells[row]);
      if (sources.delete(id)) yield source(id, String(cells[title] ?? 'Story'), user, provenance, themes);
    }
  }
  for (const id of sources) yield source(id, 'Story', user, provenance, themes);
  if (hasSources) yield '</Sources>';
  const origin = provenanceLines(provenance).map(([name, text]) => `${name}: ${text}`);
  yield `${element('Description', {}, xmlText(origin.join('\n')))}</Project>`;
}

type Themes = NonNullable<Contents['themes']>;

function code({ name, description }: Themes[number]): string {
  return element('Code', { guid: guid('code', name), name, isCodable: 'true' }, described(description));
}

const kinds: Record<FieldType, string> = { text: 'Text', category: 'Text', flag: 'Boolean', number: 'Float' };

function variable({ name, type, label, values }: Field, id: string, language: string): string {
  const meanings = values.map(({ key, label }) => `${key} = ${localise(label, language)}`);
  const description = [localise(label, language), ...meanings].join('\n');
  return element('Variable', { guid: id, name, typeOfVariable: kinds[type] }, described(description));
}

function caseOf(
  cells: Row,
  id: string,
  variables: readonly { field: Field; at: number; guid: string }[],
  sources: Sources,
  themes: Themes,
): string {
  const codes = themes.filter(({ rows }) => rows.has(id)).map(({ name }) => reference('CodeRef', guid('code', name)));
  const values = variables.map(({ field, at, guid }) => value(field, guid, cells[at] ?? null));
  const told = sources.has(id) ? reference('SourceRef', guid('source', id)) : '';
  return element('Case', { guid: guid('case', id), name: id }, codes.join('') + values.join('') + told);
}

function value({ type }: Field, variable: string, cell: Cell): string {
  if (cell === null) return '';
  const written = typeof cell === 'number' ? decimal(cell) : String(cell);
  const inner = element(`${kinds[type]}Value`, {}, xmlText(written));
  return element('VariableValue', {}, reference('VariableRef', variable) + inner);
}

function source(id: string, title: string, user: string, { made }: Provenance, themes: Themes): string {
  const of = guid('source', id);
  const about = { name: `${title} (${id.slice(0, 8)})`, creatingUser: user, creationDateTime: made };
  const coded = themes
    .filter(({ rows }) => rows.has(id))
    .map(({ name }) => element('Coding', { guid: guid('coding', `${name} ${id}`) }, reference('CodeRef', guid('code', name))));
  return element('TextSource', { guid: of, ...about, plainTextPath: `internal://${of}.txt` }, coded.join(''));
}

const described = (text: string) => (text ? element('Description', {}, xmlText(text)) : '');
const reference = (name: string, target: string) => element(name, { targetGUID: target });

/** The same id for the same thing in the same export, and no id of the house. */
function guid(kind: string, name: string): string {
  const hash = createHash('sha256').update(`${kind} ${name}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
