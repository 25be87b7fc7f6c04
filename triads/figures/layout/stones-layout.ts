import { quantum, type StoneColumn } from '../../columns/columns.ts';
import { positionQuantiles } from '../../patterns/positions.ts';
import type { Rows } from '../../patterns/rows.ts';
import { squareCounts } from '../../patterns/square-bins.ts';
import { type Fitted, fitted, type Measure } from '../wrap.ts';
import type { Ground } from './stone-labels.ts';

/** The square in which stones lie, in pixels. */
export interface Square {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface StonesLayout {
  square: Square;
  /** The names of the axes: lines with where the first one's baseline goes, above the canvas from its left and below it from its right. */
  up: Fitted & { y: number };
  across: Fitted & { y: number };
  lineHeight: number;
}

const lineHeight = 15;

/** The largest canvas that leaves room for the names of its axes, in as many lines as they take. */
export function layStones(width: number, height: number, names: { up: string; across: string }, measure: Measure): StonesLayout {
  const [up, across] = [names.up, names.across].map((name) => fitted(name, measure, width, 0.96)) as [Fitted, Fitted];
  const top = up.lines.length * lineHeight + 5;
  const below = across.lines.length * lineHeight + 7;
  const square = { x: 1, y: top, width: Math.max(1, width - 2), height: Math.max(1, height - top - below) };
  return { square, lineHeight, up: { ...up, y: 13 }, across: { ...across, y: height - 5 - (across.lines.length - 1) * lineHeight } };
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

/** The middle of a stone: median across and up, of everybody where no rows are named; null where it lies nowhere. */
export function middleOf(stone: StoneColumn, rows: Rows | undefined, square: Square): { x: number; y: number } | null {
  const median = (positions: Uint16Array) => positionQuantiles(positions, stone.state, [0.5], rows).at[0];
  const [across, up] = [median(stone.x), median(stone.y)];
  if (across === undefined || up === undefined) return null;
  return {
    x: square.x + (across / quantum) * square.width,
    y: square.y + square.height - (up / quantum) * square.height,
  };
}

/** Squares a side in which it is looked how densely stones lie. */
export const groundSide = 20;

/** Where most of the stones lie that a canvas holds: the middle of the fullest square with its neighbours; null where there are none. */
export function fullestPart({ side, counts }: Ground, { x, y, width, height }: Square): { x: number; y: number } | null {
  const around = (column: number, row: number) => {
    let sum = 0;
    for (let up = Math.max(0, row - 1); up <= Math.min(side - 1, row + 1); up++) {
      for (let across = Math.max(0, column - 1); across <= Math.min(side - 1, column + 1); across++) sum += counts[up * side + across] ?? 0;
    }
    return sum;
  };
  let best = { column: 0, row: 0, count: 0 };
  for (let square = 0; square < side * side; square++) {
    const [column, row] = [square % side, Math.floor(square / side)];
    const count = around(column, row);
    if (count > best.count) best = { column, row, count };
  }
  if (best.count === 0) return null;
  return { x: x + ((best.column + 0.5) / side) * width, y: y + height - ((best.row + 0.5) / side) * height };
}

/** Several grounds on one. */
export function together(grounds: readonly Ground[]): Ground {
  const counts = new Float64Array(groundSide * groundSide);
  for (const ground of grounds)
    for (let square = 0; square < counts.length; square++) counts[square] = (counts[square] ?? 0) + (ground.counts[square] ?? 0);
  return { side: groundSide, counts };
}
