import type { Composition } from './coordinates.ts';

/** The seven zones of a triad: near one corner, between two, or in the centre. Zone counts are in this order. */
export const zones = ['top', 'left', 'right', 'top-left', 'top-right', 'left-right', 'centre'] as const;
export type Zone = (typeof zones)[number];

/** The zone of a composition by SenseMaker's 60/20 rule; see `zoneIndex`. */
export function zoneOf([top, left, right]: Composition): Zone {
  return zones[zoneIndex(top, left, right)] as Zone;
}

/**
 * The place in `zones` of three shares that sum to 1. SenseMaker's rule, in percent: L if left ≥ 60; T if top ≥ 60; R if
 * right > 60; LT if 20 ≤ left < 60, 20 ≤ top < 60, right < 20; TR if left ≤ 20, 20 ≤ top < 60, 20 ≤ right ≤ 60; LR if
 * 20 ≤ left < 60, top < 20, 20 ≤ right ≤ 60; centre if all are in [20, 60).
 *
 * As written TR and centre overlap at left = 20, and shares whose sum misses 1 by rounding can fall between all seven
 * (left a hair over 20, top 20, right 60). Taken in the order written, each rule loses what the ones before it and the
 * sum of 1 already say; with the rest going to the centre the rule is total and equal to SenseMaker's wherever that has
 * an answer. So left = 20 % is top-right, and right = 60 % is not yet the right corner.
 */
export function zoneIndex(top: number, left: number, right: number): number {
  if (left >= 0.6) return 1;
  if (top >= 0.6) return 0;
  if (right > 0.6) return 2;
  if (right < 0.2) return 3;
  if (left <= 0.2) return 4;
  return top < 0.2 ? 5 : 6;
}
