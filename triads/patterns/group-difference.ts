import type { TriadColumn } from '../columns/columns.ts';
import { signedDifference } from './differences.ts';
import { cellsFor } from './fineness.ts';
import { type Rows, stateCounts } from './rows.ts';
import { triangularCounts } from './triangular-bins.ts';

export interface Difference {
  /** The share of each bin in one group less that in the other. */
  values: Float64Array;
  side: number;
  /** The greatest difference, whichever way. */
  most: number;
}

/** How two groups differ in bins so coarse that the smaller one still fills them; null where either has nothing placed. */
export function differenceOf(column: TriadColumn, one: Rows, other: Rows): Difference | null {
  const [placed, others] = [one, other].map((rows) => stateCounts(column.state, rows).placed) as [number, number];
  const side = cellsFor(Math.min(placed, others));
  const values = signedDifference(triangularCounts(column, side, one), triangularCounts(column, side, other));
  return values && { values, side, most: values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) };
}
