import { bool, type Column, columnFromValues, float64, tableFromColumns, tableToIPC, uint16, utf8 } from '@uwdata/flechette';
import { framesOf } from '../../../triads/columns/arrow-frames.ts';
import { stateCode } from '../../../triads/columns/columns.ts';
import { column, dictionaryColumn, dictionaryValues } from '../../../triads/columns/to-arrow.ts';
import type { Cell, Field, FieldValue, Row } from '../../../triads/exports/field.ts';
import { batchesOf } from './batches.ts';
import type { Contents } from './format.ts';
import { fileMetadata } from './metadata.ts';

/** Apache Arrow as an IPC stream, a record batch at a time; categories are dictionaries of all their values. */
export async function* writeArrow(contents: Contents): AsyncGenerator<Uint8Array> {
  const stream = streams(contents);
  let last: Uint8Array | null = null;
  for await (const rows of batchesOf(contents.pages())) {
    const bytes = stream(rows);
    const { head, batch, end } = framesOf(bytes);
    yield bytes.subarray(last ? head : 0, batch);
    last = bytes.slice(batch, end);
  }
  yield last ?? stream([]);
}

/** Some rows as a stream of their own; those of one file differ in their batch alone. */
function streams(contents: Contents): (rows: readonly Row[]) => Uint8Array {
  const { fields } = contents;
  const metadata = fileMetadata(contents);
  const dictionaries = new Map(
    fields.map(({ values }): [readonly FieldValue[], Column<string>] => [values, dictionaryValues(values.map(({ key }) => key))]),
  );
  return (rows) => {
    const columns = fields.map((field, index): [string, Column<unknown>] => {
      const cells = rows.map((row) => row[index] ?? null);
      return [field.name, columnOf(field, cells, dictionaries.get(field.values))];
    });
    const table = tableFromColumns(columns);
    table.schema.metadata = metadata;
    const bytes = tableToIPC(table, { format: 'stream' });
    if (!bytes) throw new Error('Arrow wrote no bytes');
    return bytes;
  };
}

function columnOf({ type, name, values }: Field, cells: readonly Cell[], dictionary: Column<string> | undefined): Column<unknown> {
  if (type === 'category' && dictionary) {
    const codes = new Map<Cell, number>(values.map(({ key }, code) => [key, code]));
    const unknown = cells.find((cell) => cell !== null && !codes.has(cell));
    if (unknown !== undefined) throw new Error(`"${unknown}" is none of the values of ${name}`);
    const state = Uint8Array.from(cells, (cell) => (cell === null ? stateCode.skipped : stateCode.placed));
    return dictionaryColumn(
      uint16(),
      Uint16Array.from(cells, (cell) => codes.get(cell) ?? 0),
      dictionary,
      state,
    );
  }
  if (!cells.length) return empty[type === 'category' ? 'text' : type]();
  return columnFromValues(cells, type === 'number' ? float64() : type === 'flag' ? bool() : utf8());
}

const empty = {
  number: () => column(float64(), new Float64Array(0)),
  flag: () => column(bool(), new Uint8Array(0)),
  text: () => dictionaryValues([]),
};
