import { bisectRight } from 'd3-array';
import { quantileAmong } from '../statistics/quantile.ts';
import { forEachPlaced, type Rows } from './rows.ts';

/** How many placements lie at each position, then at it or below; all nought between two calls. */
const many = new Uint32Array(0x1_0000);

/**
 * The positions below which these shares of the placements lie, by the definition of `quantile`. Positions are counted, not
 * sorted, so that a million take some milliseconds.
 * @param positions 0…65535, one a row
 * @param of shares, 0…1
 * @param rows the rows to look at; all when left out
 * @returns how many are placed, and positions in the order of `of`; none where nothing is placed
 */
export function positionQuantiles(
  positions: Uint16Array,
  state: Uint8Array,
  of: readonly number[],
  rows?: Rows,
): { n: number; at: number[] } {
  let n = 0;
  forEachPlaced(state, rows, (row) => {
    const position = positions[row] as number;
    many[position] = (many[position] as number) + 1;
    n++;
  });
  if (n === 0) return { n, at: [] };
  for (let position = 1; position < many.length; position++) many[position] = (many[position] as number) + (many[position - 1] as number);
  const at = of.map((p) => quantileAmong(n, (place) => bisectRight(many, place), p));
  many.fill(0);
  return { n, at };
}
