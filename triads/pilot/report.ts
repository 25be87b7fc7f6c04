import type { Signifier } from '../framework/framework.ts';
import { adjusted, type Draw } from '../statistics/permutation.ts';
import type { Answered } from './answered.ts';
import { type Agreement, agreementOf } from './means.ts';
import { leastOrderEffect, type OrderEffect, orderEffect } from './order.ts';
import { type Piles, pilesOf } from './piles.ts';
import { type Rates, ratesOf, standingOf } from './rates.ts';
import { leastPull, type RotationEffect, rotationEffect } from './rotation.ts';
import { isScale, type Ratios, ratiosOf, type Sameness, samenessOf, tooAlike } from './same.ts';
import { chance, type Standing } from './standing.ts';
import { type Times, timesOf } from './times.ts';

/** An effect with what is said of it; `adjusted` is its p among all of its kind in the report. */
export type Judged<Effect> = Effect & { standing: Standing; adjusted: number | null };

/** What a pilot says of one signifier; null where a thing was not tried at all. */
export interface SignifierReport {
  key: string;
  rates: Rates;
  na: Standing;
  skipped: Standing;
  times: Times | null;
  order: Judged<OrderEffect> | null;
  rotation: Judged<RotationEffect> | null;
  means: Agreement | null;
  piles: Piles | null;
  /** Other shapes that say the same; null for what is no triad or dyad. */
  same: { standing: Standing; with: { key: string; placed: number; rv: number }[] } | null;
}

/**
 * The pilot report on some signifiers, in the order of these. Yields between short pieces of work, so that others may be served meanwhile.
 * @param draw seeded, so that the same rows give the same report
 */
export function* pilotReport(
  signifiers: readonly Signifier[],
  rows: readonly Answered[],
  draw: Draw,
): Generator<undefined, SignifierReport[]> {
  const orders = new Map<string, OrderEffect | null>();
  const rotations = new Map<string, RotationEffect | null>();
  for (const signifier of signifiers) {
    orders.set(signifier.key, yield* orderEffect(signifier.key, rows, draw));
    yield;
    rotations.set(signifier.key, signifier.kind === 'triad' ? yield* rotationEffect(signifier, rows, draw) : null);
    yield;
  }
  const order = judged(orders, ({ effect }) => Math.abs(effect ?? 0) >= leastOrderEffect);
  const rotation = judged(rotations, ({ pull }) => Math.max(...Object.values(pull ?? {}).map(Math.abs)) >= leastPull);
  const pairs: Sameness[] = [];
  const scales: [key: string, ratios: Ratios][] = [];
  for (const signifier of signifiers.filter(isScale)) {
    const ratios = ratiosOf(signifier, rows);
    yield;
    for (const [key, others] of scales) {
      pairs.push(samenessOf([key, signifier.key], others, ratios));
      yield;
    }
    scales.push([signifier.key, ratios]);
  }
  const report: SignifierReport[] = [];
  for (const signifier of signifiers) {
    const { key } = signifier;
    const rates = ratesOf(key, rows);
    report.push({
      key,
      rates,
      na: standingOf(rates, 'na'),
      skipped: standingOf(rates, 'skipped'),
      times: timesOf(signifier, rows),
      order: order.get(key) ?? null,
      rotation: rotation.get(key) ?? null,
      means: agreementOf(signifier, rows),
      piles: pilesOf(signifier, rows),
      same: isScale(signifier) ? alike(key, pairs) : null,
    });
    yield;
  }
  return report;
}

/** Effects of one kind, their p adjusted for each other; one is called out where it is large and chance seldom makes it. */
function judged<Effect extends { p: number | null }>(
  effects: ReadonlyMap<string, Effect | null>,
  isLarge: (effect: Effect) => boolean,
): Map<string, Judged<Effect>> {
  const found = [...effects].flatMap(([key, effect]) => (effect ? [{ key, effect }] : []));
  const known = found.flatMap(({ key, effect }) => (effect.p === null ? [] : [{ key, p: effect.p }]));
  const all = adjusted(known.map(({ p }) => p));
  const after = new Map(known.map(({ key }, index) => [key, all[index] ?? 1]));
  return new Map(
    found.map(({ key, effect }) => {
      const p = after.get(key) ?? null;
      const standing = p === null ? 'few' : p < chance && isLarge(effect) ? 'flagged' : 'fine';
      return [key, { ...effect, adjusted: p, standing }];
    }),
  );
}

function alike(key: string, pairs: readonly Sameness[]): NonNullable<SignifierReport['same']> {
  const own = pairs.filter(({ keys }) => keys.includes(key));
  const known = own.flatMap(({ keys, placed, rv }) => (rv === null ? [] : [{ key: keys[0] === key ? keys[1] : keys[0], placed, rv }]));
  const same = known.filter(({ rv }) => rv >= tooAlike).sort((a, b) => b.rv - a.rv);
  return { standing: same.length ? 'flagged' : known.length || !own.length ? 'fine' : 'few', with: same };
}
