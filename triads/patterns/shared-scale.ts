import type { DyadColumn, TriadColumn } from '../columns/columns.ts';
import { dyadHistogram } from './dyad-patterns.ts';
import { areFew, cellsFor } from './fineness.ts';
import { type Rows, stateCounts } from './rows.ts';
import { triangularCounts } from './triangular-bins.ts';

/** How many cells a side plots share, and the share of its stories that is darkest or tallest in any of them. */
export interface Scale {
  side: number;
  most: number;
}

interface Drawn {
  rows: Rows;
}

/**
 * One scale for the bins of several groups: as many cells as the smallest allows that is not drawn as points, and as darkest the
 * greatest share of its stories that any group has in a cell. Where all are drawn as points, all count.
 */
export function sharedScale(column: TriadColumn, groups: readonly Drawn[]): Scale {
  const sized = groups.map(({ rows }) => ({ rows, placed: stateCounts(column.state, rows).placed }));
  const many = sized.filter(({ placed }) => !areFew(placed));
  const counted = many.length ? many : sized.filter(({ placed }) => placed > 0);
  const side = cellsFor(Math.min(...counted.map(({ placed }) => placed), Infinity));
  const shares = counted.map(
    ({ rows, placed }) => triangularCounts(column, side, rows).reduce((most, count) => Math.max(most, count), 0) / placed,
  );
  return { side, most: Math.max(...shares, 1e-9) };
}

const parts = 20;

/** One scale for the histograms of a dyad of several groups: the tallest is the greatest share of its stories that any group has in a part. */
export function sharedHeight(column: DyadColumn, groups: readonly Drawn[]): Scale {
  const shares = groups.map(
    ({ rows }) => Math.max(0, ...dyadHistogram(column, parts, rows)) / Math.max(1, stateCounts(column.state, rows).placed),
  );
  return { side: parts, most: Math.max(1e-9, ...shares) };
}
