import { type ScreenPoint, screenPoint } from '../../triads/geometry/coordinates.ts';
import { corners } from './marks.ts';

/** What a pointer draws on a plot of two dimensions: round what it goes round, or a rectangle from where it begins to where it ends. */
export type Form = 'lasso' | 'rectangle';

/** The outline of what was drawn by going through some points. */
export function drawnAs(form: Form, points: readonly ScreenPoint[]): ScreenPoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (form === 'lasso' || !first || !last) return [...points];
  const [x, y] = [Math.min(first.x, last.x), Math.min(first.y, last.y)];
  const rectangle = { x, y, width: Math.abs(last.x - first.x), height: Math.abs(last.y - first.y) };
  return corners(rectangle).map((corner) => screenPoint(corner.x, corner.y));
}
