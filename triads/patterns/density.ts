import { density1d, density2d } from 'fast-kde';
import type { DyadColumn, TriadColumn } from '../columns/columns.ts';
import { type PlanePoint, planePoint } from '../geometry/coordinates.ts';
import { height } from '../geometry/plane.ts';
import { dyadHistogram } from './dyad-patterns.ts';
import type { Rows } from './rows.ts';
import { triangularCounts, triangularVertices } from './triangular-bins.ts';

/** How densely placements lie, on a square grid over the triangle and a margin; rows from the bottom upwards. */
export interface TriadDensity {
  /** Placements per unit of area, in shares of all: sums to 1 with step² inside the triangle, and is 0 outside. */
  values: Float64Array;
  /** The same going on beyond the edges as in a mirror: for contours that are then clipped to the triangle. */
  mirrored: Float64Array;
  columns: number;
  rows: number;
  /** The plane point of the first value, and the way to the next. */
  from: PlanePoint;
  step: number;
  /** Standard deviation of the kernel, in sides. */
  bandwidth: number;
}

/** Fine cells a side that stand for their placements: far narrower than any bandwidth. */
const fine = 60;
const [narrowest, widest] = [0.025, 0.07];
/** Values to a bandwidth: more would not show in a contour. And the most values from left to right. */
const finest = 5;
const mostColumns = 200;

/**
 * The density of a triad's placements by fast-kde (Deriche's Gaussian), corrected at the edges: the triangle's mirror images
 * tile the plane, so what the kernel would lose beyond an edge comes back from the images, and none of it is outside.
 * The bandwidth is Scott's rule in two dimensions, sd · n^(−1/6), held within 0.025…0.07 sides.
 * @param rows the rows to look at; all when left out
 * @returns null where nothing is placed
 */
export function triadDensity(column: TriadColumn, rows?: Rows): TriadDensity | null {
  const counts = triangularCounts(column, fine, rows);
  const placed = counts.reduce((sum, count) => sum + count, 0);
  if (placed === 0) return null;
  const bandwidth = Math.min(widest, Math.max(narrowest, spread(counts, placed) * placed ** (-1 / 6)));
  const margin = 4 * bandwidth;
  const columns = Math.min(mostColumns, Math.ceil(((1 + 2 * margin) * finest) / bandwidth) + 1);
  const step = (1 + 2 * margin) / (columns - 1);
  const gridRows = Math.ceil((height + 2 * margin) / step) + 1;
  const { xs, ys, weights } = withImages(counts, margin);
  const mirrored = density2d(weights, {
    x: (_, index) => xs[index] as number,
    y: (_, index) => ys[index] as number,
    weight: (weight) => weight,
    bandwidth,
    extent: [
      [-margin, 1 + margin],
      [-margin, -margin + (gridRows - 1) * step],
    ],
    bins: [columns, gridRows],
  }).grid();
  return {
    ...masked(mirrored, { margin, step, columns, rows: gridRows }),
    columns,
    rows: gridRows,
    from: planePoint(-margin, -margin),
    step,
    bandwidth,
  };
}

/** The middles of the fine cells, and the triangle's edges to mirror at. */
const middles = Array.from({ length: fine * fine }, (_, cell) => {
  const [a, b, c] = triangularVertices(cell, fine);
  return planePoint((a.x + b.x + c.x) / 3, (a.y + b.y + c.y) / 3);
});
const base = ({ x, y }: PlanePoint) => planePoint(x, -y);
const leftEdge = ({ x, y }: PlanePoint) => planePoint(-x / 2 + y * height, x * height + y / 2);
const rightEdge = ({ x, y }: PlanePoint) => planePoint(3 / 2 - x / 2 - y * height, height - x * height + y / 2);

/** What makes, of the triangle, each of the twelve images that touch it. */
const images: ((point: PlanePoint) => PlanePoint)[] = [
  ...[base, leftEdge, rightEdge],
  ...pairsOf(base, leftEdge, rightEdge).flatMap(([one, other]) => [
    (point: PlanePoint) => one(other(point)),
    (point: PlanePoint) => other(one(point)),
    (point: PlanePoint) => one(other(one(point))),
  ]),
];

function pairsOf<Kind>(one: Kind, two: Kind, three: Kind): [Kind, Kind][] {
  return [
    [one, two],
    [two, three],
    [three, one],
  ];
}

