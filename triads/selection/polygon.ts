import { type PlanePoint, planePoint } from '../geometry/coordinates.ts';

/**
 * Whether a point lies in a closed polygon, by the even-odd rule (crossings of a ray to the right).
 * @param polygon its corners in order; fewer than three hold nothing
 */
export function isWithin(polygon: readonly PlanePoint[], { x, y }: PlanePoint): boolean {
  let inside = false;
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (before && corner.y > y !== before.y > y) {
      const crossing = ((before.x - corner.x) * (y - corner.y)) / (before.y - corner.y) + corner.x;
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** The area of a closed polygon, in squares of a side, by the shoelace formula; to a millionth, so that a line has none. */
export function areaWithin(polygon: readonly PlanePoint[]): number {
  const twice = polygon.reduce((sum, { x, y }, index) => {
    const before = polygon.at(index - 1) ?? { x, y };
    return sum + before.x * y - x * before.y;
  }, 0);
  return Math.round(Math.abs(twice) * 5e5) / 1e6;
}

/**
 * A lasso short enough for an address: corners that lie within `tolerance` of the line between their neighbours left out
 * (Douglas and Peucker 1973), coordinates rounded to thousandths of a side.
 * @param points as drawn, in the plane
 * @param tolerance in sides of the triangle
 */
export function thinned(points: readonly PlanePoint[], tolerance = 0.008): PlanePoint[] {
  return simplified(points, tolerance).map(({ x, y }) => planePoint(thousandth(x), thousandth(y)));
}

function simplified(points: readonly PlanePoint[], tolerance: number): readonly PlanePoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  let furthest = 0;
  let distance = 0;
  for (const [index, point] of points.entries()) {
    const away = distanceToLine(point, first, last);
    if (away > distance) [furthest, distance] = [index, away];
  }
  if (distance <= tolerance) return [first, last];
  return [...simplified(points.slice(0, furthest + 1), tolerance).slice(0, -1), ...simplified(points.slice(furthest), tolerance)];
}

/** Distance to the line through two points, or to the point where they are one. */
function distanceToLine({ x, y }: PlanePoint, from: PlanePoint, to: PlanePoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - from.x, y - from.y) : Math.abs(dx * (y - from.y) - dy * (x - from.x)) / length;
}

/** A number rounded to three decimals. */
export function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
