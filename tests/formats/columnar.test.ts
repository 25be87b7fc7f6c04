import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeArrow } from '../../server/formats/exports/arrow.ts';
import { writeParquet } from '../../server/formats/exports/parquet.ts';
import { bytesOf, cellsOf, contentsOf, storiesOut } from './stories-out.ts';

const folder = mkdtempSync(join(tmpdir(), 'storyfield-columnar-'));
let duck: DuckDBConnection;
beforeAll(async () => {
  duck = await DuckDBConnection.create();
});
afterAll(() => {
  duck.closeSync();
  rmSync(folder, { recursive: true });
});

const types = { text: 'VARCHAR', category: 'VARCHAR', flag: 'BOOLEAN', number: 'DOUBLE' };

it('DuckDB reads every cell of a Parquet file as it was, typed, with what it says of itself', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const contents = contentsOf(out);
      const file = join(folder, 'stories.parquet');
      writeFileSync(file, await bytesOf(writeParquet(contents)));
      const read = await duck.runAndReadAll(`select * from '${file}'`);
      expect(read.columnNames()).toEqual(contents.fields.map(({ name }) => name));
      expect(read.columnTypes().map(String)).toEqual(contents.fields.map(({ type }) => types[type]));
      expect(read.getRows()).toEqual(cellsOf(contents, out.stories));
      const metadata = await duck.runAndReadAll(`select decode(key) as key, decode(value) as value from parquet_kv_metadata('${file}')`);
      const said = new Map(metadata.getRows().map(([key, value]) => [key, value]));
      expect(JSON.parse(String(said.get('provenance')))).toEqual(contents.provenance);
      expect(['export', 'purpose', 'use'].map((key) => said.get(key))).toEqual(['7F3A00C1', 'research', 'For the study team only.']);
    }),
    { numRuns: 40 },
  );
});

it('an Arrow stream holds every cell as it was, categories as dictionaries of all their values', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const contents = contentsOf(out);
      const table = tableFromIPC(await bytesOf(writeArrow(contents)));
      expect(table.names).toEqual(contents.fields.map(({ name }) => name));
      expect(table.numRows).toBe(out.stories.length);
      const columns = contents.fields.map((_, index) => table.getChildAt(index).toArray());
      expect(out.stories.map((_, row) => columns.map((column) => column[row] ?? null))).toEqual(cellsOf(contents, out.stories));
      const said = table.schema.metadata ?? new Map<string, string>();
      expect(JSON.parse(said.get('provenance') ?? '')).toEqual(contents.provenance);
      expect(['export', 'purpose', 'use'].map((key) => said.get(key))).toEqual(['7F3A00C1', 'research', 'For the study team only.']);
    }),
  );
});

it('both hold more stories than one batch, and none at all', async () => {
  const [one] = fc.sample(
    storiesOut.filter(({ stories }) => stories.length > 2),
    1,
  );
  if (!one) throw new Error('nothing was generated');
  for (const times of [0, 3000]) {
    const out = { ...one, stories: Array.from({ length: times }, () => one.stories).flat() };
    const contents = contentsOf(out);
    const file = join(folder, `${times}.parquet`);
    writeFileSync(file, await bytesOf(writeParquet(contents)));
    const read = await duck.runAndReadAll(`select row from '${file}'`);
    const rows = out.stories.map(({ row }) => row);
    expect(read.getRows().map(([row]) => row)).toEqual(rows);
    const table = tableFromIPC(await bytesOf(writeArrow(contents)));
    expect(Array.from(table.getChild('row').toArray())).toEqual(rows);
    const states = contents.fields.findIndex(({ name }) => name.endsWith('.state'));
    expect(Array.from(table.getChildAt(states).toArray())).toEqual(cellsOf(contents, out.stories).map((row) => row[states]));
  }
});
