import { composition, nearestComposition, sumTolerance } from './composition.ts';
import { type Composition, type PlanePoint, planePoint } from './coordinates.ts';

/** Height of the triangle whose side is 1: √3/2. */
export const height = Math.sqrt(3) / 2;

/** The point of a composition: x = right + top/2, y = top·√3/2, in sides of the triangle, as SenseMaker has it. */
export function toPlane([top, , right]: Composition): PlanePoint {
  return planePoint(right + top / 2, top * height);
}

/**
 * The composition at a point of the triangle.
 * @throws RangeError when the point lies outside (by more than rounding) or is not finite
 */
export function fromPlane(point: PlanePoint): Composition {
  const [top, left, right] = sharesAt(point);
  if (!(Math.min(top, left, right) >= -sumTolerance)) throw new RangeError(`(${point.x}, ${point.y}) is outside the triangle`);
  const near = nearestComposition(top, left, right);
  return composition(near[0], near[1], near[2]);
}

/**
 * The composition whose point is nearest to any point of the plane: what a finger that slides out of the triangle means.
 * @throws RangeError when a coordinate is not finite
 */
export function closeToComposition(point: PlanePoint): Composition {
  return nearestComposition(...sharesAt(point));
}

/** Shares that sum to 1 but may be below 0 or above 1 outside the triangle. */
function sharesAt({ x, y }: PlanePoint): [top: number, left: number, right: number] {
  const top = y / height;
  const right = x - top / 2;
  return [top, 1 - top - right, right];
}
