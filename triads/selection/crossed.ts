import type { PlanePoint } from '../geometry/coordinates.ts';
import { height } from '../geometry/plane.ts';

/** Wider than any rounding on the way, far narrower than a cell. */
const slack = 1e-6;

/**
 * The triangular cells that the border of a polygon may pass through, a 1 each; all others lie wholly inside or wholly outside.
 * Cells are numbered as `triangularCell` says.
 * @param polygon closed, in the plane; it may reach beyond the triangle
 */
export function crossedCells(polygon: readonly PlanePoint[], side: number): Uint8Array {
  const crossed = new Uint8Array(side * side);
  const onGrid = ({ x, y }: PlanePoint): GridPlace => ({ top: (y / height) * side, right: (x - y / height / 2) * side });
  for (const { row, start, end } of stretchesOf(polygon.map(onGrid), side)) {
    const [least, most] = [Math.min(start.right, end.right) - slack, Math.max(start.right, end.right) + slack];
    // Between the least and the greatest share of right and of left that the line has in this row.
    const sums = [start.right + start.top - row, end.right + end.top - row];
    const [leastSum, mostSum] = [Math.min(...sums) - slack, Math.max(...sums) + slack];
    const cells = 2 * (side - row) - 1;
    const begin = row * (2 * side - row);
    // An upward cell has right ≥ column and right + top ≤ column + 1; the downward one on its right the contrary.
    const upwardFrom = Math.max(0, Math.ceil(leastSum - 1));
    for (let column = upwardFrom; column <= Math.floor(most) && 2 * column < cells; column++) crossed[begin + 2 * column] = 1;
    const downwardFrom = Math.max(0, Math.ceil(least - 1), Math.ceil(leastSum - 2));
    for (let column = downwardFrom; column <= Math.floor(Math.min(most, mostSum - 1)) && 2 * column + 1 < cells; column++)
      crossed[begin + 2 * column + 1] = 1;
  }
  return crossed;
}

/**
 * The squares of a canvas that the border of a polygon may pass through, numbered row by row from the lower left.
 * @param polygon closed, in the canvas from (0, 0) to (1, 1); it may reach beyond
 */
export function crossedSquares(polygon: readonly PlanePoint[], side: number): Uint8Array {
  const crossed = new Uint8Array(side * side);
  const onGrid = ({ x, y }: PlanePoint): GridPlace => ({ top: y * side, right: x * side });
  for (const { row, start, end } of stretchesOf(polygon.map(onGrid), side)) {
    const first = Math.max(0, Math.floor(Math.min(start.right, end.right) - slack));
    const last = Math.min(side - 1, Math.floor(Math.max(start.right, end.right) + slack));
    if (first <= last) crossed.fill(1, row * side + first, row * side + last + 1);
  }
  return crossed;
}

/** A place by rows and along them, a whole number at each line of the grid. */
interface GridPlace {
  top: number;
  right: number;
}

/** The border of a polygon cut where it comes into another row of the grid. */
function* stretchesOf(polygon: readonly GridPlace[], side: number): Generator<{ row: number; start: GridPlace; end: GridPlace }> {
  for (const [index, to] of polygon.entries()) {
    const from = polygon.at(index - 1) ?? to;
    const first = Math.max(0, Math.floor(Math.min(from.top, to.top) - slack));
    const last = Math.min(side - 1, Math.floor(Math.max(from.top, to.top) + slack));
    for (let row = first; row <= last; row++) {
      const [start, end] = from.top === to.top ? [from, to] : [rightAt(from, to, row), rightAt(from, to, row + 1)];
      yield { row, start, end };
    }
  }
}

/** The place of the line where its top is a whole number, or its own end where it does not reach so far. */
function rightAt(from: GridPlace, to: GridPlace, top: number): GridPlace {
  const [low, high] = from.top <= to.top ? [from, to] : [to, from];
  if (top <= low.top) return low;
  if (top >= high.top) return high;
  const part = (top - low.top) / (high.top - low.top);
  return { top, right: low.right + part * (high.right - low.right) };
}
