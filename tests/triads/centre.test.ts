import { describe, expect, it } from 'vitest';
import type { TriadColumn } from '../../triads/columns/columns.ts';
import { quantiseTriad } from '../../triads/columns/quantise.ts';
import { renormalise } from '../../triads/geometry/composition.ts';
import { type Composition, type LogRatio, logRatio } from '../../triads/geometry/coordinates.ts';
import { signedDifference } from '../../triads/patterns/differences.ts';
import { criticalT2, regionOf, spreadOf, triadCentre } from '../../triads/statistics/centre.ts';
import { fromLogRatio, logRatios } from '../../triads/statistics/log-ratio.ts';
import { drawnFrom } from './columns-drawn.ts';

/** Arctic lake sediments in percent of sand, silt and clay (Aitchison 1986); R's answers below are from compositions 2.0-8. */
const arcticLake = [
  [77.5, 19.5, 3],
  [71.9, 24.9, 3.2],
  [50.7, 36.1, 13.2],
  [52.2, 40.9, 6.6],
  [70, 26.5, 3.5],
  [66.5, 32.2, 1.3],
  [43.1, 55.3, 1.6],
  [53.4, 36.8, 9.8],
  [15.5, 54.4, 30.1],
  [31.7, 41.5, 26.8],
  [65.7, 27.8, 6.5],
  [70.4, 29, 0.6],
  [17.4, 53.6, 29],
  [10.6, 69.8, 19.6],
  [38.2, 43.1, 18.7],
  [10.8, 52.7, 36.5],
  [18.4, 50.7, 30.9],
  [4.6, 47.4, 48],
  [15.6, 50.4, 34],
  [31.9, 45.1, 23],
  [9.5, 53.5, 37],
  [17.1, 48, 34.9],
  [10.5, 55.4, 34.1],
  [4.8, 54.7, 41],
  [2.6, 45.2, 52.2],
  [11.4, 52.7, 35.9],
  [6.7, 46.9, 46.4],
  [6.9, 49.7, 43.4],
  [4, 44.9, 51.1],
  [7.4, 51.6, 40.9],
  [4.8, 49.5, 45.7],
  [4.5, 48.5, 47],
  [6.6, 52.1, 41.3],
  [6.7, 47.3, 45.9],
  [7.4, 45.6, 46.9],
  [6, 48.9, 45.1],
  [6.3, 53.8, 39.9],
  [2.5, 48, 49.5],
  [2, 47.8, 50.2],
] as const;
const sediments = arcticLake.map(([sand, silt, clay]) => renormalise(sand, silt, clay));
const toLogRatio = (shares: Composition): LogRatio => {
  const [z1 = 0, z2 = 0] = logRatios(shares);
  return logRatio(z1, z2);
};
const along = (axis: 0 | 1) => Float64Array.from(sediments, (shares) => toLogRatio(shares)[axis]);
const spread = spreadOf(along(0), along(1));

function expectClose(values: readonly number[], reference: readonly number[]): void {
  expect(values.length).toBe(reference.length);
  for (const [index, value] of values.entries()) {
    const expected = reference[index] ?? Number.NaN;
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected) + 1e-10);
  }
}

function triad(shares: readonly (readonly [top: number, right: number])[]): TriadColumn {
  const placed = shares.map(([top, right]) => quantiseTriad(top, right));
  return {
    state: new Uint8Array(shares.length),
    top: Uint16Array.from(placed, ([top]) => top),
    right: Uint16Array.from(placed, ([, right]) => right),
  };
}

/** Around some shares, a little to all sides. */
function near(top: number, right: number, count: number, seed: number): [number, number][] {
  const random = drawnFrom(seed);
  return Array.from({ length: count }, () => [top + (random() + random() - 1) * 0.04, right + (random() + random() - 1) * 0.04]);
}

it('log-ratios lead back to the composition', () => {
  for (const shares of sediments) expectClose(fromLogRatio(toLogRatio(shares)), shares);
});

