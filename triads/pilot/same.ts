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

/** @param one, other a triad or a dyad each */
export function samenessOf(one: Signifier, other: Signifier, rows: readonly Answered[]): Sameness {
  const both = rows.flatMap(({ answers }) => {
    const [x, y] = [sharesOf(answers, one.key), sharesOf(answers, other.key)];
    return x && y ? [[logRatios(x), logRatios(y)] as const] : [];
  });
  const isEnough = both.length >= fewest.placements;
  const x = both.map(([ratios]) => ratios);
  const y = both.map(([, ratios]) => ratios);
  return { keys: [one.key, other.key], placed: both.length, rv: isEnough ? rv(x, y) : null };
}

function sharesOf(answers: Answered['answers'], key: string): number[] | null {
  const answer = answers[key];
  if (!answer || !('right' in answer) || answer.by === 'choice') return null;
  return 'top' in answer ? [answer.top, answer.left, answer.right] : [1 - answer.right, answer.right];
}
