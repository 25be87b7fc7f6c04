import { type Batch, type Column, type DataType, type Table, Type, tableFromIPC } from '@uwdata/flechette';
import type { Signifier } from '../framework/framework.ts';
import { checkFrames } from './arrow-frames.ts';
import { type Columns, type Dictionary, quantum, stateCode } from './columns.ts';
import { emptyColumns } from './empty.ts';
import { isAnswered, type WireColumn, wireColumns } from './wire.ts';

/**
 * Columns from the pattern body that `toArrow` writes. It guards against bodies cut short or made for other signifiers, not
 * against hostile bytes: the decoder trusts the headers, and the body comes from our own server.
 * @param bytes one whole Arrow IPC stream
 * @param signifiers those that the body was made for; a body may hold more
 * @throws Error, saying what is wrong, when the body is cut short, malformed, lacks a column or contradicts itself (a
 *   position where nothing was placed, none where something was)
 */
export function fromArrow(bytes: Uint8Array, signifiers: readonly Signifier[]): Columns {
  try {
    checkFrames(bytes);
    // Typed arrays over the body need it aligned to 8 bytes, which a slice of a larger buffer may not be.
    const table = tableFromIPC(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice());
    if (table.numRows * Uint32Array.BYTES_PER_ELEMENT > bytes.length) throw new Error('it promises more rows than it holds');
    const columns = emptyColumns(signifiers, table.numRows);
    for (const wire of wireColumns(columns)) read(table, wire);
    for (const [key, { top, right }] of columns.triads) {
      if (top.some((share, row) => share + (right[row] ?? 0) > quantum)) throw new Error(`shares of "${key}" sum to more than 1`);
    }
    return columns;
  } catch (error) {
    throw new Error(`cannot read this pattern body: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function read(table: Table, wire: WireColumn): void {
  const column = table.getChild(wire.name);
  if (!column) throw new Error(`there is no column "${wire.name}"`);
  if (column.length !== table.numRows) throw new Error(`the column "${wire.name}" has ${column.length} rows, not ${table.numRows}`);
  if (!types[wire.kind](column.type)) throw new Error(`the column "${wire.name}" is of another type than it should be`);
  const fault = (row: number, why: string) => new Error(`row ${row} of "${wire.name}" ${why}`);
  const put = writer(wire, column, fault);
  const state = wire.kind === 'position' || wire.kind === 'option' || wire.kind === 'flag' ? wire.state : null;
  if (!column.data.length) throw new Error('it has no record batch');
  let row = 0;
  for (const batch of column.data) {
    checkBatch(batch, wire.name);
    for (let index = 0; index < batch.length; index++, row++) {
      const given = batch.nullCount === 0 || batch.isValid(index);
      const expected = state === null || isAnswered(state[row]);
      if (given !== expected) throw fault(row, expected ? 'has no value' : 'has a value where nothing was answered');
      if (given) put(row, batch.value(index));
    }
  }
}

type Put = (row: number, value: unknown) => void;
type Fault = (row: number, why: string) => Error;

/** What takes a value of the wire into the arrays of a column. */
function writer(wire: WireColumn, column: Column<unknown>, fault: Fault): Put {
  switch (wire.kind) {
    case 'row':
      return (row, value) => {
        if (value !== row) throw fault(row, 'is not its row number');
      };
    case 'flag':
      return (row, value) => {
        wire.bits[row] = value ? 1 : 0;
      };
    case 'position':
      return (row, value) => {
        wire.position[row] = Number(value);
      };
    case 'state':
      return (row, value) => {
        const code = Object.hasOwn(stateCode, String(value)) ? stateCode[value as keyof typeof stateCode] : undefined;
        if (code === undefined) throw fault(row, 'is not a state');
        wire.state[row] = code;
      };
    case 'option':
      return (row, value) => {
        const bits = wire.options.get(String(value));
        if (!bits) throw fault(row, 'is not one of the options');
        bits[row] = 1;
      };
    case 'dictionary':
      return dictionaryWriter(wire.dictionary, column, fault);
  }
}

/** Keeps the body's own dictionary: its values, and its codes where there is one record batch. */
function dictionaryWriter(dictionary: Dictionary, column: Column<unknown>, fault: Fault): Put {
  const values = new Set(column.data.flatMap((batch) => [...(batch as DictionaryBatch).dictionary].map(String)));
  const codes = new Map([...values].map((value, code) => [value, code]));
  dictionary.values.push(...values);
  return (row, value) => {
    const code = codes.get(String(value));
    if (code === undefined) throw fault(row, 'is not in its dictionary');
    dictionary.codes[row] = code;
  };
}

type DictionaryBatch = Batch<unknown> & { dictionary: Iterable<unknown> };

const types: Record<WireColumn['kind'], (type: DataType) => boolean> = {
  row: (type) => type.typeId === Type.Int && !type.signed && type.bitWidth === 32,
  position: (type) => type.typeId === Type.Int && !type.signed && type.bitWidth === 16,
  flag: (type) => type.typeId === Type.Bool,
  dictionary: isDictionaryOfText,
  state: isDictionaryOfText,
  option: isDictionaryOfText,
};

function isDictionaryOfText(type: DataType): boolean {
  return type.typeId === Type.Dictionary && type.dictionary.typeId === Type.Utf8;
}

/** A damaged header can promise more rows than its buffers hold. */
function checkBatch(batch: Batch<unknown>, name: string): void {
  const { type, length, values, nullCount, validity } = batch;
  const bytes = (length + 7) >> 3;
  const short = values.length < (type.typeId === Type.Bool ? bytes : length) || (nullCount > 0 && validity.length < bytes);
  if (short) throw new Error(`the column "${name}" holds fewer values than rows`);
}
