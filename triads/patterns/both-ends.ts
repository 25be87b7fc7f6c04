import type { DyadColumn } from '../columns/columns.ts';
import { dyadHistogram, dyadSummary } from './dyad-patterns.ts';
import type { Rows } from './rows.ts';

const parts = 5;

/**
 * The middle of a dyad holds few where it has less than three quarters of what it would if placements lay anywhere alike; an end holds many where it has
 * at least that share. As with a triad's centre, a middle is not spoken of where hardly any lie around it.
 */
const fewInMiddle = 0.75 / parts;
const manyAtEnd = 1 / parts;

/** How many placements lie in the fifth at each pole and in the one in the middle. */
export interface Ends {
  placed: number;
  left: number;
  middle: number;
  right: number;
  /** Whether the middle fifth holds few: a median there would stand where hardly any story lies. */
  isHollow: boolean;
  /** Whether besides both ends hold many: a pattern at two ends, of which no middle speaks. */
  isApart: boolean;
}

/**
 * Whether a dyad's placements lie at both ends with few between them.
 * @param rows the rows to look at; all when left out
 */
export function dyadEnds(column: DyadColumn, rows?: Rows): Ends {
  const counts = dyadHistogram(column, parts, rows);
  const placed = counts.reduce((sum, count) => sum + count, 0);
  const [left = 0, , middle = 0, , right = 0] = counts;
  const isHollow = middle < fewInMiddle * placed;
  return { placed, left, middle, right, isHollow, isApart: isHollow && Math.min(left, right) >= manyAtEnd * placed };
}

/**
 * The median of a dyad that a mark may stand at.
 * @param rows the rows to look at; all when left out
 * @returns 0…1; null where placements lie at both ends with few between them, and where there are none
 */
export function dyadMiddle(column: DyadColumn, rows?: Rows): number | null {
  return dyadEnds(column, rows).isApart ? null : dyadSummary(column, rows).median;
}
