import { type Batch, type DataType, type Table, Type, tableFromIPC } from '@uwdata/flechette';
import { states } from '../answers/answer.ts';
import type { Signifier } from '../framework/framework.ts';
import { frameAt } from './arrow-frames.ts';
import { joinBytes } from './bytes.ts';
import { type Columns, type Dictionary, quantum, stateCode } from './columns.ts';
import { emptyColumns } from './empty.ts';
import { setFlag } from './flags.ts';
import { sliceRows } from './rows.ts';
import { isAnswered, type WireColumn, wireColumns } from './wire.ts';

/** No collection is as large; a damaged body that promises more is not given the memory. */
const mostStories = 50_000_000;
const endOfStream = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);

/**
 * Columns from the pattern body that `toArrow` writes. It guards against bodies cut short or made for other signifiers, not
 * against hostile bytes: the decoder trusts the headers, and the body comes from our own server.
 * @param bytes one whole Arrow IPC stream
 * @param signifiers those that the body was made for; a body may hold more
 * @throws {Damaged} saying what is wrong, when the body is cut short, malformed, lacks a column or contradicts itself (a
 *   position where nothing was placed, none where something was)
 */
export function fromArrow(bytes: Uint8Array, signifiers: readonly Signifier[]): Columns {
  const reader = new ArrowReader(signifiers);
  reader.push(bytes);
  return reader.end();
}

/** A body that is not whole, or not one for these signifiers. */
export class Damaged extends Error {
  constructor(cause: unknown) {
    super(`cannot read this pattern body: ${cause instanceof Error ? cause.message : cause}`, { cause });
    this.name = 'Damaged';
  }
}

/** Reads a pattern body as it comes, in pieces cut anywhere; what has come is there to be drawn. */
export class ArrowReader {
  readonly #signifiers: readonly Signifier[];
  #pending: Uint8Array = new Uint8Array(0);
  #head: Uint8Array[] = [];
  #columns: Columns | null = null;
  #rows = 0;
  #isEnded = false;

  constructor(signifiers: readonly Signifier[]) {
    this.#signifiers = signifiers;
  }

  /** How many stories the whole body holds; null until it has said so. */
  get stories(): number | null {
    return this.#columns?.length ?? null;
  }

  /** The stories that have come so far, as views of what fills up; null before the first. */
  get soFar(): Columns | null {
    return this.#columns && this.#rows ? sliceRows(this.#columns, 0, this.#rows) : null;
  }

  /**
   * Takes the next bytes.
   * @returns how many stories they brought
   * @throws {Damaged} when they are not a body for these signifiers
   */
  push(bytes: Uint8Array): number {
    const before = this.#rows;
    this.#guarded(() => this.#take(bytes));
    return this.#rows - before;
  }

  /** @throws {Damaged} when the body is not whole */
  end(): Columns {
    return this.#guarded(() => {
      if (!this.#isEnded || !this.#columns) throw new Error('it is cut short');
      if (this.#rows !== this.#columns.length) throw new Error(`it holds ${this.#rows} stories, not ${this.#columns.length}`);
      return this.#columns;
    });
  }

  #take(bytes: Uint8Array): void {
    const all = this.#pending.length ? joinBytes([this.#pending, bytes]) : bytes;
    let offset = 0;
    for (let frame = frameAt(all, offset); frame && !this.#isEnded; frame = this.#isEnded ? null : frameAt(all, offset)) {
      const message = all.subarray(offset, frame.end);
      offset = frame.end;
      if (frame.kind === 'end') this.#isEnded = true;
      else if (frame.kind === 'batch') this.#read(message);
      else this.#head.push(message.slice());
    }
    if (this.#isEnded && offset < all.length) throw new Error('it goes on after its end');
    // Bytes that are kept must not be those of a caller who may use them again.
    this.#pending = all.slice(offset);
  }

