import type { TriadColumn } from '../columns/columns.ts';
import type { Rows } from '../patterns/rows.ts';
import { triangularCounts } from '../patterns/triangular-bins.ts';

/** Triangular bins a side, finest first. */
export const sides = [10, 6, 4] as const;

/** How a figure of a triad is cut for those who see no single dots; the same for every view of that figure. */
export type Partition = { by: 'bins'; side: (typeof sides)[number] } | { by: 'zones' };

/**
 * The finest triangular bins whose showable cells (n or more, or empty) hold at least 80 % of the stories placed, else
 * zones. With nothing placed every cell is empty, so that the finest bins will do.
 * @param threshold n of the collection's small-number rules
 * @param rows the rows to look at; all when left out
 */
export function partitionOf(column: TriadColumn, threshold: number, rows?: Rows): Partition {
  const side = finest(sides, threshold, (side) => triangularCounts(column, side, rows));
  return side === null ? { by: 'zones' } : { by: 'bins', side };
}

/**
 * The first of some ways to cut a figure whose showable cells hold at least 80 % of what lies in it; null where none does.
 * @param cuts finest first
 */
export function finest<Cut>(cuts: readonly Cut[], threshold: number, countsOf: (cut: Cut) => Iterable<number>): Cut | null {
  for (const cut of cuts) {
    let showable = 0;
    let placed = 0;
    for (const count of countsOf(cut)) {
      placed += count;
      if (count >= threshold) showable += count;
    }
    if (showable * 5 >= placed * 4) return cut;
  }
  return null;
}
