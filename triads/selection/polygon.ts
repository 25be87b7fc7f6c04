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

/**
 * A lasso short enough for an address: neighbours closer than `gap` left out, coordinates rounded to thousandths of a side.
 * @param points as drawn, in the plane
 * @param gap least distance between two corners, in sides of the triangle
 */
export function thinned(points: readonly PlanePoint[], gap = 0.03): PlanePoint[] {
  const kept: PlanePoint[] = [];
  for (const { x, y } of points) {
    const last = kept.at(-1);
    if (!last || Math.hypot(x - last.x, y - last.y) >= gap) kept.push(planePoint(thousandth(x), thousandth(y)));
  }
  return kept;
}

/** A number rounded to three decimals. */
export function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
