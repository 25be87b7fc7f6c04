import { quantum, type StonesColumn } from '../../../triads/columns/columns.ts';
import { forEachPlaced, type Rows } from '../../../triads/patterns/rows.ts';
import { squareCounts } from '../../../triads/patterns/square-bins.ts';
import { ramp, role } from '../ramp.ts';
import { groupRole, stamp } from '../symbols.ts';

/** The square in which stones lie, in pixels. */
export interface Square {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Interval = readonly [from: number, to: number];
export interface Box {
  x: Interval;
  y: Interval;
}

export type Stone = StonesColumn['stones'] extends Map<string, infer Column> ? Column : never;

export function stoneAt(stone: Stone, row: number, { x, y, width, height }: Square): { x: number; y: number } {
  return { x: x + ((stone.x[row] ?? 0) / quantum) * width, y: y + height - ((stone.y[row] ?? 0) / quantum) * height };
}

/** The rows whose stone lies in a box: a story is chosen by any of its stones, the others lie elsewhere. */
export function lyingIn(stone: Stone, rows: Rows, { x, y }: Box): Rows {
  const isIn = (value: number | undefined, [from, to]: Interval) => (value ?? 0) / quantum >= from && (value ?? 0) / quantum <= to;
  return rows.filter((row) => isIn(stone.x[row], x) && isIn(stone.y[row], y));
}

/** One stone of every row, in its own colour and shape, or in the colour of the chosen. */
export function paintStone(
  context: CanvasRenderingContext2D,
  stone: Stone,
  index: number,
  rows: Rows,
  square: Square,
  area: number,
  isChosen: boolean,
) {
  const draw = stamp(context, index, area, isChosen ? 'chosen' : groupRole(index));
  context.strokeStyle = role(context.canvas, 'card');
  context.lineWidth = 0.8;
  context.globalAlpha = isChosen ? 1 : rows.length > 1000 ? 0.25 : rows.length > 100 ? 0.42 : 0.85;
  forEachPlaced(stone.state, rows, (row) => draw(stoneAt(stone, row, square), isChosen));
  context.globalAlpha = 1;
}

/** Squares a side of a canvas drawn in bins. */
export const squaresASide = 10;

/** How often a stone lies in each square: dark where often, of all times that it lies anywhere. */
export function paintSquares(context: CanvasRenderingContext2D, stone: Stone, rows: Rows, square: Square, most: number) {
  const counts = squareCounts(stone, squaresASide, rows);
  const placed = counts.reduce((sum, count) => sum + count, 0);
  const colour = ramp(context.canvas, most * placed);
  const [across, up] = [square.width / squaresASide, square.height / squaresASide];
  for (const [cell, count] of counts.entries()) {
    if (count === 0) continue;
    const [x, y] = [cell % squaresASide, Math.floor(cell / squaresASide)];
    context.fillStyle = colour(count);
    context.fillRect(square.x + x * across + 0.5, square.y + square.height - (y + 1) * up + 0.5, across - 1, up - 1);
  }
}

/** The greatest share that any of these stones has in a square: the darkest, where they stand on one scale. */
export function fullestSquare(stones: Iterable<Stone>, rows: Rows): number {
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
export function middleOf(stone: Stone, rows: Rows, square: Square): { x: number; y: number } | null {
  const placed: number[] = [];
  forEachPlaced(stone.state, rows, (row) => placed.push(row));
  if (!placed.length) return null;
  const median = (values: Uint16Array) => placed.map((row) => values[row] ?? 0).sort((a, b) => a - b)[placed.length >> 1] ?? 0;
  return {
    x: square.x + (median(stone.x) / quantum) * square.width,
    y: square.y + square.height - (median(stone.y) / quantum) * square.height,
  };
}
