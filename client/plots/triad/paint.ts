import { quantum, type TriadColumn } from '../../../triads/columns/columns.ts';
import { type PlanePoint, planePoint, type ScreenPoint, screenPoint } from '../../../triads/geometry/coordinates.ts';
import { height } from '../../../triads/geometry/plane.ts';
import { type Triangle, toScreen } from '../../../triads/geometry/screen.ts';
import { hexagonCount, hexagonCounts, hexagonVertices } from '../../../triads/patterns/hexagonal-bins.ts';
import { forEachPlaced, type Rows, stateCounts } from '../../../triads/patterns/rows.ts';
import { triangularCounts, triangularVertices } from '../../../triads/patterns/triangular-bins.ts';
import { mostDots, paintMany } from '../many.ts';
import { role } from '../ramp.ts';
import { groupRole, stamp } from '../symbols.ts';

/** Where a row is drawn. */
export function pointOf(column: TriadColumn, row: number, triangle: Triangle) {
  const top = (column.top[row] ?? 0) / quantum;
  return toScreen(planePoint((column.right[row] ?? 0) / quantum + top / 2, top * height), triangle);
}

/** The ways to cut a triangle into bins. */
export const binnings = {
  bins: { cells: (side: number) => side * side, counts: triangularCounts, vertices: triangularVertices },
  hexagons: { cells: hexagonCount, counts: hexagonCounts, vertices: hexagonVertices },
} as const;
export type Binning = (typeof binnings)[keyof typeof binnings];

/** A bin as it is drawn. */
interface BinShape {
  middle: ScreenPoint;
  corners: readonly ScreenPoint[];
}

/** The bins of a triangle with so many cells a side, in cell order. */
export function binShapes({ cells, vertices }: Binning, side: number, triangle: Triangle): BinShape[] {
  return Array.from({ length: cells(side) }, (_, cell) => {
    const corners = vertices(cell, side).map((vertex) => toScreen(vertex, triangle));
    const mean = (of: 'x' | 'y') => corners.reduce((sum, corner) => sum + corner[of], 0) / corners.length;
    return { middle: screenPoint(mean('x'), mean('y')), corners };
  });
}

/** Bins in the colours of their values; those of 0 are left out, and what lies beyond the triangle is not drawn. */
export function paintBins(
  context: CanvasRenderingContext2D,
  values: Uint32Array | Float64Array,
  shapes: readonly BinShape[],
  triangle: Triangle,
  colour: (value: number) => string,
) {
  context.save();
  clipTo(context, triangle);
  context.strokeStyle = role(context.canvas, 'card');
  context.lineWidth = 0.75;
  for (const [cell, { corners }] of shapes.entries()) {
    const value = values[cell] as number;
    if (value === 0) continue;
    context.beginPath();
    for (const { x, y } of corners) context.lineTo(x, y);
    context.closePath();
    context.fillStyle = colour(value);
    context.fill();
    context.stroke();
  }
  context.restore();
}

const edges: readonly PlanePoint[] = [planePoint(0, 0), planePoint(1, 0), planePoint(0.5, height)];

/** Nothing is drawn outside the triangle until the context is restored. */
export function clipTo(context: CanvasRenderingContext2D, triangle: Triangle) {
  context.beginPath();
  for (const corner of edges) {
    const { x, y } = toScreen(corner, triangle);
    context.lineTo(x, y);
  }
  context.closePath();
  context.clip();
}

/** Single placements, as many as there are, fainter the more there are. */
export function paintPoints(context: CanvasRenderingContext2D, column: TriadColumn, rows: Rows, triangle: Triangle, radius: number) {
  if (rows.length > mostDots) {
    const ink = { colour: role(context.canvas, 'dot'), radius: radius * 0.75 };
    paintMany(context, ink, (dot) => layPoints(column, rows, triangle, dot));
    return;
  }
  context.fillStyle = role(context.canvas, 'dot');
  context.globalAlpha = opacityOf(rows.length);
  forEachPlaced(column.state, rows, (row) => dot(context, pointOf(column, row, triangle), radius));
  context.globalAlpha = 1;
}