  #read(batch: Uint8Array): void {
    // Joined, so that typed arrays over the batch are aligned to 8 bytes.
    const table = tableFromIPC(joinBytes([...this.#head, batch, endOfStream]));
    if (!this.#columns) {
      const stories = Number(table.schema.metadata?.get('stories') ?? Number.NaN);
      if (!(Number.isSafeInteger(stories) && stories >= 0 && stories <= mostStories))
        throw new Error('it does not say how many stories it holds');
      this.#columns = emptyColumns(this.#signifiers, stories);
    }
    const { numRows } = table;
    if (this.#rows + numRows > this.#columns.length) throw new Error('it holds more stories than it says');
    const rows = sliceRows(this.#columns, this.#rows, this.#rows + numRows);
    for (const wire of wireColumns(rows)) readColumn(table, wire, this.#rows);
    this.#columns.week.values = rows.week.values;
    this.#columns.wave.values = rows.wave.values;
    for (const [key, { top, right }] of rows.triads) {
      if (top.some((share, row) => share + (right[row] ?? 0) > quantum)) throw new Error(`shares of "${key}" sum to more than 1`);
    }
    this.#rows += numRows;
  }

  #guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw new Damaged(error);
    }
  }
}

type Cells = Uint8Array | Uint16Array | Uint32Array;
type CodedBatch = Batch<unknown> & { dictionary: Iterable<unknown> };

function readColumn(table: Table, wire: WireColumn, from: number): void {
  const column = table.getChild(wire.name);
  if (!column) throw new Error(`there is no column "${wire.name}"`);
  if (!types[wire.kind](column.type)) throw new Error(`the column "${wire.name}" is of another type than it should be`);
  const [batch, more] = column.data;
  if (!batch || more) throw new Error(`the column "${wire.name}" is not in one batch`);
  if (column.length !== table.numRows) throw new Error(`the column "${wire.name}" has ${column.length} rows, not ${table.numRows}`);
  checkBatch(batch, wire.name);
  const fault = (row: number, why: string) => new Error(`row ${from + row} of "${wire.name}" ${why}`);
  if ('state' in wire && wire.kind !== 'state') checkNulls(batch, wire.state, fault);
  fill(wire, batch, from, fault);
}

type Fault = (row: number, why: string) => Error;

/** Holds that there is a value where something was answered, and nowhere else. */
function checkNulls({ length, nullCount, validity }: Batch<unknown>, state: Uint8Array | null, fault: Fault): void {
  for (let first = 0; first < length; first += 8) {
    const rows = Math.min(8, length - first);
    let expected = 0;
    for (let bit = 0; bit < rows; bit++) expected |= (state === null ? 1 : (answered[state[first + bit] as number] as number)) << bit;
    const wrong = ((nullCount === 0 ? 0xff : (validity[first >> 3] ?? 0)) ^ expected) & ((1 << rows) - 1);
    if (wrong === 0) continue;
    const row = first + Math.log2(wrong & -wrong);
    throw fault(row, (expected >> (row & 7)) & 1 ? 'has no value' : 'has a value where nothing was answered');
  }
}

/** Puts what a batch holds into the arrays of a column. */
function fill(wire: WireColumn, batch: Batch<unknown>, from: number, fault: Fault): void {
  const values = batch.values as Cells;
  switch (wire.kind) {
    case 'row':
      for (let row = 0; row < batch.length; row++) if (values[row] !== from + row) throw fault(row, 'is not its row number');
      return;
    case 'flag':
      for (let row = 0; row < batch.length; row++) if (!isNull(batch, row) && bitAt(values, row)) setFlag(wire.flags, row);
      return;
    case 'position':
      wire.position.set((values as Uint16Array).subarray(0, batch.length));
      for (let row = 0; row < batch.length; row++) if (!answered[wire.state[row] as number]) wire.position[row] = 0;
      return;
    case 'state': {
      const codes = textsOf(batch).map((text) => (Object.hasOwn(stateCode, text) ? stateCode[text as keyof typeof stateCode] : undefined));
      for (let row = 0; row < batch.length; row++) {
        const code = codes[values[row] as number];
        if (code === undefined || isNull(batch, row)) throw fault(row, 'is not a state');
        wire.state[row] = code;
      }
      return;
    }
    case 'option': {
      const options = textsOf(batch).map((text) => wire.options.get(text));
      for (let row = 0; row < batch.length; row++) {
        if (isNull(batch, row)) continue;
        const flags = options[values[row] ?? -1];
        if (!flags) throw fault(row, 'is not one of the options');
        setFlag(flags, row);
      }
      return;
    }
    case 'dictionary':
      fillDictionary(wire.dictionary, batch, fault);
  }
}

function fillDictionary(dictionary: Dictionary, batch: Batch<unknown>, fault: Fault): void {
  dictionary.values = textsOf(batch);
  for (let row = 0; row < batch.length; row++) {
    const code = (batch.values as Cells)[row] ?? -1;
    if (isNull(batch, row) || dictionary.values[code] === undefined) throw fault(row, 'is not in its dictionary');
    dictionary.codes[row] = code;
  }
}

/** Whether a state comes with a value, by its code: 0 or 1. */
const answered = Uint8Array.from(states.keys(), (code) => Number(isAnswered(code)));

const textsOf = (batch: Batch<unknown>) => [...(batch as CodedBatch).dictionary].map(String);
const bitAt = (bits: Cells, row: number) => ((bits[row >> 3] ?? 0) >> (row & 7)) & 1;
const isNull = ({ nullCount, validity }: Batch<unknown>, row: number) => nullCount > 0 && bitAt(validity, row) === 0;

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
