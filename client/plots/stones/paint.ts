import { quantum, type StoneColumn } from '../../../triads/columns/columns.ts';
import { type Square, squaresASide, stoneAt } from '../../../triads/figures/layout/stones-layout.ts';
import { planePoint } from '../../../triads/geometry/coordinates.ts';
import { forEachPlaced, type Rows } from '../../../triads/patterns/rows.ts';
import { squareCounts } from '../../../triads/patterns/square-bins.ts';
import type { Shape } from '../../../triads/selection/clause.ts';
import { isWithin } from '../../../triads/selection/polygon.ts';
import { mostDots, paintMany } from '../many.ts';
import { ramp, role } from '../ramp.ts';
import { groupRole, stamp } from '../symbols.ts';

export type Interval = readonly [from: number, to: number];
export interface Box {
  x: Interval;
  y: Interval;
}
/** What can be drawn on a canvas of stones. */
export type Laid = Extract<Shape, { kind: 'box' } | { kind: 'area' }>;

/** The rows whose stone lies in any of some shapes that are about it: a story is chosen by one of its stones, the others lie elsewhere. */
export function lyingIn(key: string, stone: StoneColumn, rows: Rows, shapes: readonly Laid[]): Rows {
  const about = shapes.filter((shape) => (shape.stone ?? key) === key);
  const isIn = (value: number, [from, to]: Interval) => value >= from && value <= to;
  return rows.filter((row) => {
    const [x, y] = [(stone.x[row] ?? 0) / quantum, (stone.y[row] ?? 0) / quantum];
    return about.some((shape) => (shape.kind === 'box' ? isIn(x, shape.x) && isIn(y, shape.y) : isWithin(shape.polygon, planePoint(x, y))));
  });
}

/** One stone of every row, in its own colour and shape, or in the colour of the chosen. */
export function paintStone(
  context: CanvasRenderingContext2D,
  stone: StoneColumn,
  index: number,
  rows: Rows,
  square: Square,
  area: number,
  isChosen: boolean,
) {
  const colour = isChosen ? 'chosen' : groupRole(index);
  if (rows.length > mostDots) {
    const ink = { colour: role(context.canvas, colour), radius: 1.6 };
    const [across, up] = [square.width / quantum, square.height / quantum];
    paintMany(context, ink, (dot) =>
      forEachPlaced(stone.state, rows, (row) =>
        dot(square.x + (stone.x[row] as number) * across, square.y + square.height - (stone.y[row] as number) * up),
      ),
    );
    return;
  }
  const draw = stamp(context, index, area, colour);
  context.strokeStyle = role(context.canvas, 'card');
  context.lineWidth = 0.8;
  context.globalAlpha = isChosen ? 1 : rows.length > 1000 ? 0.25 : rows.length > 100 ? 0.42 : 0.85;
  forEachPlaced(stone.state, rows, (row) => draw(stoneAt(stone, row, square), isChosen));
  context.globalAlpha = 1;
}

/** How often a stone lies in each square: dark where often, of all times that it lies anywhere. */
export function paintSquares(context: CanvasRenderingContext2D, stone: StoneColumn, rows: Rows, square: Square, most: number) {
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
