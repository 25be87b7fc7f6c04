import { quantum, type TriadColumn } from '../columns/columns.ts';
import { type Composition, type PlanePoint, planePoint } from '../geometry/coordinates.ts';
import { height } from '../geometry/plane.ts';
import { equalParts } from './equal-parts.ts';
import { knownOf } from './known.ts';
import { forEachPlaced, type Rows } from './rows.ts';

/**
 * The triangle cut into `side` rows and so into side² equal triangles. Cells are numbered row by row from the base
 * upwards, each row from the left: an upward cell, a downward one, and so on; row r has 2·(side − r) − 1 cells.
 */
export interface TriangularCell {
  /** Rows from the base, 0 at the bottom. */
  row: number;
  /** Upward cells from the left, 0 first; a downward cell has the column of the upward one on its left. */
  column: number;
  upward: boolean;
}

/**
 * The cell of a composition. A point on a line between cells goes to the upward cell next to it; of those that meet in a
 * grid point, to the upward cell that has it as its left corner, on the right edge as its right corner, at the top as its
 * upper one; so corners and edges always land in a cell.
 * @param side rows of the grid, an integer ≥ 1
 * @returns 0…side² − 1
 */
export function triangularCellOf([top, , right]: Composition, side: number): number {
  return triangularCellAt(top, right, 1, side);
}

/**
 * How many placements lie in each cell.
 * @param rows the rows to look at; all when left out
 * @returns side² counts, in cell order; they sum to the number placed
 */
export function triangularCounts(column: TriadColumn, side: number, rows?: Rows): Uint32Array {
  const known = knownOf(rows)?.triangles(column, side);
  if (known) return known;
  const counts = new Uint32Array(side * side);
  const parts = equalParts(side);
  forEachPlaced(column.state, rows, (row) => {
    const cell = triangularCellIn(parts, column.top[row] ?? 0, column.right[row] ?? 0, side);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return counts;
}

/** @throws RangeError when there is no such cell */
export function triangularCell(cell: number, side: number): TriangularCell {
  if (!Number.isInteger(cell) || cell < 0 || cell >= side * side) throw new RangeError(`no cell ${cell} with ${side} a side`);
  const row = side - Math.ceil(Math.sqrt(side * side - cell));
  const place = cell - row * (2 * side - row);
  return { row, column: place >> 1, upward: place % 2 === 0 };
}

/** The three corners of a cell in the plane. */
export function triangularVertices(cell: number, side: number): [PlanePoint, PlanePoint, PlanePoint] {
  const point = ([top, right]: GridPoint) => planePoint((right + top / 2) / side, (top / side) * height);
  const [first, second, third] = triangularCorners(cell, side);
  return [point(first), point(second), point(third)];
}

type GridPoint = [top: number, right: number];

/** The three corners of a cell on the grid, as whole numbers of 1/side. */
export function triangularCorners(cell: number, side: number): [GridPoint, GridPoint, GridPoint] {
  const { row, column, upward } = triangularCell(cell, side);
  const apex: GridPoint = upward ? [row, column] : [row + 1, column + 1];
  return [apex, [row, column + 1], [row + 1, column]];
}

/** The cell of shares in units of 1/whole; see `triangularCellOf`. */
export function triangularCellAt(top: number, right: number, whole: number, side: number): number {
  const row = Math.min(Math.floor((top * side) / whole), side - 1);
  return cellInRow(row, Math.floor((right * side) / whole), top, right, whole, side);
}

/** The cell of a placement given as 16 bits, in exact integers. @param parts `equalParts(side)` */
export function triangularCellIn(parts: Uint16Array, top: number, right: number, side: number): number {
  return cellInRow(parts[top] as number, parts[right] as number, top, right, quantum, side);
}

function cellInRow(row: number, from: number, top: number, right: number, whole: number, side: number): number {
  const column = Math.min(from, side - 1 - row);
  const beyond = top * side - row * whole + (right * side - column * whole) > whole;
  const downward = beyond && column < side - 1 - row;
  return row * (2 * side - row) + 2 * column + (downward ? 1 : 0);
}
