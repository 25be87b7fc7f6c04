import { quantum, type StoneColumn, stateCode } from '../columns/columns.ts';
import type { Rows } from '../patterns/rows.ts';
import { squareCounts } from '../patterns/square-bins.ts';

/** The square in which stones lie, in pixels. */
export interface Square {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The square that leaves room for the names of the axes above and below it. */
export function squareIn(width: number, height: number): Square {
  return { x: 1, y: 20, width: Math.max(1, width - 2), height: Math.max(1, height - 42) };
}

/** Where a stone of a row is drawn. */
export function stoneAt(stone: StoneColumn, row: number, { x, y, width, height }: Square): { x: number; y: number } {
  return { x: x + ((stone.x[row] ?? 0) / quantum) * width, y: y + height - ((stone.y[row] ?? 0) / quantum) * height };
}

/** Squares a side of a canvas drawn in bins. */
export const squaresASide = 10;

/** The greatest share that any of these stones has in a square: the darkest, where they stand on one scale. */
export function fullestSquare(stones: Iterable<StoneColumn>, rows: Rows): number {
  const shares = [...stones].map((stone) => {
    const counts = squareCounts(stone, squaresASide, rows);
    return (
      Math.max(...counts) /
      Math.max(
        1,
        counts.reduce((sum, count) => sum + count, 0),
      )
    );
  });
  return Math.max(1e-9, ...shares);
}

/** The middle of a stone: median across and up; null where it lies nowhere. */
export function middleOf(stone: StoneColumn, rows: Rows, square: Square): { x: number; y: number } | null {
  const placed = rows.filter((row) => stone.state[row] === stateCode.placed);
  if (!placed.length) return null;
  const median = (values: Uint16Array) => Uint16Array.from(placed, (row) => values[row] ?? 0).sort()[placed.length >> 1] ?? 0;
  return {
    x: square.x + (median(stone.x) / quantum) * square.width,
    y: square.y + square.height - (median(stone.y) / quantum) * square.height,
  };
}
