import type { TriadColumn } from '../columns/columns.ts';
import type { Rows } from '../patterns/rows.ts';
import { triangularCounts } from '../patterns/triangular-bins.ts';

/** Triangular bins a side, finest first. */
const sides = [10, 6, 4] as const;

/** How a figure of a triad is cut for those who see no single dots; the same for every view of that figure. */
export type Partition = { by: 'bins'; side: (typeof sides)[number] } | { by: 'zones' };

/**
 * The finest triangular bins whose showable cells (n or more, or empty) hold at least 80 % of the stories placed, else
 * zones. With nothing placed every cell is empty, so that the finest bins will do.
 * @param threshold n of the collection's small-number rules
 * @param rows the rows to look at; all when left out
 */
export function partitionOf(column: TriadColumn, threshold: number, rows?: Rows): Partition {
  for (const side of sides) {
    let showable = 0;
    let placed = 0;
    for (const count of triangularCounts(column, side, rows)) {
      placed += count;
      if (count >= threshold) showable += count;
    }
    if (showable * 5 >= placed * 4) return { by: 'bins', side };
  }
  return { by: 'zones' };
}
