import { quantum, type TriadColumn } from '../../../triads/columns/columns.ts';
import { planePoint } from '../../../triads/geometry/coordinates.ts';
import { height } from '../../../triads/geometry/plane.ts';
import { type Triangle, toScreen } from '../../../triads/geometry/screen.ts';
import { forEachPlaced, type Rows } from '../../../triads/patterns/rows.ts';
import { triangularCounts, triangularVertices } from '../../../triads/patterns/triangular-bins.ts';
import { ramp, role } from '../ramp.ts';

/** Where a row is drawn. */
export function pointOf(column: TriadColumn, row: number, triangle: Triangle) {
  const top = (column.top[row] ?? 0) / quantum;
  return toScreen(planePoint((column.right[row] ?? 0) / quantum + top / 2, top * height), triangle);
}

/** Few placements are shown as they are, over bins too faint to be read as a pattern. */
export const fewest = 30;

/** Cells a side: fewer where fewer placements would leave most cells with one. */
export function cellsFor(placed: number): number {
  return placed <= fewest ? 6 : placed <= 120 ? 8 : 12;
}

/** Triangular bins, dark where many lie; faint ones stay light, so that the points on them are what one reads. */
export function paintBins(
  context: CanvasRenderingContext2D,
  column: TriadColumn,
  rows: Rows,
  triangle: Triangle,
  cells: number,
  isFaint: boolean,
) {
  const counts = triangularCounts(column, cells, rows);
  const most = counts.reduce((most, count) => Math.max(most, count), 1);
  const colour = ramp(context.canvas, isFaint ? most * 10 : most);
  context.strokeStyle = role(context.canvas, 'card');
  context.lineWidth = 0.75;
  for (const [cell, count] of counts.entries()) {
    if (count === 0) continue;
    context.beginPath();
    for (const vertex of triangularVertices(cell, cells)) {
      const { x, y } = toScreen(vertex, triangle);
      context.lineTo(x, y);
    }
    context.closePath();
    context.fillStyle = colour(count);
    context.fill();
    context.stroke();
  }
}

/** Single placements, as many as there are, fainter the more there are. */
export function paintPoints(context: CanvasRenderingContext2D, column: TriadColumn, rows: Rows, triangle: Triangle, radius: number) {
  context.fillStyle = role(context.canvas, 'dot');
  context.globalAlpha = rows.length > 2000 ? 0.3 : rows.length > 100 ? 0.55 : 0.85;
  forEachPlaced(column.state, rows, (row) => dot(context, pointOf(column, row, triangle), radius));
  context.globalAlpha = 1;
}

/** The chosen: orange dots with a thin rim, so that they stand on dark bins and on paper. */
export function paintChosen(context: CanvasRenderingContext2D, column: TriadColumn, rows: Rows, triangle: Triangle, radius: number) {
  context.fillStyle = role(context.canvas, 'chosen');
  context.strokeStyle = role(context.canvas, 'card');
  context.lineWidth = rows.length > 400 ? 0 : 1;
  const size = rows.length > 400 ? radius * 0.7 : radius;
  forEachPlaced(column.state, rows, (row) => {
    dot(context, pointOf(column, row, triangle), size);
    if (context.lineWidth && rows.length <= 400) context.stroke();
  });
}

export function dot(context: CanvasRenderingContext2D, { x, y }: { x: number; y: number }, radius: number) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
