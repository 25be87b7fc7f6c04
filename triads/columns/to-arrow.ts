import {
  type Batch,
  batchType,
  bool,
  Column,
  columnFromValues,
  type DataType,
  dictionary,
  type IntType,
  tableFromColumns,
  tableToIPC,
  uint8,
  uint16,
  uint32,
  utf8,
} from '@uwdata/flechette';
import { states } from '../answers/answer.ts';
import { framesOf } from './arrow-frames.ts';
import { joinBytes } from './bytes.ts';
import type { Columns } from './columns.ts';
import { type Flags, isSet } from './flags.ts';
import { sliceRows } from './rows.ts';
import { isAnswered, type WireColumn, wireColumns } from './wire.ts';

/**
 * The pattern body: one Arrow IPC stream, a row a story, columns as `wireColumns` names them. Positions are unsigned 16-bit
 * (value/65535), null where there is none; a state or an option is a dictionary code.
 * @throws Error when two columns would have one name, or a choice of one has an answered row without exactly one option
 */
export function toArrow(columns: Columns): Uint8Array {
  return joinBytes([...arrowSteps(columns)]);
}

/** As many rows as are drawn at once while the rest is still on its way. */
export const rowsAStep = 8192;

/**
 * The same stream in steps: first what its columns are and how many stories come (`stories` in the metadata of its schema), then
 * one record batch after another, then its end. Whoever takes them one by one has never more than one in memory.
 */
export function* arrowSteps(columns: Columns): Generator<Uint8Array> {
  let at = 0;
  do {
    const stream = streamOf(columns, at);
    const { head, batch, end } = framesOf(stream);
    if (at === 0) yield stream.subarray(0, head);
    at += rowsAStep;
    yield stream.subarray(head, at < columns.length ? batch : end);
  } while (at < columns.length);
}

/** Some rows from one on, as a stream of their own; those of one body differ in their batch alone. */
function streamOf(columns: Columns, from: number): Uint8Array {
  const stateValues = dictionaryValues(states);
  const rows = sliceRows(columns, from, from + rowsAStep);
  const table = tableFromColumns(
    wireColumns(rows).map((wire) => [wire.name, arrowColumn(wire, from, stateValues)] as [string, Column<unknown>]),
  );
  table.schema.metadata = new Map([['stories', String(columns.length)]]);
  const bytes = tableToIPC(table, { format: 'stream' });
  if (!bytes) throw new Error('Arrow wrote no bytes');
  return bytes;
}

function arrowColumn(wire: WireColumn, from: number, stateValues: Column<string>): Column<unknown> {
  switch (wire.kind) {
    case 'row':
      return column(
        uint32(),
        Uint32Array.from({ length: wire.length }, (_, row) => from + row),
      );
    case 'flag':
      return flagColumn(wire.flags, wire.state);
    case 'dictionary':
      return dictionaryColumn(uint16(), wire.dictionary.codes, dictionaryValues(wire.dictionary.values));
    case 'state':
      return dictionaryColumn(uint8(), wire.state, stateValues);
    case 'position':
      return column(uint16(), wire.position, wire.state);
    case 'option':
      return dictionaryColumn(uint8(), optionCodes(wire), dictionaryValues([...wire.options.keys()]), wire.state);
  }
}

function flagColumn(flags: Flags, state: Uint8Array | null): Column<unknown> {
  const { length } = flags.bytes;
  return column(bool(), bitmap(length, (row) => isSet(flags, row)).bits, state, length);
}

type Values = Uint8Array | Uint16Array | Uint32Array | Float64Array;
type DictionaryBatch = Batch<unknown> & { setDictionary(values: Column<string>): unknown };

/** A column over an array as it is; null in the rows whose state is none of an answer. */
export function column(type: DataType, values: Values, state: Uint8Array | null = null, length = values.length): Column<unknown> {
  return new Column([batch(type, values, state, length)], type);
}

/** A column of codes into texts that every batch has in common. */
export function dictionaryColumn(codes: IntType, values: Values, texts: Column<string>, state: Uint8Array | null = null): Column<unknown> {
  const type = dictionary(texts.type, codes);
  const coded = batch(type, values, state, values.length) as DictionaryBatch;
  coded.setDictionary(texts);
  return new Column([coded], type);
}

/** A batch over the array as it is, without a copy; null in the rows that were not answered. */
function batch(type: DataType, values: Values, state: Uint8Array | null, length: number): Batch<unknown> {
  const answered = state && bitmap(length, (row) => isAnswered(state[row]));
  const BatchOfType: new (options: object) => Batch<unknown> = batchType(type);
  const nullCount = answered ? length - answered.set : 0;
  return new BatchOfType({ length, nullCount, type, validity: answered && nullCount ? answered.bits : new Uint8Array(0), values });
}

/** The texts of a dictionary, with a batch even when there are none: readers look for one. */
export function dictionaryValues(texts: readonly string[]): Column<string> {
  const type = utf8();
  if (texts.length) return columnFromValues(texts, type);
  const BatchOfType: new (options: object) => Batch<string> = batchType(type);
  const none = new Uint8Array(0);
  return new Column([new BatchOfType({ length: 0, nullCount: 0, type, validity: none, offsets: new Int32Array(1), values: none })], type);
}

function optionCodes({ name, options, state }: Extract<WireColumn, { kind: 'option' }>): Uint8Array {
  const codes = new Uint8Array(state.length);
  const chosen = new Uint8Array(state.length);
  for (const [code, flags] of [...options.values()].entries()) {
    for (let row = 0; row < state.length; row++) {
      if (!isSet(flags, row)) continue;
      codes[row] = code;
      chosen[row] = (chosen[row] ?? 0) + 1;
    }
  }
  for (let row = 0; row < state.length; row++) {
    if (chosen[row] !== (isAnswered(state[row]) ? 1 : 0))
      throw new Error(`row ${row} of "${name}" should have one option where answered, none else`);
  }
  return codes;
}

function bitmap(length: number, test: (row: number) => boolean): { bits: Uint8Array; set: number } {
  const bits = new Uint8Array((length + 7) >> 3);
  let set = 0;
  for (let row = 0; row < length; row++) {
    if (!test(row)) continue;
    bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
    set++;
  }
  return { bits, set };
}
