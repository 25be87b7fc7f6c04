import type { Dyad, Signifier, Triad } from '../framework/framework.ts';
import { logRatios } from '../statistics/log-ratio.ts';
import { quantile } from '../statistics/quantile.ts';
import { rv } from '../statistics/rv.ts';
import type { Answered } from './answered.ts';
import { fewest } from './standing.ts';

/** How far two shapes say the same of the same stories. */
export interface Sameness {
  keys: [string, string];
  /** Stories placed on both. */
  placed: number;
  /**
   * The RV coefficient of their isometric log-ratios, 0…1, zeros replaced at 0.005: of all stories, or without the twentieth of them that
   * lie furthest out on either shape where that is less, so that a few far ones alone make no likeness. Null where too few are placed on both.
   */
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
  if (!isEnough) return { keys, placed: both.length, rv: null };
  const inner = withoutFurthest(both, Math.ceil(both.length / 20));
  const likenesses = [both, inner].map((rows) =>
    rv(
      rows.map(([one]) => one),
      rows.map(([, other]) => other),
    ),
  );
  return { keys, placed: both.length, rv: Math.min(...likenesses.map((likeness) => likeness ?? 0)) };
}

type Pair = readonly [one: readonly number[], other: readonly number[]];

/** The pairs without so many that lie furthest from the middle, on the shape where they lie further out by its own spread. */
function withoutFurthest(pairs: readonly Pair[], many: number): Pair[] {
  const far = [0, 1].map((shape) => distances(pairs.map((pair) => pair[shape] ?? [])));
  const out = pairs.map((_, row) => Math.max(far[0]?.[row] ?? 0, far[1]?.[row] ?? 0));
  const order = [...pairs.keys()].sort((a, b) => (out[a] ?? 0) - (out[b] ?? 0));
  const stays = new Set(order.slice(0, pairs.length - many));
  return pairs.filter((_, row) => stays.has(row));
}

/** How far each row lies from the rows' median, in medians of those distances. */
function distances(rows: readonly (readonly number[])[]): number[] {
  const middle = (rows[0] ?? []).map((_, column) => median(rows.map((row) => row[column] ?? 0)));
  const far = rows.map((row) => Math.hypot(...row.map((value, column) => value - (middle[column] ?? 0))));
  const usual = median(far);
  return far.map((distance) => (usual > 0 ? distance / usual : distance > 0 ? Number.MAX_VALUE : 0));
}

const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
