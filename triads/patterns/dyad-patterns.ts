import { type DyadColumn, quantum } from '../columns/columns.ts';
import { quantile } from '../statistics/quantile.ts';
import { equalParts } from './equal-parts.ts';
import { forEachPlaced, type Rows } from './rows.ts';

/**
 * How many placements lie in each of `bins` equal parts from the left pole (0) to the right (1). A bin holds its lower
 * border; the last holds 1 as well.
 * @param rows the rows to look at; all when left out
 * @returns `bins` counts that sum to the number placed
 */
export function dyadHistogram(column: DyadColumn, bins: number, rows?: Rows): Uint32Array {
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
 * The number placed, the median and the quartiles of a dyad, by the definition of R's `quantile(type = 7)` (Hyndman and
 * Fan 1996): the value at (n − 1)·p of the sorted placements, between two by proportion.
 * @param rows the rows to look at; all when left out
 */
export function dyadSummary(column: DyadColumn, rows?: Rows): DyadSummary {
  const sorted = new Uint16Array(rows?.length ?? column.state.length);
  let n = 0;
  forEachPlaced(column.state, rows, (row) => {
    sorted[n++] = column.right[row] ?? 0;
  });
  if (n === 0) return { n, lower: null, median: null, upper: null };
  const placed = sorted.subarray(0, n).sort();
  const share = (p: number) => quantile(placed, p) / quantum;
  return { n, lower: share(0.25), median: share(0.5), upper: share(0.75) };
}
