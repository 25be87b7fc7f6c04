import type { Rules } from './figure.ts';
import { suppress, suppressList } from './suppress.ts';
import type { ShownCount } from './table.ts';

/** Cells of a figure as they may be shown: of one's own region, and of the whole collection. Null where nothing may be. */
export interface SharedOut {
  own: ShownCount[] | null;
  whole: ShownCount[] | null;
}

/**
 * One figure for whoever is shown a region beside the whole: since one can be taken from the other, what lies elsewhere is hidden as if it were shown too.
 * The number placed in the region and in the whole is known, so totals hide nothing. A region with fewer than n placed is not shown by itself, nor one
 * that would give a small count away.
 * @param own counts by cell in the region; null for who has none
 * @param elsewhere counts by cell everywhere else
 */
export function sharedOut(own: readonly number[] | null, elsewhere: readonly number[], rules: Rules): SharedOut {
  const whole = elsewhere.map((count, cell) => count + (own?.[cell] ?? 0));
  const placed = own?.reduce((sum, count) => sum + count, 0) ?? 0;
  const table =
    own && placed >= rules.threshold
      ? suppress({ cells: [own, elsewhere], totals: { rows: 'known', columns: 'shown', whole: 'known' } }, rules)
      : null;
  if (table) return { own: table.cells[0] ?? null, whole: table.columns };
  return { own: null, whole: suppressList(whole, 'known', rules)?.counts ?? null };
}
