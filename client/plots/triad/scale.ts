import type { TriadColumn } from '../../../triads/columns/columns.ts';
import { stateCounts } from '../../../triads/patterns/rows.ts';
import { triangularCounts } from '../../../triads/patterns/triangular-bins.ts';
import type { Group } from '../group.ts';
import { cellsFor, fewest } from './paint.ts';

/**
 * One scale for the bins of several groups: as many cells as the smallest allows that is not drawn as points, and as darkest the
 * greatest share of its stories that any group has in a cell.
 */
export function sharedScale(column: TriadColumn, groups: readonly Group[]): { side: number; most: number } {
  const sized = groups.map(({ rows }) => ({ rows, placed: stateCounts(column.state, rows).placed }));
  const many = sized.filter(({ placed }) => placed > fewest);
  const side = cellsFor(Math.min(...many.map(({ placed }) => placed), Infinity));
  const shares = many.map(
    ({ rows, placed }) => triangularCounts(column, side, rows).reduce((most, count) => Math.max(most, count), 0) / placed,
  );
  return { side, most: Math.max(...shares, 1e-9) };
}
