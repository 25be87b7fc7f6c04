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
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (before) markAlong(crossed, onGrid(before, side), onGrid(corner, side), side);
    before = corner;
  }
  return crossed;
}

interface GridPlace {
  top: number;
  right: number;
}

function onGrid({ x, y }: PlanePoint, side: number): GridPlace {
  const top = y / height;
  return { top: top * side, right: (x - top / 2) * side };
}

/** Row by row, the cells between the least and the greatest share of right and of left that the line has there. */
function markAlong(crossed: Uint8Array, from: GridPlace, to: GridPlace, side: number): void {
  const first = Math.max(0, Math.floor(Math.min(from.top, to.top) - slack));
  const last = Math.min(side - 1, Math.floor(Math.max(from.top, to.top) + slack));
  for (let row = first; row <= last; row++) {
    const isLevel = from.top === to.top;
    const [start, end] = isLevel ? [from, to] : [rightAt(from, to, row), rightAt(from, to, row + 1)];
    const [least, most] = [Math.min(start.right, end.right) - slack, Math.max(start.right, end.right) + slack];
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
}

/** The place of the line where its top is a whole number, or its own end where it does not reach so far. */
function rightAt(from: GridPlace, to: GridPlace, top: number): GridPlace {
  const [low, high] = from.top <= to.top ? [from, to] : [to, from];
  if (top <= low.top) return low;
  if (top >= high.top) return high;
  const part = (top - low.top) / (high.top - low.top);
  return { top, right: low.right + part * (high.right - low.right) };
}
