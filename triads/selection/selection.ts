import type { Columns, Dictionary } from '../columns/columns.ts';
import type { Rows } from '../patterns/rows.ts';
import { type Clause, type Source, sourceOf } from './clause.ts';
import { holds } from './holds.ts';

/** Clauses held against columns: per source where its clause holds, and per row how many clauses do not. */
export interface Selection {
  length: number;
  held: Map<Source, Uint8Array>;
  misses: Uint16Array;
}

/** @param clauses at most one per source */
export function selectionOf(columns: Columns, clauses: readonly Clause[]): Selection {
  const held = new Map(clauses.map((clause) => [sourceOf(clause), holds(columns, clause)]));
  const misses = new Uint16Array(columns.length);
  for (const mask of held.values()) {
    for (let row = 0; row < misses.length; row++) misses[row] = (misses[row] ?? 0) + 1 - (mask[row] ?? 0);
  }
  return { length: columns.length, held, misses };
}

/**
 * The rows that satisfy every clause.
 * @param leaving a source whose own clause is left out: a plot is not filtered by its own selection
 * @returns row numbers, ascending
 */
export function selectedRows({ length, held, misses }: Selection, leaving?: Source): Rows {
  const own = leaving === undefined ? undefined : held.get(leaving);
  const rows = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    const allowed = own ? 1 - (own[row] ?? 0) : 0;
    if (misses[row] === allowed) rows[count++] = row;
  }
  return rows.slice(0, count);
}

/** The rows of `rows` where a column of 0 and 1, such as `readable`, has a 1. */
export function rowsWhere(rows: Rows, bits: Uint8Array): Rows {
  return rows.filter((row) => bits[row] === 1);
}

/** How many of the rows have each value of a dictionary. */
export function valueCounts({ codes, values }: Dictionary, rows: Rows): Map<string, number> {
  const counts = new Uint32Array(values.length);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return new Map(values.map((value, code) => [value, counts[code] ?? 0]));
}