/** The placements of one of several groups, in its colour and shape. */
export function paintGroup(
  context: CanvasRenderingContext2D,
  column: TriadColumn,
  rows: Rows,
  group: number,
  triangle: Triangle,
  area: number,
) {
  if (rows.length > mostDots) {
    const ink = {
      colour: role(context.canvas, groupRole(group)),
      radius: Math.sqrt(area / Math.PI) * 0.8,
    };
    paintMany(context, ink, (dot) => layPoints(column, rows, triangle, dot));
    return;
  }
  const draw = stamp(context, group, area);
  context.globalAlpha = 0.8 * opacityOf(rows.length);
  forEachPlaced(column.state, rows, (row) => draw(pointOf(column, row, triangle)));
  context.globalAlpha = 1;
}

const opacityOf = (points: number) => (points > 1000 ? 0.3 : points > 100 ? 0.55 : 0.85);

function layPoints({ state, top, right }: TriadColumn, rows: Rows, { origin, side }: Triangle, dot: (x: number, y: number) => void) {
  const unit = side / quantum;
  forEachPlaced(state, rows, (row) => {
    const up = (top[row] as number) * unit;
    dot(origin.x + (right[row] as number) * unit + up / 2, origin.y - up * height);
  });
}

/** The bins that everybody is drawn in. */
export interface Bins {
  shapes: readonly BinShape[];
  /** Everybody in each. */
  counts: Uint32Array;
  /** Some of them in each. */
  of: (rows: Rows) => Uint32Array;
}

/**
 * The chosen: orange dots with a thin rim, so that they stand on dark bins and on paper. Where they are too many, each bin has
 * its own shape in orange, as large as the chosen are many there; on plots without bins the dots run together.
 */
export function paintChosen(
  context: CanvasRenderingContext2D,
  column: TriadColumn,
  rows: Rows,
  triangle: Triangle,
  radius: number,
  bins: Bins | null,
) {
  if (stateCounts(column.state, rows).placed > mostDots) {
    if (bins) paintParts(context, bins, bins.of(rows), triangle);
    else
      paintMany(context, { colour: role(context.canvas, 'chosen'), radius: radius * 0.6 }, (dot) => layPoints(column, rows, triangle, dot));
    return;
  }
  context.fillStyle = role(context.canvas, 'chosen');
  context.strokeStyle = role(context.canvas, 'card');
  context.lineWidth = rows.length > 400 ? 0 : 1;
  const size = rows.length > 400 ? radius * 0.7 : radius;
  forEachPlaced(column.state, rows, (row) => {
    dot(context, pointOf(column, row, triangle), size);
    if (context.lineWidth && rows.length <= 400) context.stroke();
  });
}

/** In each bin its own shape, smaller: its area is to the bin's as the chosen there are to everybody in the fullest bin. */
function paintParts(context: CanvasRenderingContext2D, { shapes, counts }: Bins, chosen: Uint32Array, triangle: Triangle) {
  const most = counts.reduce((most, count) => Math.max(most, count), 1);
  context.save();
  clipTo(context, triangle);
  context.fillStyle = role(context.canvas, 'chosen');
  context.beginPath();
  for (const [cell, { middle, corners }] of shapes.entries()) {
    const count = chosen[cell] as number;
    if (count === 0) continue;
    const size = Math.sqrt(count / most) * 0.94;
    for (const [index, corner] of corners.entries()) {
      const [across, down] = [middle.x + (corner.x - middle.x) * size, middle.y + (corner.y - middle.y) * size];
      if (index) context.lineTo(across, down);
      else context.moveTo(across, down);
    }
  }
  context.fill();
  context.restore();
}

function dot(context: CanvasRenderingContext2D, { x, y }: { x: number; y: number }, radius: number) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
