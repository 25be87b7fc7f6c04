import { contours } from 'd3-contour';
import { type PlanePoint, planePoint } from '../geometry/coordinates.ts';
import { heldShares, levelsHolding, type TriadDensity } from './density.ts';

/**
 * Contours of a density: each holds a share of the stories, the widest first. They are drawn on the density that goes on beyond
 * the edges, so that cut off at the triangle they meet its edges as the pattern does.
 * @returns the rings of each contour, in the plane
 */
export function contourLines(density: TriadDensity): PlanePoint[][][] {
  const levels = levelsHolding(density, heldShares);
  const lines = contours().size([density.columns, density.rows]).thresholds(levels)(Array.from(density.mirrored));
  return lines.map(({ coordinates }) =>
    coordinates.flat().map((ring) => ring.map(([column = 0, row = 0]) => planeOf(density, column, row))),
  );
}

/** How much of its colour a contour has, the widest being number 0. */
export const contourOpacity = (nth: number) => 0.14 + 0.06 * nth;

/** d3-contour has the value of column c in the middle of c…c + 1. */
function planeOf({ from, step }: TriadDensity, column: number, row: number): PlanePoint {
  return planePoint(from.x + (column - 0.5) * step, from.y + (row - 0.5) * step);
}
