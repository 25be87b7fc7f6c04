import type { TriadColumn } from '../columns/columns.ts';
import { areFew, cellsFor } from './fineness.ts';
import type { Group } from './group.ts';
import { stateCounts } from './rows.ts';
import { triangularCounts } from './triangular-bins.ts';

/**
 * One scale for the bins of several groups: as many cells as the smallest allows that is not drawn as points, and as darkest the
 * greatest share of its stories that any group has in a cell. Where all are drawn as points, all count.
 */
export function sharedScale(column: TriadColumn, groups: readonly Group[]): { side: number; most: number } {
  const sized = groups.map(({ rows }) => ({ rows, placed: stateCounts(column.state, rows).placed }));
  const many = sized.filter(({ placed }) => !areFew(placed));
  const counted = many.length ? many : sized.filter(({ placed }) => placed > 0);
  const side = cellsFor(Math.min(...counted.map(({ placed }) => placed), Infinity));
  const shares = counted.map(
    ({ rows, placed }) => triangularCounts(column, side, rows).reduce((most, count) => Math.max(most, count), 0) / placed,
  );
  return { side, most: Math.max(...shares, 1e-9) };
}
