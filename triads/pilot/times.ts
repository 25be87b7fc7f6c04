import { secondsOf } from '../framework/advice/duration.ts';
import type { Signifier } from '../framework/framework.ts';
import { quantile } from '../statistics/quantile.ts';
import type { Answered } from './answered.ts';
import { fewest, type Standing } from './standing.ts';

/** How long a signifier was looked at, in seconds; quartiles as R's `quantile(type = 7)`. */
export interface Times {
  standing: Standing;
  /** Each time to the second, ascending, so that no row of them is one person's. */
  seconds: number[];
  quartiles: { lower: number; median: number; upper: number } | null;
  /** What is to be expected of such a signifier. */
  expected: number;
}

/** Times over an hour are of a page that was left open. */
const longest = 3600;
/** So many times as long as expected is worth a look. */
export const tooLong = 2;

/** @returns null where no times were taken: of stories none are */
export function timesOf(signifier: Signifier, rows: readonly Answered[]): Times | null {
  if (!rows.some(({ times }) => times)) return null;
  const taken = rows.flatMap(({ times }) => times?.[signifier.key] ?? []).map((milliseconds) => milliseconds / 1000);
  const sorted = taken.filter((seconds) => seconds <= longest).sort((a, b) => a - b);
  const expected = secondsOf(signifier);
  const seconds = sorted.map(Math.round);
  if (!sorted.length) return { standing: 'few', seconds, quartiles: null, expected };
  const quartiles = { lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75) };
  const standing = sorted.length < fewest.times ? 'few' : quartiles.median > tooLong * expected ? 'flagged' : 'fine';
  return { standing, seconds, quartiles, expected };
}
