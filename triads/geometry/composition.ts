import type { Composition } from './coordinates.ts';

/** Shares may miss 1 by this much, for the sake of rounding on the way. */
export const sumTolerance = 1e-6;

/**
 * A composition from three shares, kept as they are.
 * @param top share of the top corner, 0…1, and so on
 * @throws RangeError when a share is not in 0…1 or the three do not sum to 1 (within `sumTolerance`)
 */
export function composition(top: number, left: number, right: number): Composition {
  for (const share of [top, left, right]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is in 0…1, not ${share}`);
  }
  if (!(Math.abs(top + left + right - 1) <= sumTolerance)) throw new RangeError('the three shares do not sum to 1');
  return branded(top, left, right);
}

/**
 * Three amounts in any one unit (percent, counts) closed to shares.
 * @throws RangeError when an amount is negative or not finite, or all are zero
 */
export function renormalise(top: number, left: number, right: number): Composition {
  for (const amount of [top, left, right]) {
    if (!(amount >= 0 && amount < Infinity)) throw new RangeError(`an amount is a number from 0 on, not ${amount}`);
  }
  const most = Math.max(top, left, right);
  if (most === 0) throw new RangeError('three amounts of 0 have no shares');
  // Scaled first: the sum of three huge amounts would overflow, and tiny ones lose their digits.
  const scaled = [top / most, left / most, right / most] as const;
  const sum = scaled[0] + scaled[1] + scaled[2];
  return branded(scaled[0] / sum, scaled[1] / sum, scaled[2] / sum);
}

/**
 * The composition nearest, in the plane, to three shares that may lie outside the triangle (some below 0). The plane is
 * an equal-sided picture of the simplex, so this is the Euclidean projection on the simplex (Duchi et al., ICML 2008,
 * figure 1): lower all shares by the same amount, and those that would fall below 0 to 0, until they sum to 1.
 * @throws RangeError when a share is not finite
 */
export function nearestComposition(top: number, left: number, right: number): Composition {
  const shares = [top, left, right] as const;
  if (!shares.every(Number.isFinite)) throw new RangeError('a share is not a finite number');
  if (top >= 0 && left >= 0 && right >= 0 && top + left + right === 1) return branded(top, left, right);
  const [first, second, third] = [...shares].sort((a, b) => b - a) as [number, number, number];
  let lowered = first - 1;
  if (second > (first + second - 1) / 2) lowered = (first + second - 1) / 2;
  if (third > (first + second + third - 1) / 3) lowered = (first + second + third - 1) / 3;
  const within = (share: number) => Math.min(1, Math.max(0, share - lowered));
  return branded(within(top), within(left), within(right));
}

function branded(top: number, left: number, right: number): Composition {
  return [top, left, right] as unknown as Composition;
}
