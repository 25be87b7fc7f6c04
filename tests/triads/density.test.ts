import { describe, expect, it } from 'vitest';
import type { TriadColumn } from '../../triads/columns/columns.ts';
import { quantise, quantiseTriad } from '../../triads/columns/quantise.ts';
import { dyadDensity, heldShares, levelsHolding, type TriadDensity, triadDensity } from '../../triads/patterns/density.ts';
import { drawnFrom } from './columns-drawn.ts';

function triad(shares: readonly [top: number, right: number][]): TriadColumn {
  const placed = shares.map(([top, right]) => quantiseTriad(top, right));
  return {
    state: new Uint8Array(shares.length),
    top: Uint16Array.from(placed, ([top]) => top),
    right: Uint16Array.from(placed, ([, right]) => right),
  };
}

/** Spread evenly over the triangle. */
function even(count: number): [top: number, right: number][] {
  const random = drawnFrom(7);
  return Array.from({ length: count }, () => {
    const root = Math.sqrt(random());
    return [1 - root, root * random()];
  });
}

function valueAt({ values, columns, from, step }: TriadDensity, x: number, y: number): number {
  return values[Math.round((y - from.y) / step) * columns + Math.round((x - from.x) / step)] ?? 0;
}

describe('the density of a triad', () => {
  it('has all its mass inside the triangle, wherever placements lie', () => {
    for (const shares of [even(500), [[1, 0]], [[0, 1]], [[0, 0]], [[0.5, 0.5]], [[1 / 3, 1 / 3]]] as [number, number][][]) {
      const density = triadDensity(triad(shares));
      if (!density) throw new Error('no density');
      const sum = density.values.reduce((sum, value) => sum + value * density.step ** 2, 0);
      expect(sum).toBeCloseTo(1, 9);
      expect(Math.min(...density.values)).toBeGreaterThanOrEqual(0);
      for (const [index, value] of density.values.entries()) {
        const x = density.from.x + (index % density.columns) * density.step;
        const y = density.from.y + Math.floor(index / density.columns) * density.step;
        const isInside = y >= -1e-9 && y <= Math.sqrt(3) * Math.min(x, 1 - x) + 1e-9;
        if (!isInside) expect(value).toBe(0);
      }
    }
  });
  it('is as high at edges and corners as in the middle where placements lie evenly', () => {
    const density = triadDensity(triad(even(200_000)));
    if (!density) throw new Error('no density');
    const level = 4 / Math.sqrt(3);
    for (const [x, y] of [
      [0.5, 0.29],
      [0.5, 0.01],
      [0.03, 0.01],
      [0.97, 0.01],
      [0.5, 0.83],
      [0.26, 0.43],
    ] as const)
      expect(Math.abs(valueAt(density, x, y) / level - 1)).toBeLessThan(0.08);
  });
  it('is highest in the corner where all lie, and nowhere where nothing is placed', () => {
    const density = triadDensity(triad([[1, 0]]));
    const most = Math.max(...(density?.values ?? []));
    expect(valueAt(density as TriadDensity, 0.5, Math.sqrt(3) / 2 - 0.01)).toBeGreaterThan(0.8 * most);
    expect(triadDensity(triad([]))).toBeNull();
    expect(triadDensity(triad([[0.2, 0.2]]), new Uint32Array())).toBeNull();
  });
});

describe('the levels of contours', () => {
  it('hold the shares that they say, the wider ones lower', () => {
    const density = triadDensity(triad(even(3000))) as TriadDensity;
    const levels = levelsHolding(density, heldShares);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    for (const [index, level] of levels.entries()) {
      const held = density.values.filter((value) => value >= level).reduce((sum, value) => sum + value * density.step ** 2, 0);
      expect(held).toBeCloseTo(heldShares[index] as number, 2);
    }
  });

  it('are those of the only cells that hold anything', () => {
    expect(levelsHolding({ values: Float64Array.of(0, 3, 1, 0), step: 0.5 }, [0.75, 1])).toEqual([3, 1]);
    expect(levelsHolding({ values: new Float64Array(4), step: 0.5 }, [0.5])).toEqual([0]);
  });
});

describe('the density of a dyad', () => {
  it('sums to one and is not lower at the poles than between them where placements lie evenly', () => {
    const right = Uint16Array.from({ length: 5001 }, (_, step) => quantise(step / 5000));
    const density = dyadDensity({ state: new Uint8Array(right.length), right });
    if (!density) throw new Error('no density');
    expect(density.values.reduce((sum, value) => sum + value / 120, 0)).toBeCloseTo(1, 2);
    for (const value of density.values) expect(Math.abs(value - 1)).toBeLessThan(0.05);
    expect(dyadDensity({ state: new Uint8Array(0), right: new Uint16Array(0) })).toBeNull();
  });
});