describe('the centre', () => {
  it('of the Arctic lake is R’s, with its covariance', () => {
    expectClose(spread.mean, [-0.815178406375719, 0.166770133245605]);
    expectClose(spread.variances, [0.820602005488069, 1.64863978563569, 1.06707735455435]);
    expectClose(fromLogRatio(spread.mean), [0.177998049063594, 0.563748904718516, 0.258253046217889]);
  });
  it('has Hotelling’s region', () => {
    expectClose([criticalT2(39)], [6.67962736014669]);
    const region = regionOf(spread, 4);
    const axis = (point: readonly number[] | undefined) =>
      Math.hypot((point?.[0] ?? 0) - spread.mean[0], (point?.[1] ?? 0) - spread.mean[1]);
    expectClose([axis(region[0]), axis(region[1])], [0.638350884971665, 0.124182742244958]);
    const ends = [fromLogRatio(region[0] ?? spread.mean), fromLogRatio(region[2] ?? spread.mean)].sort((a, b) => b[0] - a[0]);
    expectClose(ends[0] ?? [], [0.28639357990249, 0.544686130210989, 0.168920289886521]);
  });
  it('stands from 30 placements on', () => {
    expect(triadCentre(triad(near(0.3, 0.3, 29, 1)))).toMatchObject({ fault: 'few', n: 29, centre: null, region: [] });
    const { fault, centre, region } = triadCentre(triad(near(0.3, 0.3, 30, 1)));
    expect(fault).toBeNull();
    expect(centre?.[0]).toBeCloseTo(0.3, 1);
    expect(region.length).toBe(72);
    expect(triadCentre(triad([]))).toMatchObject({ fault: 'few', n: 0 });
  });
  it('is none of a pattern at two ends, or at all three corners', () => {
    expect(triadCentre(triad([...near(0.9, 0.05, 40, 2), ...near(0.05, 0.9, 40, 3)]))).toMatchObject({ fault: 'apart', centre: null });
    expect(triadCentre(triad([...near(0.9, 0.05, 30, 4), ...near(0.05, 0.9, 30, 5), ...near(0.05, 0.05, 30, 6)])).fault).toBe('apart');
  });
  it('is one of placements that all coincide, lie on an edge, or lie evenly over the triangle', () => {
    expect(triadCentre(triad(Array(30).fill([0.2, 0.3] as const))).fault).toBeNull();
    expect(triadCentre(triad(Array(30).fill([1, 0] as const))).centre?.[0]).toBeCloseTo(0.99, 3);
    expect(triadCentre(triad(near(0.5, 0, 60, 7).map(([top]) => [top, 0]))).fault).toBeNull();
    const random = drawnFrom(8);
    const even = Array.from({ length: 500 }, () => {
      const root = Math.sqrt(random());
      return [1 - root, root * random()] as const;
    });
    expect(triadCentre(triad(even)).fault).toBeNull();
  });
});

describe('two groups', () => {
  it('differ bin by bin in shares that sum to nothing', () => {
    const difference = signedDifference(Uint32Array.of(1, 1, 2), Uint32Array.of(0, 5, 5));
    expectClose([...(difference ?? [])], [0.25, -0.25, 0]);
    expect(signedDifference(Uint32Array.of(0, 0), Uint32Array.of(1, 2))).toBeNull();
    expect(() => signedDifference(Uint32Array.of(1), Uint32Array.of(1, 2))).toThrow(RangeError);
  });
});

it('three corners that all draw stories leave no centre between them', () => {
  const corners = [...near(0.9, 0.05, 40, 1), ...near(0.05, 0.05, 40, 2), ...near(0.05, 0.9, 40, 3)];
  const few = near(0.33, 0.33, 6, 4);
  expect(triadCentre(triad([...corners, ...few]))).toMatchObject({ fault: 'apart', centre: null });
  expect(triadCentre(triad(near(0.4, 0.3, 60, 4))).fault).toBeNull();
});
