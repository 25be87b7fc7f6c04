import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Contents } from '../../server/formats/exports/format.ts';
import { partWords } from '../../server/services/words.ts';
import { answerFields, askedIn } from '../../triads/exports/answer-fields.ts';
import { type Cell, type ExportedStory, type Field, rowsOf } from '../../triads/exports/field.ts';
import { storyFields } from '../../triads/exports/story-fields.ts';
import type { Framework } from '../../triads/framework/framework.ts';
import { anyFramework } from '../frameworks-generated.ts';
import { type Told, told } from '../server/generated.ts';

/** What a spreadsheet would run, by OWASP's list and its published examples. */
export const payloads = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1+1', '\u00a0=1', '＝1+1', '|calc', "'=1", "'quoted'"],
  ...['=1+2";=1+2', '=1+2\'" ;,=1+2', '=HYPERLINK("http://example.invalid";"look")', "=cmd|'/C calc'!A0"],
];

/** Words as people and attackers type them: any script, formulas, line breaks, characters that XML refuses, ten thousand of them. */
const words = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
    { weight: 2, arbitrary: fc.constantFrom(...payloads) },
    { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\r\n', '\n', '\r', '\t', ' ', "'", '&', '<', ']]>') }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('\u0001\u0008\u000b\u001f\u007f\ufffe\uffff', '_x0041_ _x005F_x0041_', 'na', 'skipped', 'null', ''),
    },
    { weight: 1, arbitrary: fc.constantFrom('نرسیں رات', '护士说', 'pielęgniarka', '👩🏽‍⚕️🙂', 'e\u0301', '\u202eright to left') },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(10_000), '🙂 =1\n'.repeat(2_000)) },
  )
  .map((text) => text.replaceAll('\0', ''));

/** A framework and stories told on it, as the gate would let them through to a study team. */
export const storiesOut = anyFramework.chain((framework) =>
  fc
    .array(fc.tuple(told(framework), words, words), { maxLength: 12 })
    .map((all) => ({ framework, stories: all.map(([one, title, text], index) => exported(framework, one, title, text, index)) })),
);

function exported(framework: Framework, { answers, story }: Told, title: string, text: string, index: number): ExportedStory {
  const { document, words } = partWords(answers);
  return {
    row: rowId(index),
    number: null,
    wave: 'first',
    week: '2026-W47',
    version: 'version',
    language: 'en-GB',
    answers: document,
    words: story ? { title, text, answers: words } : null,
    asked: askedIn(framework.signifiers),
  };
}

export function rowId(index: number): string {
  const hash = createHash('sha256').update(String(index)).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

export interface StoriesOut {
  framework: Framework;
  stories: readonly ExportedStory[];
}

/** What a research export of them is written from, three stories a page. */
export function contentsOf({ framework, stories }: StoriesOut): Contents {
  const waves = [{ key: 'first', label: { 'en-GB': 'First <wave>' } }];
  const about = storyFields(
    { number: '7F3A00C1', purpose: 'research', waves, invented: true },
    ['row', 'title', 'story', 'language', 'wave', 'week', 'version', 'note', 'use', 'export'],
    framework.signifiers,
  );
  const fields = [...about, ...answerFields(framework.signifiers)];
  const pages = async function* () {
    for (let at = 0; at < stories.length; at += 3) yield stories.slice(at, at + 3);
  };
  return {
    fields,
    pages: () => rowsOf(fields, pages()),
    provenance: {
      number: '7F3A00C1',
      collection: { slug: 'test', title: 'Nights & <days>', invented: true },
      purpose: 'research',
      by: 'Rosa "the researcher"',
      made: '2026-11-22T12:00:00.000Z',
      view: null,
      versions: [{ id: 'version', title: 'Framework', number: 1 }],
      stories: stories.length,
      gone: 1,
      leftOut: [{ reason: 'taken back since', stories: 2 }],
      rules: ['Words only where the study team may read them.'],
    },
    languages: framework.languages,
    frameworks: [{ name: 'framework.json', file: '{}\n' }],
  };
}

/** What the cells of a file should be, by the declaration of its fields. */
export function cellsOf({ fields }: Pick<Contents, 'fields'>, stories: readonly ExportedStory[]): Cell[][] {
  return stories.map((story) => fields.map((field) => field.cell(story)));
}

/** Cells read from text alone, as their fields say they are to be taken. */
export function typed(fields: readonly Field[], cells: readonly string[]): Cell[] {
  return cells.map((cell, index) => {
    if (cell === '') return null;
    const type = fields[index]?.type;
    if (type === 'number') return Number(cell);
    return type === 'flag' ? cell === 'true' : cell.replace(/^'/, '');
  });
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
