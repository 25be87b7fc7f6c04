import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as SheetJs from 'xlsx';
import { writeXlsx } from '../../server/formats/exports/xlsx/xlsx.ts';
import type { Cell } from '../../triads/exports/field.ts';
import { provenanceLines } from '../../triads/exports/provenance.ts';
import { bytesOf, cellsOf, contentsOf, payloads, type StoriesOut, storiesOut } from './stories-out.ts';

async function opened(out: StoriesOut, rowsASheet?: number): Promise<SheetJs.WorkBook> {
  return SheetJs.read(await bytesOf(writeXlsx(contentsOf(out), rowsASheet)), { cellFormula: true, dense: false });
}

function cells(book: SheetJs.WorkBook, name: string): Cell[][] {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return SheetJs.utils.sheet_to_json<Cell[]>(sheet, { header: 1, defval: null, raw: true, blankrows: true });
}

const padded = (rows: Cell[][], width: number) => rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));

it('SheetJS finds every cell as it was and of its type, and no formula anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const contents = contentsOf(out);
      const book = await opened(out);
      expect(book.SheetNames).toEqual(['Stories', 'Labels', 'Codebook', 'Provenance']);
      const [heading, ...rows] = cells(book, 'Stories');
      expect(heading).toEqual(contents.fields.map(({ name }) => name));
      expect(padded(rows, contents.fields.length)).toEqual(cellsOf(contents, out.stories));
      for (const name of book.SheetNames) {
        const formulas = Object.values(book.Sheets[name] ?? {}).filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell);
        expect([name, formulas]).toEqual([name, []]);
      }
      expect(cells(book, 'Provenance').slice(1)).toEqual(provenanceLines(contents.provenance));
      expect(
        cells(book, 'Codebook')
          .slice(1)
          .map(([name]) => name),
      ).toEqual(contents.fields.map(({ name }) => name));
    }),
    { numRuns: 40 },
  );
});

it('what begins like a formula stays text, also after an edit', async () => {
  const [out] = fc.sample(storiesOut, 1);
  const [story] = fc
    .sample(
      storiesOut.filter(({ stories }) => stories.length > 0),
      1,
    )
    .flatMap(({ stories }) => stories);
  if (!out || !story) throw new Error('nothing was generated');
  const stories = payloads.map((text) => ({ ...story, answers: {}, words: { title: text, text, answers: {} } }));
  const book = await opened({ ...out, stories });
  expect(
    cells(book, 'Stories')
      .slice(1)
      .map(([, title]) => title),
  ).toEqual(payloads);
  for (let row = 2; row < payloads.length + 2; row++) expect(book.Sheets.Stories?.[`B${row}`]).toMatchObject({ t: 's' });
});

it('more stories than a sheet holds go on in the next one, and a text that no cell holds is refused in plain words', async () => {
  const generated = storiesOut.filter(({ stories }) => stories.length > 3);
  const [out] = fc.sample(generated, 1);
  if (!out) throw new Error('nothing was generated');
  const contents = contentsOf(out);
  const book = await opened(out, 3);
  const sheets = book.SheetNames.filter((name) => name.startsWith('Stories'));
  expect(sheets.length).toBe(Math.ceil(out.stories.length / 2));
  const rows = sheets.flatMap((name) => cells(book, name).slice(1));
  expect(padded(rows, contents.fields.length)).toEqual(cellsOf(contents, out.stories));

  const long = out.stories.map((story) => ({ ...story, words: { title: '', text: 'x'.repeat(32_768), answers: {} } }));
  await expect(opened({ ...out, stories: long })).rejects.toThrow('a cell of Excel holds up to 32767');
});
