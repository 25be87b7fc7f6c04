import { quantum, type TriadColumn } from '../columns/columns.ts';
import { renormalise } from '../geometry/composition.ts';
import { type Composition, type LogRatio, logRatio } from '../geometry/coordinates.ts';
import { height, toPlane } from '../geometry/plane.ts';
import { forEachPlaced, type Rows } from '../patterns/rows.ts';
import { fromLogRatio, logRatios } from './log-ratio.ts';

/** Below so many placements no centre is drawn. */
export const fewestForCentre = 30;

/**
 * The least share of placements that must lie within √½ of a standard deviation (Mahalanobis) of the centre: of a normal pattern 22 %
 * do, of one spread evenly over an ellipse 12.5 %, of one at two ends hardly any.
 */
const leastAround = 0.1;

/**
 * As seen in the triangle, at least half as many placements must lie within 0.15 of a side from the centre as would if they lay anywhere alike:
 * corners that all draw stories leave a hole in the middle, which log-ratios alone do not show.
 */
const nearby = 0.15;
const leastNearby = (Math.PI * nearby ** 2) / (height / 2) / 2;

export interface Centre {
  /** Why there is none: too few placements, or stories lie at ends with few between them. */
  fault: 'few' | 'apart' | null;
  n: number;
  /** The closed geometric mean. */
  centre: Composition | null;
  /** The border of the 95 % region of the centre, as a closed line. */
  region: Composition[];
}

/**
 * The compositional centre of a triad's placements with its 95 % region; none from fewer than 30, nor where stories do not lie around
 * it. Zeros are replaced by δ = 0.005.
 * @param rows the rows to look at; all when left out
 */
export function triadCentre({ state, top, right }: TriadColumn, rows?: Rows): Centre {
  const placements: Composition[] = [];
  forEachPlaced(state, rows, (row) => {
    const [t, r] = [top[row] ?? 0, right[row] ?? 0];
    placements.push(renormalise(t, quantum - t - r, r));
  });
  const none = { n: placements.length, centre: null, region: [] };
  if (placements.length < fewestForCentre) return { ...none, fault: 'few' };
  const spread = spreadOf(placements.map(toLogRatio));
  if (spread.around < leastAround) return { ...none, fault: 'apart' };
  const centre = fromLogRatio(spread.mean);
  const middle = toPlane(centre);
  const near = placements.filter((shares) => {
    const { x, y } = toPlane(shares);
    return Math.hypot(x - middle.x, y - middle.y) <= nearby;
  });
  if (near.length / placements.length < leastNearby) return { ...none, fault: 'apart' };
  return {
    fault: null,
    n: placements.length,
    centre,
    region: regionOf(spread).map(fromLogRatio),
  };
}

/** @param shares of a triad; zeros are replaced */
export function toLogRatio(shares: Composition): LogRatio {
  const [z1 = 0, z2 = 0] = logRatios(shares);
  return logRatio(z1, z2);
}

export interface Spread {
  n: number;
  mean: LogRatio;
  /** Variances of z1 and z2 and their covariance, with n − 1. */
  variances: [z1: number, z2: number, both: number];
  /** The share of points whose squared Mahalanobis distance from the mean is at most ½. */
  around: number;
}

/** Mean and covariance of points in log-ratio coordinates. R: colMeans, cov. @param points at least two */
export function spreadOf(points: readonly LogRatio[]): Spread {
  const n = points.length;
  const mean = logRatio(sum(points, ([z1]) => z1) / n, sum(points, ([, z2]) => z2) / n);
  const away = points.map(([z1, z2]) => [z1 - mean[0], z2 - mean[1]] as const);
  const variances: Spread['variances'] = [
    sum(away, ([a]) => a * a) / (n - 1),
    sum(away, ([, b]) => b * b) / (n - 1),
    sum(away, ([a, b]) => a * b) / (n - 1),
  ];
  const axes = axesOf(variances);
  const within = away.filter((point) => distance(point, axes) <= 0.5).length;
  return { n, mean, variances, around: within / n };
}

/**
 * The 95 % region of the mean by Hotelling: n (μ − m)ᵀ S⁻¹ (μ − m) ≤ 2 (n − 1)/(n − 2) · F(0.95; 2, n − 2). With two degrees of freedom
 * the F quantile is closed, so that the bound is (n − 1)(0.05^(−2/(n − 2)) − 1). R: ICSNP::HotellingsT2, compositions.
 * @returns an ellipse in log-ratio coordinates, from the end of its longer axis on
 */
export function regionOf({ n, mean, variances }: Spread, points = 72): LogRatio[] {
  const [long, short] = axesOf(variances).map(({ variance, along }) => {
    const length = Math.sqrt((variance * criticalT2(n)) / n);
    return [along[0] * length, along[1] * length] as const;
  }) as [Pair, Pair];
  return Array.from({ length: points }, (_, point) => {
    const angle = (2 * Math.PI * point) / points;
    const [a, b] = [Math.cos(angle), Math.sin(angle)];
    return logRatio(mean[0] + a * long[0] + b * short[0], mean[1] + a * long[1] + b * short[1]);
  });
}

/** The bound on Hotelling's T² for n points in two dimensions at 95 %. */
export function criticalT2(n: number): number {
  return (n - 1) * (0.05 ** (-2 / (n - 2)) - 1);
}

type Pair = readonly [number, number];

/** The principal axes of a covariance, the longer first. */
function axesOf([z1, z2, both]: Spread['variances']): { variance: number; along: Pair }[] {
  const [middle, half] = [(z1 + z2) / 2, Math.hypot((z1 - z2) / 2, both)];
  const angle = Math.atan2(2 * both, z1 - z2) / 2;
  return [
    { variance: middle + half, along: [Math.cos(angle), Math.sin(angle)] },
    { variance: Math.max(0, middle - half), along: [-Math.sin(angle), Math.cos(angle)] },
  ];
}

/** The squared Mahalanobis distance, leaving out an axis with hardly any spread: there nothing is far away. */
function distance(point: Pair, axes: ReturnType<typeof axesOf>): number {
  const least = Math.max(1e-12, (axes[0]?.variance ?? 0) / 100);
  return sum(axes, ({ variance, along }) => (variance > least ? (point[0] * along[0] + point[1] * along[1]) ** 2 / variance : 0));
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
