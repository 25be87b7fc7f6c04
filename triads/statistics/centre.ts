import { quantum, type TriadColumn } from '../columns/columns.ts';
import { type Composition, type LogRatio, logRatio } from '../geometry/coordinates.ts';
import { height, toPlane } from '../geometry/plane.ts';
import { forEachPlaced, type Rows, stateCounts } from '../patterns/rows.ts';
import { fromLogRatio, quantisedLogs } from './log-ratio.ts';

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
  const n = stateCounts(state, rows).placed;
  const none = { n, centre: null, region: [] };
  if (n < fewestForCentre) return { ...none, fault: 'few' };
  const [z1, z2] = [new Float64Array(n), new Float64Array(n)];
  let at = 0;
  forEachPlaced(state, rows, (row) => {
    const logs = quantisedLogs(top[row] as number, right[row] as number);
    z1[at] = (logs[0] - logs[1]) / Math.SQRT2;
    z2[at] = (logs[0] + logs[1] - 2 * logs[2]) / root6;
    at++;
  });
  const spread = spreadOf(z1, z2);
  if (spread.around < leastAround) return { ...none, fault: 'apart' };
  const centre = fromLogRatio(spread.mean);
  const middle = toPlane(centre);
  let near = 0;
  forEachPlaced(state, rows, (row) => {
    const share = (top[row] as number) / quantum;
    const [across, up] = [(right[row] as number) / quantum + share / 2 - middle.x, share * height - middle.y];
    if (across * across + up * up <= nearby * nearby) near++;
  });
  if (near / n < leastNearby) return { ...none, fault: 'apart' };
  return { fault: null, n, centre, region: regionOf(spread).map(fromLogRatio) };
}

const root6 = Math.sqrt(6);

export interface Spread {
  n: number;
  mean: LogRatio;
  /** Variances of z1 and z2 and their covariance, with n − 1. */
  variances: [z1: number, z2: number, both: number];
  /** The share of points whose squared Mahalanobis distance from the mean is at most ½. */
  around: number;
}

/** Mean and covariance of points in log-ratio coordinates, at least two of them. R: colMeans, cov. */
export function spreadOf(z1: Float64Array, z2: Float64Array): Spread {
  const n = z1.length;
  const mean = logRatio(sum(z1) / n, sum(z2) / n);
  const [one, other] = [
    { values: z1, mean: mean[0] },
    { values: z2, mean: mean[1] },
  ];
  const variances: Spread['variances'] = [products(one, one) / (n - 1), products(other, other) / (n - 1), products(one, other) / (n - 1)];
  return { n, mean, variances, around: within(one, other, axesOf(variances)) / n };
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

function sum(values: Float64Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at] as number;
  return total;
}

/** Values with what they lie around. */
interface Around {
  values: Float64Array;
  mean: number;
}

function products(one: Around, other: Around): number {
  let total = 0;
  for (let at = 0; at < one.values.length; at++) {
    total += ((one.values[at] as number) - one.mean) * ((other.values[at] as number) - other.mean);
  }
  return total;
}

/** How many points lie within √½ by Mahalanobis. An axis with hardly any spread is left out: along it nothing is far away. */
function within(one: Around, other: Around, axes: ReturnType<typeof axesOf>): number {
  const least = Math.max(1e-12, (axes[0]?.variance ?? 0) / 100);
  const [long, short] = axes.map(({ variance, along: [a, b] }): Pair => {
    const scale = variance > least ? 1 / Math.sqrt(variance) : 0;
    return [a * scale, b * scale];
  }) as [Pair, Pair];
  let count = 0;
  for (let at = 0; at < one.values.length; at++) {
    const a = (one.values[at] as number) - one.mean;
    const b = (other.values[at] as number) - other.mean;
    if ((a * long[0] + b * long[1]) ** 2 + (a * short[0] + b * short[1]) ** 2 <= 0.5) count++;
  }
  return count;
}
