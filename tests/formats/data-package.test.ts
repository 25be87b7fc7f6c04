import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeDataPackage } from '../../server/formats/exports/data-package/data-package.ts';
import type { Cell } from '../../triads/exports/field.ts';
import { frameworkFile } from '../../triads/framework/file.ts';
import { referenceFile } from '../reference.ts';
import { bytesOf, cellsOf, contentsOf, type StoriesOut, storiesOut } from './stories-out.ts';

const profile = referenceFile('frictionless-2.0/datapackage.json');
const tableSchema = referenceFile('frictionless-2.0/tableschema.json');
const why = profile && tableSchema ? '' : ' (skipped: the profiles of Frictionless are not at hand)';

async function unpacked(out: StoriesOut) {
  const contents = contentsOf(out);
  const frameworks = [{ name: 'framework.json', file: frameworkFile(out.framework) }];
  const files = unzipSync(await bytesOf(writeDataPackage({ ...contents, frameworks })));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { contents, names: Object.keys(files), text, descriptor: JSON.parse(text('datapackage.json')) };
}

interface FieldDescriptor {
  name: string;
  type: 'string' | 'number' | 'boolean';
  missingValues?: { value: string; label: string }[];
  categories?: { value: string; label: string }[];
}

/** Reads a cell by the descriptor alone; what is missing comes back with its code. */
function readCell({ type, missingValues = [{ value: '', label: '' }] }: FieldDescriptor, cell: string): Cell | { missing: string } {
  if (missingValues.some(({ value }) => value === cell)) return { missing: cell };
  if (type === 'string') return cell.replace(/^'/, '');
  return type === 'number' ? Number(cell) : cell === 'true';
}

it('the descriptor alone is enough to read every cell, and why the others are missing', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const { contents, names, text, descriptor } = await unpacked(out);
      const documents = ['README.md', 'METHODS.md', 'DISCLOSURE.md', 'provenance.json', 'datapackage.json'];
      expect(names).toEqual(['data/stories.csv', 'codebook.csv', 'labels.csv', 'framework.json', ...documents]);
      expect(text('framework.json')).toBe(frameworkFile(out.framework));
      expect(JSON.parse(text('provenance.json'))).toEqual(contents.provenance);

      const [stories] = descriptor.resources;
      expect(stories.bytes).toBe(Buffer.byteLength(text(stories.path)));
      const fields: FieldDescriptor[] = stories.schema.fields;
      const [heading, ...rows]: string[][] = parse(text(stories.path));
      expect(heading).toEqual(fields.map(({ name }) => name));
      const expected = cellsOf(contents, out.stories);
      for (const [row, cells] of rows.entries()) {
        for (const [column, cell] of cells.entries()) {
          const field = fields[column] as FieldDescriptor;
          const declared = contents.fields[column];
          const read = readCell(field, cell);
          const value = expected[row]?.[column] ?? null;
          const state = expected[row]?.[contents.fields.findIndex(({ name }) => name === declared?.state)] ?? '';
          const code = field.missingValues?.some(({ value }) => value === state) ? state : '';
          expect([field.name, read]).toEqual([field.name, value ?? { missing: code }]);
          if (typeof value === 'string' && field.categories) expect(field.categories.map(({ value }) => value)).toContain(value);
        }
      }
      expect(rows.length).toBe(out.stories.length);
    }),
    { numRuns: 25 },
  );
});

it.skipIf(why !== '')(`is valid by the profiles of Data Package 2.0${why}`, async () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const isPackage = ajv.compile(JSON.parse(readFileSync(profile ?? '', 'utf8')));
  const isSchema = ajv.compile(JSON.parse(readFileSync(tableSchema ?? '', 'utf8')));
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const { descriptor } = await unpacked(out);
      expect([isPackage(descriptor), isPackage.errors]).toEqual([true, null]);
      for (const { schema } of descriptor.resources) {
        if (schema) expect([isSchema(schema), isSchema.errors]).toEqual([true, null]);
      }
    }),
    { numRuns: 10 },
  );
});
