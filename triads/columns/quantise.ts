import { quantum } from './columns.ts';

/**
 * A share as 16 bits: value · 65535, rounded half up. 20 % and 60 %, the borders of zones, are exact.
 * @throws RangeError when the share is not in 0…1
 */
export function quantise(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is in 0…1, not ${share}`);
  return Math.floor(share * quantum + 0.5);
}

/** The share that 16 bits stand for. */
export function dequantise(quantised: number): number {
  return quantised / quantum;
}

/**
 * Top and right of a triad as 16 bits. Where both were rounded up past the whole, right gives way, so that
 * left = 65535 − top − right is never below 0.
 * @throws RangeError when a share is not in 0…1
 */
export function quantiseTriad(top: number, right: number): [top: number, right: number] {
  const quantised = quantise(top);
  return [quantised, Math.min(quantise(right), quantum - quantised)];
}