/** The cells that hold anything, with their images as far as the kernel reaches. */
function withImages(counts: Uint32Array, margin: number): { xs: Float64Array; ys: Float64Array; weights: Float64Array } {
  const [xs, ys, weights]: [number[], number[], number[]] = [[], [], []];
  const add = ({ x, y }: PlanePoint, weight: number) => {
    if (x < -margin || x > 1 + margin || y < -margin || y > height + margin) return;
    xs.push(x);
    ys.push(y);
    weights.push(weight);
  };
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] as number;
    if (count === 0) continue;
    const middle = middles[cell] as PlanePoint;
    add(middle, count);
    if (isNearEdge(middle, margin)) for (const image of images) add(image(middle), count);
  }
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys), weights: Float64Array.from(weights) };
}

/** Distances to the three edges: of the base, y; of the others by their normals. */
function isNearEdge({ x, y }: PlanePoint, margin: number): boolean {
  return Math.min(y, x * height - y / 2, (1 - x) * height - y / 2) < margin;
}

/** The spread of the placements: the root of the mean of their variances along both axes. */
function spread(counts: Uint32Array, placed: number): number {
  let [x, y, squares] = [0, 0, 0];
  for (let cell = 0; cell < counts.length; cell++) {
    const [count, middle] = [counts[cell] as number, middles[cell] as PlanePoint];
    x += count * middle.x;
    y += count * middle.y;
    squares += count * (middle.x ** 2 + middle.y ** 2);
  }
  return Math.sqrt(Math.max(0, (squares - (x * x + y * y) / placed) / placed / 2));
}

interface Grid {
  margin: number;
  step: number;
  columns: number;
  rows: number;
}

/** Nothing outside the triangle, and 1 in all inside. */
function masked(smooth: Float64Array, { margin, step, columns, rows }: Grid): Pick<TriadDensity, 'values' | 'mirrored'> {
  const values = new Float64Array(smooth.length);
  let sum = 0;
  for (let row = Math.ceil(margin / step); row < rows; row++) {
    // Between the left and the right edge, each further in by half of what y is of a side.
    const inset = (row * step - margin) / (2 * height);
    const last = Math.floor((1 - inset + margin) / step);
    for (let column = Math.ceil((inset + margin) / step); column <= last; column++) {
      const value = smooth[row * columns + column] as number;
      values[row * columns + column] = value;
      sum += value;
    }
  }
  const scale = 1 / (sum * step * step);
  for (let place = 0; place < smooth.length; place++) {
    values[place] = (values[place] as number) * scale;
    smooth[place] = (smooth[place] as number) * scale;
  }
  return { values, mirrored: smooth };
}

/** The shares of the stories that contours hold, the widest first. */
export const heldShares = [0.95, 0.75, 0.5, 0.25] as const;

/**
 * The densities at which contours hold these shares of all placements: whatever lies as densely or more densely makes up the share
 * (highest density regions, Hyndman 1996).
 * @param shares between 0 and 1
 * @returns one level a share, in the same order
 */
export function levelsHolding({ values, step }: Pick<TriadDensity, 'values' | 'step'>, shares: readonly number[]): number[] {
  const falling = values
    .filter((value) => value > 0)
    .sort()
    .reverse();
  const held = new Float64Array(falling.length);
  let sum = 0;
  for (const [place, value] of falling.entries()) {
    sum += value * step * step;
    held[place] = sum;
  }
  return shares.map((share) => falling[held.findIndex((within) => within >= share)] ?? falling.at(-1) ?? 0);
}

/** The ridge of a dyad: density from the left pole to the right, in shares of all placements per unit; it sums to 1 with 1/bins. */
export interface DyadDensity {
  values: Float64Array;
  bandwidth: number;
}

/**
 * The density of a dyad's placements by fast-kde, mirrored at both poles so that nothing is lost beyond them.
 * @param bandwidth standard deviation of the kernel; ridges that stand together take the same
 * @returns 120 values at the middles of equal parts; null where nothing is placed
 */
export function dyadDensity(column: DyadColumn, rows?: Rows, bandwidth = 0.04): DyadDensity | null {
  const bins = 120;
  const counts = dyadHistogram(column, bins, rows);
  const placed = counts.reduce((sum, count) => sum + count, 0);
  if (placed === 0) return null;
  const mirrored = Float64Array.from({ length: 3 * bins }, (_, at) => {
    const bin = at % bins;
    return (counts[at >= bins && at < 2 * bins ? bin : bins - 1 - bin] as number) / placed;
  });
  const smooth = density1d(mirrored, {
    x: (_, at) => -1 + (at + 0.5) / bins,
    weight: (share) => share,
    bandwidth,
    extent: [-1 + 0.5 / bins, 2 - 0.5 / bins],
    bins: 3 * bins,
  }).grid();
  return { values: smooth.slice(bins, 2 * bins).map((share) => share * bins), bandwidth };
}
