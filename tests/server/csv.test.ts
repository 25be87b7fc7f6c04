import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, inert } from '../../server/formats/csv.ts';

async function written(rows: string[][]): Promise<string> {
  const source = async function* () {
    yield* rows;
  };
  const chunks: Buffer[] = [];
  for await (const chunk of csv(['one', 'two'], source())) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

it('no cell begins with what a spreadsheet runs, also behind white space, and each comes back as it was', async () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1+1', '\u00a0=1', '＝1+1', '|calc', "'=1", "'quoted'"];
  for (const cell of dangerous) expect([cell, inert(cell)[0]]).toEqual([cell, "'"]);
  const words = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom(...dangerous)), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(words, async (rows) => {
      const text = await written(rows);
      expect(text.startsWith('\ufeffone,two\r\n')).toBe(true);
      const back: string[][] = parse(text, { bom: true, fromLine: 2 });
      expect(back.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(rows);
    }),
  );
});

it('a source that fails makes the stream fail: no file ends as if it were whole', async () => {
  const broken = async function* (): AsyncGenerator<string[]> {
    yield ['a', 'b'];
    throw new Error('the database went away');
  };
  const read = async () => {
    for await (const _chunk of csv(['one', 'two'], broken()));
  };
  await expect(read()).rejects.toThrow('the database went away');
});
