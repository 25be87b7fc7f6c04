import { type PlanePoint, type ScreenPoint, screenPoint } from '../../triads/geometry/coordinates.ts';
import { areaWithin, thinned } from '../../triads/selection/polygon.ts';
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

/**
 * What was drawn, in the plane of a plot, short enough for an address; null where it goes round nothing, as a straight stroke does.
 * A rectangle keeps its corners however flat it is.
 */
export function drawnRound(
  form: Form,
  points: readonly ScreenPoint[],
  inPlane: (point: ScreenPoint) => PlanePoint,
): readonly PlanePoint[] | null {
  const polygon = thinned(drawnAs(form, points).map(inPlane), form === 'rectangle' ? 0 : undefined);
  return areaWithin(polygon) > 0 ? polygon : null;
}
