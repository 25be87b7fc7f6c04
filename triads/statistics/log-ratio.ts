import { quantum } from '../columns/columns.ts';
import { renormalise } from '../geometry/composition.ts';
import type { Composition, LogRatio } from '../geometry/coordinates.ts';

/** What stands for a share of zero unless said otherwise, and is stated wherever log-ratios are used. */
export const zeroReplacement = 0.005;

/**
 * Shares with zeros replaced multiplicatively: a zero becomes δ, any other share x becomes x·(1 − δ·zeros), so that the sum stays 1
 * and the ratios among the others too (Martín-Fernández, Barceló-Vidal and Pawlowsky-Glahn 2003). Agrees with R's
 * `zCompositions::multRepl` with all of the detection limit.
 * @param shares ≥ 0, summing to 1
 */
export function withoutZeros(shares: readonly number[], delta = zeroReplacement): number[] {
  const zeros = shares.filter((share) => share === 0).length;
  return shares.map((share) => (share === 0 ? delta : share * (1 - delta * zeros)));
}

/**
 * Isometric log-ratios (Egozcue and others 2003) of shares, zeros replaced: zᵢ = (ln x₁ + … + ln xᵢ − i·ln xᵢ₊₁) / √(i·(i + 1)); for a triad
 * z₁ = ln(x₁/x₂)/√2, z₂ = ln(x₁·x₂/x₃²)/√6, for a dyad z₁ alone. Unbounded, without unit. Agrees with R's `compositions::ilr` but for the sign.
 * @param shares two or more, ≥ 0, summing to 1
 */
export function logRatios(shares: readonly number[]): number[] {
  const logs = withoutZeros(shares).map(Math.log);
  let before = 0;
  return logs.slice(1).map((log, index) => {
    before += logs[index] ?? 0;
    const parts = index + 1;
    return (before - parts * log) / Math.sqrt(parts * (parts + 1));
  });
}

export type Logs = readonly [top: number, left: number, right: number];

/** ln of each quantised share above 0. */
const logOf = Float64Array.from({ length: quantum + 1 }, (_, share) => Math.log(share / quantum));
const logOfZero = Math.log(zeroReplacement);

/**
 * The logarithms of a triad's quantised shares with zeros replaced, from a table: three logarithms a story would take ten times as long.
 * @param top 0…65535, and so `right`; left is the rest
 */
export function quantisedLogs(top: number, right: number): Logs {
  const left = quantum - top - right;
  const zeros = Number(top === 0) + Number(left === 0) + Number(right === 0);
  const rest = zeros ? Math.log(1 - zeroReplacement * zeros) : 0;
  const log = (share: number) => (share === 0 ? logOfZero : (logOf[share] ?? 0) + rest);
  return [log(top), log(left), log(right)];
}

/** The composition of a triad's log-ratios: the way back, but for the zeros that were replaced. */
export function fromLogRatio([z1, z2]: LogRatio): Composition {
  const [a, b] = [z1 / Math.SQRT2, z2 / Math.sqrt(6)];
  const logs = [a + b, b - a, -2 * b] as const;
  const most = Math.max(...logs);
  return renormalise(Math.exp(logs[0] - most), Math.exp(logs[1] - most), Math.exp(logs[2] - most));
}
