import { quantum, type StoneColumn } from '../columns/columns.ts';
import { forEachPlaced, type Rows } from './rows.ts';

/**
 * The square of a place on a canvas that is cut into side² equal squares, numbered from the lower left, row by row. A square
 * holds its left and lower borders; the last ones hold 1 as well.
 * @param x rightwards, in units of 1/65535, as `y` upwards
 * @returns 0…side² − 1
 */
export function squareAt(x: number, y: number, side: number): number {
  const place = (at: number) => Math.min(Math.floor((at * side) / quantum), side - 1);
  return place(y) * side + place(x);
}

/**
 * How often a stone lies in each square of its canvas.
 * @param rows the rows to look at; all when left out
 * @returns side² counts that sum to the number placed
 */
export function squareCounts({ state, x, y }: StoneColumn, side: number, rows?: Rows): Uint32Array {
  const counts = new Uint32Array(side * side);
  forEachPlaced(state, rows, (row) => {
    const square = squareAt(x[row] ?? 0, y[row] ?? 0, side);
    counts[square] = (counts[square] ?? 0) + 1;
  });
  return counts;
}
