import { type PlanePoint, planePoint, type ScreenPoint, screenPoint } from './coordinates.ts';
import { height } from './plane.ts';

/** The room a triangle is drawn in, in CSS pixels; `padding` is kept free on every side. */
export interface Box {
  width: number;
  height: number;
  padding: number;
}

/** The triangle as large as the box allows, in its middle. */
export interface Triangle {
  /** Length of a side in pixels. */
  side: number;
  /** The left corner. */
  origin: ScreenPoint;
}

/** @throws RangeError when the padding leaves no room */
export function triangleIn(box: Box): Triangle {
  const side = Math.min(box.width - 2 * box.padding, (box.height - 2 * box.padding) / height);
  if (!(side > 0)) throw new RangeError('the padding leaves no room for a triangle');
  return { side, origin: screenPoint((box.width - side) / 2, (box.height + side * height) / 2) };
}

/** Where a point of the plane is drawn; y turns downwards. */
export function toScreen({ x, y }: PlanePoint, { side, origin }: Triangle): ScreenPoint {
  return screenPoint(origin.x + x * side, origin.y - y * side);
}

/** The point of the plane under a pixel; it may lie outside the triangle. */
export function fromScreen({ x, y }: ScreenPoint, { side, origin }: Triangle): PlanePoint {
  return planePoint((x - origin.x) / side, (origin.y - y) / side);
}
