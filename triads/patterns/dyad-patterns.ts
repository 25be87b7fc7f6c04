import { type DyadColumn, quantum } from '../columns/columns.ts';
import { equalParts } from './equal-parts.ts';
import { knownOf } from './known.ts';
import { positionQuantiles } from './positions.ts';
import { forEachPlaced, type Rows } from './rows.ts';

/**
 * How many placements lie in each of `bins` equal parts from the left pole (0) to the right (1). A bin holds its lower
 * border; the last holds 1 as well.
 * @param rows the rows to look at; all when left out
 * @returns `bins` counts that sum to the number placed
 */
export function dyadHistogram(column: DyadColumn, bins: number, rows?: Rows): Uint32Array {
  const known = knownOf(rows)?.histogram(column, bins);
  if (known) return known;
  const counts = new Uint32Array(bins);
  const parts = equalParts(bins);
  forEachPlaced(column.state, rows, (row) => {
    const bin = parts[column.right[row] ?? 0] ?? 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
  });
  return counts;
}

/** Median and quartiles of `right` in 0…1; null where nothing is placed. */
export interface DyadSummary {
  n: number;
  lower: number | null;
  median: number | null;
  upper: number | null;
}

/**
 * The number placed, the median and the quartiles of a dyad.
 * @param rows the rows to look at; all when left out
 */
export function dyadSummary(column: DyadColumn, rows?: Rows): DyadSummary {
  const { n, shares } = dyadQuantiles(column, [0.25, 0.5, 0.75], rows);
  const [lower = null, median = null, upper = null] = shares;
  return { n, lower, median, upper };
}

/**
 * The number placed, and the positions below which these shares of the placements lie, by the definition of R's
 * `quantile(type = 7)` (Hyndman and Fan 1996): the value at (n − 1)·p of the sorted placements, between two by proportion.
 * @param of shares, 0…1
 * @param rows the rows to look at; all when left out
 * @returns positions 0…1 in the order of `of`; none where nothing is placed
 */
export function dyadQuantiles(column: DyadColumn, of: readonly number[], rows?: Rows): { n: number; shares: number[] } {
  const { n, at } = positionQuantiles(column.right, column.state, of, rows);
  return { n, shares: at.map((position) => position / quantum) };
}
