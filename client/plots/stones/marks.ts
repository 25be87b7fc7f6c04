import type { StoneColumn } from '../../../triads/columns/columns.ts';
import type { Square } from '../../../triads/figures/layout/stones-layout.ts';
import type { Stones } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { type PlanePoint, planePoint, type ScreenPoint, screenPoint } from '../../../triads/geometry/coordinates.ts';
import { boundsOf } from '../../../triads/geometry/span.ts';
import type { Rows } from '../../../triads/patterns/rows.ts';
import { squareCounts } from '../../../triads/patterns/square-bins.ts';
import type { Shape } from '../../../triads/selection/clause.ts';
import { thousandth } from '../../../triads/selection/polygon.ts';
import type { Mark } from '../marks.ts';
import { spanInWords } from '../says.ts';
import type { Box, Interval, Laid } from './paint.ts';

/** How a canvas is cut for keys: into quarters, then finer squares, so many a side. */
export const fineness: readonly number[] = [2, 5, 10];

interface StoneMark extends Mark {
  box: Box;
}

export const isLaid = (shape: Shape): shape is Laid => shape.kind === 'box' || shape.kind === 'area';

/** The place in the canvas, 0…1, under a pixel; it may lie beyond. */
export function fromPixels({ x, y }: ScreenPoint, square: Square): PlanePoint {
  return planePoint((x - square.x) / square.width, 1 - (y - square.y) / square.height);
}

/** What was drawn, in pixels. */
export function outlineOf(shape: Laid, square: Square): ScreenPoint[] {
  const polygon =
    shape.kind === 'area' ? shape.polygon : boundsOf([planePoint(shape.x[0], shape.y[0]), planePoint(shape.x[1], shape.y[1])]);
  return polygon.map(({ x, y }) => screenPoint(square.x + x * square.width, square.y + (1 - y) * square.height));
}

/** The box that holds some points, as far as it lies in the canvas. */
export function boxRound(points: readonly PlanePoint[]): Box {
  const along = (of: 'x' | 'y'): Interval => {
    const values = points.map((point) => thousandth(Math.min(1, Math.max(0, point[of]))));
    return [Math.min(...values), Math.max(...values)];
  };
  return { x: along('x'), y: along('y') };
}

/**
 * The squares of a canvas of stones that keys can reach, from the upper left row by row.
 * @param counted whose stones to count in them; null while nobody listens
 */
export function stoneMarks(
  { axes }: Stones,
  counted: { stones: readonly StoneColumn[]; rows: Rows } | null,
  side: number,
  own: readonly Box[],
  square: Square,
  language: string,
): StoneMark[] {
  const counts = counted?.stones.map((stone) => squareCounts(stone, side, counted.rows)) ?? [];
  const part = (at: number): Interval => [thousandth(at / side), thousandth((at + 1) / side)];
  return Array.from({ length: side * side }, (_, nth) => {
    const [across, up] = [nth % side, side - 1 - Math.floor(nth / side)];
    const box = { x: part(across), y: part(up) };
    const count = counts.reduce((sum, of) => sum + (of[up * side + across] ?? 0), 0);
    return {
      key: `${side}-${nth}`,
      words: `${boxName(axes, box, language)}${counted ? `: ${count} ${count === 1 ? 'stone' : 'stones'}` : ''}`,
      outline: outlineOf({ kind: 'box', signifier: '', ...box }, square),
      isOn: own.some(({ x, y }) => holds(x, box.x) && holds(y, box.y)),
      box,
    };
  });
}

const holds = (outer: Interval, inner: Interval) => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Where a box lies, by its axes: "0 to 50 % quick, over 50 % together". */
export function boxName(axes: Stones['axes'], { x, y }: Box, language: string): string {
  const along = ({ low, high }: Stones['axes']['x'], span: Interval) =>
    spanInWords(span, localise(low, language), localise(high, language));
  return [along(axes.x, x), along(axes.y, y)].join(', ');
}
