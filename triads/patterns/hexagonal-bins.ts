import { quantum, type TriadColumn } from '../columns/columns.ts';
import { type Composition, type PlanePoint, planePoint } from '../geometry/coordinates.ts';
import { height } from '../geometry/plane.ts';
import { forEachPlaced, type Rows } from './rows.ts';

/**
 * Hexagons, one point up, around the grid points of the triangle with `side` subdivisions: each takes the points nearer
 * to its centre than to any other. Whatever lies in the triangle is nearest to a grid point in the triangle, so there are
 * (side + 1)(side + 2)/2 cells and no more, the same under every turn of the corners. Cells on an edge have half of their
 * area inside, those on a corner a sixth: compare counts with the neighbours inside with that in mind.
 * Cells are numbered row by row from the base upwards, each row from the left.
 */
export function hexagonCount(side: number): number {
  return ((side + 1) * (side + 2)) / 2;
}

/**
 * The cell of a composition.
 * @param side subdivisions of a side, an integer ≥ 1
 * @returns 0…hexagonCount(side) − 1
 */
export function hexagonOf([top, left, right]: Composition, side: number): number {
  return hexagonAt(top, left, right, 1, side);
}

/**
 * How many placements lie in each cell.
 * @param rows the rows to look at; all when left out
 * @returns hexagonCount(side) counts in cell order; they sum to the number placed
 */
export function hexagonCounts(column: TriadColumn, side: number, rows?: Rows): Uint32Array {
  const counts = new Uint32Array(hexagonCount(side));
  forEachPlaced(column.state, rows, (row) => {
    const top = column.top[row] ?? 0;
    const right = column.right[row] ?? 0;
    const cell = hexagonAt(top, quantum - top - right, right, quantum, side);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return counts;
}

/**
 * The middle of a cell in the plane.
 * @throws RangeError when there is no such cell
 */
export function hexagonCentre(cell: number, side: number): PlanePoint {
  if (!Number.isInteger(cell) || cell < 0 || cell >= hexagonCount(side)) throw new RangeError(`no cell ${cell} with ${side} a side`);
  let row = 0;
  while (firstOfRow(row + 1, side) <= cell) row++;
  return planePoint((cell - firstOfRow(row, side) + row / 2) / side, (row / side) * height);
}

/** The six corners of a cell in the plane, from the upper one on, clockwise; on the border some lie outside the triangle. */
export function hexagonVertices(cell: number, side: number): PlanePoint[] {
  const { x, y } = hexagonCentre(cell, side);
  const radius = 1 / (side * Math.sqrt(3));
  return Array.from({ length: 6 }, (_, corner) => {
    const angle = (corner * Math.PI) / 3;
    return planePoint(x + radius * Math.sin(angle), y + radius * Math.cos(angle));
  });
}

/** Rounds each share to a grid line, then corrects the one that moved most, so that the three lines meet in a point. */
function hexagonAt(top: number, left: number, right: number, whole: number, side: number): number {
  let row = Math.round((top * side) / whole);
  let place = Math.round((right * side) / whole);
  const rest = Math.round((left * side) / whole);
  if (row + place + rest !== side) {
    const rowMoved = Math.abs(top * side - row * whole);
    const placeMoved = Math.abs(right * side - place * whole);
    const restMoved = Math.abs(left * side - rest * whole);
    if (rowMoved > placeMoved && rowMoved > restMoved) row = side - place - rest;
    else if (placeMoved > restMoved) place = side - row - rest;
  }
  return firstOfRow(row, side) + place;
}

function firstOfRow(row: number, side: number): number {
  return row * (side + 1) - (row * (row - 1)) / 2;
}
