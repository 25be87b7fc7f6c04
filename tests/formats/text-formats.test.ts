import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine, inert, writeCsv } from '../../server/formats/exports/csv.ts';
import { writeJsonLines } from '../../server/formats/exports/json-lines.ts';
import type { Row } from '../../triads/exports/field.ts';
import { bytesOf, cellsOf, contentsOf, payloads, storiesOut, typed } from './stories-out.ts';

it('CSV read by another reader holds every cell as it was, in full precision and in any script', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, fc.boolean(), async (out, byteOrderMark) => {
      const contents = contentsOf(out);
      const text = (await bytesOf(writeCsv({ ...contents, byteOrderMark }))).toString('utf8');
      expect(text.startsWith('\ufeff')).toBe(byteOrderMark);
      const [heading, ...rows]: string[][] = parse(text, { bom: true, recordDelimiter: '\r\n' });
      expect(heading).toEqual(contents.fields.map(({ name }) => name));
      expect(rows.map((row) => typed(contents.fields, row))).toEqual(cellsOf(contents, out.stories));
    }),
  );
});

it('no cell of a CSV begins with what a spreadsheet runs, also behind white space, and each can be had as it was', () => {
  for (const payload of payloads) expect([payload, inert(payload)]).toEqual([payload, `'${payload}`]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(inert(text)).not.toMatch(/^\s*[=+\-@]/u);
      expect(inert(text).replace(/^'/, '')).toBe(text);
    }),
  );
});

it('a CSV cell that another list separator would cut is quoted', () => {
  expect(csvLine(['hello;=1+1;x', 'a\t=2', 'a\n=3', 'plain', 'He said "=4"'])).toBe(
    '"hello;=1+1;x","a\t=2","a\n=3",plain,"He said ""=4"""\r\n',
  );
});

it('JSON Lines has an object a story with every field, null where there is no value', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const contents = contentsOf(out);
      const text = (await bytesOf(writeJsonLines(contents))).toString('utf8');
      const rows = text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      for (const row of rows) expect(Object.keys(row)).toEqual(contents.fields.map(({ name }) => name));
      expect(rows.map((row) => Object.values(row))).toEqual(cellsOf(contents, out.stories));
    }),
  );
});

it('a source that fails makes the file fail: none ends as if it were whole', async () => {
  const [out] = fc.sample(storiesOut, 1);
  if (!out) throw new Error('nothing was generated');
  const pages = async function* (): AsyncGenerator<Row[]> {
    yield [];
    throw new Error('the database went away');
  };
  await expect(bytesOf(writeCsv({ ...contentsOf(out), pages }))).rejects.toThrow('the database went away');
});
