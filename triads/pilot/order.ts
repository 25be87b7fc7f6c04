import { stateOf } from '../answers/answer.ts';
import { type Draw, permutationTest } from '../statistics/permutation.ts';
import type { Answered } from './answered.ts';
import { isAsked } from './rates.ts';
import { fewest, shuffles } from './standing.ts';

/** Whether a signifier is left unanswered (skipped, or said not to apply) more often late in the order than early. */
export interface OrderEffect {
  /** Asked in the first half of the order, and in the second: how many, and how many left unanswered. */
  early: { asked: number; unanswered: number };
  late: { asked: number; unanswered: number };
  /** Share unanswered late less share unanswered early, −1…1; null where a half has too few. */
  effect: number | null;
  /** By shuffling who was asked late (`permutationTest`, two-sided); null where there is no effect. */
  p: number | null;
}

/** @returns null where everybody was asked in the same place */
export function* orderEffect(key: string, rows: readonly Answered[], draw: Draw): Generator<undefined, OrderEffect | null> {
  const places = rows.flatMap((row) => {
    const at = row.order?.indexOf(key) ?? -1;
    const last = (row.order?.length ?? 0) - 1;
    if (at < 0 || last < 1 || !isAsked(row, key)) return [];
    const state = stateOf(row.answers[key]);
    return [{ at, isLate: at / last >= 0.5, isUnanswered: state === 'na' || state === 'skipped' }];
  });
  if (new Set(places.map(({ at }) => at)).size < 2) return null;
  // Early ones first, so that shuffling the answers alone shuffles who was asked late.
  const answers = places.toSorted((a, b) => Number(a.isLate) - Number(b.isLate)).map(({ isUnanswered }) => Number(isUnanswered));
  const asked = places.filter(({ isLate }) => !isLate).length;
  const sum = (values: readonly number[], from: number, to: number) => {
    let total = 0;
    for (let index = from; index < to; index++) total += values[index] ?? 0;
    return total;
  };
  const early = { asked, unanswered: sum(answers, 0, asked) };
  const late = { asked: answers.length - asked, unanswered: sum(answers, asked, answers.length) };
  if (early.asked < fewest.group || late.asked < fewest.group) return { early, late, effect: null, p: null };
  const difference = (values: readonly number[]) => sum(values, asked, values.length) / late.asked - sum(values, 0, asked) / early.asked;
  const p = yield* permutationTest(answers, (values) => Math.abs(difference(values)), shuffles, draw);
  return { early, late, effect: difference(answers), p };
}

/** A difference smaller than this is not worth a look, however sure. */
export const leastOrderEffect = 0.1;
