import type { Rules } from './figure.ts';
import { published } from './published.ts';
import type { CountTable, ShownCount, ShownTable, Totals } from './table.ts';

/**
 * A table as it may be shown by itself, whatever else is: see `published`, of which it is the first step.
 * @param table a 1-way table is a table of one row
 * @returns null when totals known from elsewhere give a small count away whatever is hidden: show no table then
 * @throws RangeError when a count is not a whole number ≥ 0, or rows differ in length
 */
export function suppress(table: CountTable, rules: Rules): ShownTable | null {
  return published(table, rules, [])?.at(-1)?.shown ?? null;
}

/**
 * The 1-way table of `suppress`: some counts and what is said of their total.
 * @returns null when a total known from elsewhere gives a small count away whatever is hidden
 * @throws RangeError when a count is not a whole number ≥ 0
 */
export function suppressList(
  counts: readonly number[],
  total: Totals,
  rules: Rules,
): { counts: ShownCount[]; total: ShownCount | null } | null {
  const shown = suppress({ cells: [counts], totals: { rows: 'none', columns: 'none', whole: total } }, rules);
  return shown && { counts: shown.cells[0] ?? [], total: shown.whole };
}
