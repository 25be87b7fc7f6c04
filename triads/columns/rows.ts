import type { Signifier } from '../framework/framework.ts';
import { type Columns, type Dictionary, stateCode } from './columns.ts';
import { emptyColumns } from './empty.ts';
import { changedFlags, copyFlags } from './flags.ts';

type Cells = Uint8Array | Uint16Array;

/** Rows from one number up to, and without, another; views of the same memory. */
export function sliceRows(columns: Columns, from: number, to: number): Columns {
  const length = Math.max(0, Math.min(to, columns.length) - from);
  return withCells(columns, length, <Array extends Cells>(cells: Array) => cells.subarray(from, to) as Array);
}

/** Some rows, in the order of their numbers as given. Weeks and waves that none of them has are left out. */
export function pickRows(columns: Columns, rows: ArrayLike<number>): Columns {
  const picked = withCells(columns, rows.length, <Array extends Cells>(cells: Array) => {
    const picked = new (cells.constructor as new (length: number) => Array)(rows.length);
    for (let index = 0; index < rows.length; index++) picked[index] = cells[rows[index] ?? 0] ?? 0;
    return picked;
  });
  return { ...picked, week: joinedDictionary([picked.week]), wave: joinedDictionary([picked.wave]) };
}

/**
 * The rows of several columns as one, part after part. What a part has no column for was not asked there: its state is
 * `unasked`, never skipped.
 * @param signifiers of the columns to make, such as the union of several versions
 */
export function joinRows(signifiers: readonly Signifier[], parts: readonly Columns[]): Columns {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined = emptyColumns(signifiers, length, stateCode.unasked);
  joined.week = joinedDictionary(parts.map(({ week }) => week));
  joined.wave = joinedDictionary(parts.map(({ wave }) => wave));
  const into = new Map(cellsOf(joined));
  let start = 0;
  for (const part of parts) {
    for (const [name, cells] of cellsOf(part)) into.get(name)?.set(cells, start);
    for (const [key, { options }] of part.choices) {
      const all = joined.choices.get(key);
      if (all) copyFlags(all.options, options, start);
    }
    start += part.length;
  }
  return joined;
}

/** One dictionary of the values in use, sorted, so that it does not tell in which order they came. */
function joinedDictionary(parts: readonly Dictionary[]): Dictionary {
  const used = parts.flatMap(({ codes, values }) => {
    const isUsed = new Uint8Array(values.length);
    for (const code of codes) isUsed[code] = 1;
    return values.filter((_, code) => isUsed[code]);
  });
  const values = [...new Set(used)].sort();
  const codes = new Uint16Array(parts.reduce((sum, part) => sum + part.codes.length, 0));
  let start = 0;
  for (const part of parts) {
    const code = part.values.map((value) => values.indexOf(value));
    for (let row = 0; row < part.codes.length; row++) codes[start + row] = code[part.codes[row] ?? 0] ?? 0;
    start += part.codes.length;
  }
  return { codes, values };
}

/** Every array of the columns that means the same in any other columns, by a name of its own: not those that flags share. */
function* cellsOf(columns: Columns): Generator<[name: string, cells: Cells]> {
  yield ['readable', columns.readable];
  for (const [key, { state, top, right }] of columns.triads) yield* named(key, { state, top, right });
  for (const [key, { state, right }] of columns.dyads) yield* named(key, { state, right });
  for (const [key, { state, stones }] of columns.stones) {
    yield* named(key, { state });
    for (const [stone, { state, x, y }] of stones) yield* named(`${key} ${stone}`, { state, x, y });
  }
  for (const [key, { state }] of columns.choices) yield* named(key, { state });
  for (const [key, { state }] of columns.texts) yield* named(key, { state });
}

function* named(prefix: string, arrays: Record<string, Cells>): Generator<[name: string, cells: Cells]> {
  for (const [name, cells] of Object.entries(arrays)) yield [`${prefix} ${name}`, cells];
}

function withCells(columns: Columns, length: number, change: <Array extends Cells>(cells: Array) => Array): Columns {
  const each = <Value, Changed>(map: Map<string, Value>, to: (value: Value) => Changed) =>
    new Map([...map].map(([key, value]) => [key, to(value)] as const));
  const dictionary = ({ codes, values }: Dictionary) => ({ codes: change(codes), values });
  return {
    length,
    readable: change(columns.readable),
    week: dictionary(columns.week),
    wave: dictionary(columns.wave),
    triads: each(columns.triads, ({ state, top, right }) => ({ state: change(state), top: change(top), right: change(right) })),
    dyads: each(columns.dyads, ({ state, right }) => ({ state: change(state), right: change(right) })),
    stones: each(columns.stones, ({ state, stones }) => ({
      state: change(state),
      stones: each(stones, ({ state, x, y }) => ({ state: change(state), x: change(x), y: change(y) })),
    })),
    choices: each(columns.choices, ({ several, state, options }) => ({
      several,
      state: change(state),
      options: changedFlags(options, change),
    })),
    texts: each(columns.texts, ({ state }) => ({ state: change(state) })),
  };
}
