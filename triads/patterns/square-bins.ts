import type { StoneColumn } from '../columns/columns.ts';
import { equalParts } from './equal-parts.ts';
import { knownOf } from './known.ts';
import { forEachPlaced, type Rows } from './rows.ts';

/**
 * How often a stone lies in each square of a canvas that is cut into side² equal squares, numbered from the lower left, row by
 * row. A square holds its left and lower borders; the last ones hold 1 as well.
 * @param rows the rows to look at; all when left out
 * @returns side² counts that sum to the number placed
 */
export function squareCounts(column: StoneColumn, side: number, rows?: Rows): Uint32Array {
  const known = knownOf(rows)?.squares(column, side);
  if (known) return known;
  const { state, x, y } = column;
  const counts = new Uint32Array(side * side);
  const parts = equalParts(side);
  forEachPlaced(state, rows, (row) => {
    const square = (parts[y[row] ?? 0] ?? 0) * side + (parts[x[row] ?? 0] ?? 0);
    counts[square] = (counts[square] ?? 0) + 1;
  });
  return counts;
}
