import type { Dyad, Signifier, Triad } from '../framework/framework.ts';
import { logRatios } from '../statistics/log-ratio.ts';
import { rv } from '../statistics/rv.ts';
import type { Answered } from './answered.ts';
import { fewest } from './standing.ts';

/** How far two shapes say the same of the same stories. */
export interface Sameness {
  keys: [string, string];
  /** Stories placed on both. */
  placed: number;
  /** The RV coefficient of their isometric log-ratios, 0…1, zeros replaced at 0.005; null where too few are placed on both. */
  rv: number | null;
}

/** From here on two shapes may as well be one: for two dyads it is a correlation of 0.77 either way. Our own choice. */
export const tooAlike = 0.6;

export const isScale = (signifier: Signifier): signifier is Triad | Dyad => signifier.kind === 'triad' || signifier.kind === 'dyad';

/** Where each row lies on a triad or a dyad, in log-ratios; null where it is not placed. */
export type Ratios = (readonly number[] | null)[];

/** @param signifier a triad or a dyad */
export function ratiosOf({ key }: Signifier, rows: readonly Answered[]): Ratios {
  return rows.map(({ answers }) => {
    const answer = answers[key];
    if (!answer || !('right' in answer) || answer.by === 'choice') return null;
    return logRatios('top' in answer ? [answer.top, answer.left, answer.right] : [1 - answer.right, answer.right]);
  });
}

/** @param x, y of the same rows */
export function samenessOf(keys: Sameness['keys'], x: Ratios, y: Ratios): Sameness {
  const both = x.flatMap((ratios, row) => {
    const other = y[row];
    return ratios && other ? [[ratios, other] as const] : [];
  });
  const isEnough = both.length >= fewest.placements;
  const ofOne = both.map(([one]) => one);
  const ofOther = both.map(([, other]) => other);
  return { keys, placed: both.length, rv: isEnough ? rv(ofOne, ofOther) : null };
}
