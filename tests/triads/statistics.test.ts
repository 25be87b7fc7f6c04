import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kappa } from '../../triads/statistics/kappa.ts';
import { logRatios, withoutZeros } from '../../triads/statistics/log-ratio.ts';
import { adjusted, permutationTest } from '../../triads/statistics/permutation.ts';
import { wilson } from '../../triads/statistics/proportion.ts';
import { quantile } from '../../triads/statistics/quantile.ts';
import { rv } from '../../triads/statistics/rv.ts';
import { finished, seeded } from '../seeded.ts';

const close = (values: readonly number[], to: readonly number[]) => {
  expect(values).toHaveLength(to.length);
  for (const [index, value] of values.entries()) expect(value).toBeCloseTo(to[index] ?? Number.NaN, 8);
};

describe('log-ratios', () => {
  it('are R’s for 1, 2, 3 parts, and zeros are replaced as zCompositions does', () => {
    close(logRatios([1 / 6, 2 / 6, 3 / 6]), [-0.490129071734274, -0.614037025959251]);
    close(withoutZeros([0, 0.3, 0.7]), [0.005, 0.2985, 0.6965]);
    close(withoutZeros([0, 0, 1]), [0.005, 0.005, 0.99]);
    close(logRatios([0.5, 0.5]), [0]);
  });
});

describe('the RV coefficient', () => {
  const square = (values: readonly number[], of: readonly number[]) => {
    const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
    const [a, b] = [mean(values), mean(of)];
    return values.reduce((sum, value, index) => sum + (value - a) * ((of[index] ?? 0) - b), 0);
  };
  const rows = fc.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })), {
    minLength: 3,
    maxLength: 40,
  });

  it('is Pearson’s r² of two single columns, one worked by hand', () => {
    // Deviations −1.5 −.5 .5 1.5 and −1 −2 1 2: products 1.5 + 1 + .5 + 3 = 6, squares 5 and 10, so r² = 36/50.
    expect(rv([[1], [2], [3], [4]], [[2], [1], [4], [5]])).toBeCloseTo(0.72, 12);
    fc.assert(
      fc.property(rows, (both) => {
        const [x, y] = [both.map(([one]) => one), both.map(([, other]) => other)];
        fc.pre(square(x, x) > 0.01 && square(y, y) > 0.01);
        const expected = square(x, y) ** 2 / (square(x, x) * square(y, y));
        expect(
          rv(
            x.map((one) => [one]),
            y.map((one) => [one]),
          ),
        ).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('is 1 of a set and itself turned or mirrored, and 0 to 1 of any two', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 6, noNaN: true }), fc.boolean(), (x, angle, isMirrored) => {
        fc.pre(
          square(
            x.map(([one]) => one),
            x.map(([one]) => one),
          ) > 0.01,
        );
        const turned = x.map(([a, b]) => {
          const [c, d] = [a * Math.cos(angle) - b * Math.sin(angle), a * Math.sin(angle) + b * Math.cos(angle)];
          return isMirrored ? [d, c] : [c, d];
        });
        expect(rv(x, turned)).toBeCloseTo(1, 6);
      }),
    );
    fc.assert(
      fc.property(rows, rows, (x, y) => {
        const n = Math.min(x.length, y.length);
        const found = rv(x.slice(0, n), y.slice(0, n));
        expect(found === null || (found >= 0 && found <= 1)).toBe(true);
      }),
    );
    expect(rv([[1], [2]], [[1], [2]])).toBeNull();
    expect(rv([[1], [1], [1]], [[1], [2], [3]])).toBeNull();
  });
});

it('an interval of a share is Wilson’s: of a half 0.5 ± z/(2√(n + z²)), of none 0 to z²/(n + z²)', () => {
  const z = 1.959963984540054;
  const half = z / (2 * Math.sqrt(20 + z * z));
  close(wilson(10, 20), [0.5 - half, 0.5 + half]);
  close(wilson(0, 10), [0, (z * z) / (10 + z * z)]);
  expect(wilson(0, 0)).toEqual([0, 1]);
});

it('agreement beyond chance is Cohen’s: 0.4 of 20 and 15 that agree, 5 and 10 that do not', () => {
  const pairs = [...Array(20).fill(['y', 'y']), ...Array(5).fill(['y', 'n']), ...Array(10).fill(['n', 'y']), ...Array(15).fill(['n', 'n'])];
  expect(kappa(pairs)).toBeCloseTo(0.4, 12);
  expect([kappa([]), kappa([['y', 'y']])]).toEqual([null, null]);
});

it('p values are adjusted as R’s p.adjust does by BH, in any order', () => {
  close(adjusted([0.8, 0.01, 0.02, 0.005]), [0.8, 0.02, 0.02 * (4 / 3), 0.02]);
  expect(adjusted([])).toEqual([]);
});

it('a shuffle test is never 0, 1 where nothing can differ, and near the exact p of ten by hand', () => {
  // Five of ten ones all on one side: 2 of the 252 ways are as far apart, p = 0.0079.
  const values = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0];
  const apart = (all: readonly number[]) => Math.abs(all.slice(0, 5).reduce((sum, value) => sum + value, 0) - 2.5);
  const p = finished(permutationTest(values, apart, 9999, seeded(1)));
  expect(Math.abs(p - 2 / 252)).toBeLessThan(0.005);
  expect(finished(permutationTest([1, 1, 1, 1], apart, 99, seeded(1)))).toBe(1);
  expect(finished(permutationTest(values, apart, 99, seeded(7)))).toBe(finished(permutationTest(values, apart, 99, seeded(7))));
});

it('a quantile is R’s type 7', () => {
  expect([0, 0.25, 0.5, 1].map((p) => quantile([1, 2, 3, 10], p))).toEqual([1, 1.75, 2.5, 10]);
  expect(quantile([4], 0.3)).toBe(4);
});
