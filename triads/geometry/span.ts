import { type PlanePoint, planePoint } from './coordinates.ts';
import { height } from './plane.ts';

type Shares = readonly [top: number, left: number, right: number];

const triangle: readonly Shares[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/**
 * The smallest part of the triangle between lines of equal shares that holds some points: what a rectangle is elsewhere.
 * @param points in the triangle, at least one
 * @returns its corners in order, three to six of them where the points do not lie on one line
 */
export function spanOf(points: readonly PlanePoint[]): PlanePoint[] {
  const shares = points.map(sharesOf);
  let corners = triangle;
  for (const of of [0, 1, 2] as const) {
    const values = shares.map((share) => share[of]);
    corners = cut(corners, of, Math.min(...values), 1);
    corners = cut(corners, of, Math.max(...values), -1);
  }
  return corners.map(([top, , right]) => planePoint(right + top / 2, top * height));
}

/** The corners of the smallest upright rectangle that holds some points. */
export function boundsOf(points: readonly PlanePoint[]): PlanePoint[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [planePoint(left, low), planePoint(right, low), planePoint(right, high), planePoint(left, high)];
}

/** What a convex outline has on one side of a line of equal shares (Sutherland and Hodgman 1974). */
function cut(corners: readonly Shares[], of: 0 | 1 | 2, at: number, side: 1 | -1): Shares[] {
  const beyond = (corner: Shares) => side * (corner[of] - at);
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [beyond(corner), beyond(next)];
    const kept = here >= -rounding ? [corner] : [];
    const isCrossed = (here > rounding && there < -rounding) || (here < -rounding && there > rounding);
    if (!isCrossed) return kept;
    const part = here / (here - there);
    const between = (axis: 0 | 1 | 2) => corner[axis] + part * (next[axis] - corner[axis]);
    return [...kept, [between(0), between(1), between(2)] as const];
  });
}

const rounding = 1e-9;

function sharesOf({ x, y }: PlanePoint): Shares {
  const top = y / height;
  const right = x - top / 2;
  return [top, 1 - top - right, right];
}
