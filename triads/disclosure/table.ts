/**
 * What a table says of its totals: nothing (`none`); the totals, which may be hidden when nothing else helps (`shown`); or
 * totals that whoever looks has exactly anyway, from elsewhere, so that hiding them would be pretence (`known`).
 */
export type Totals = 'none' | 'shown' | 'known';

/** Counts of answers by row and column, every cell a whole number ≥ 0. */
export interface CountTable {
  cells: readonly (readonly number[])[];
  /** Of each row, of each column, and of the whole table. */
  totals: { rows: Totals; columns: Totals; whole: Totals };
  /** Rows that nobody is shown, by their place: their cells are told by nothing but what the totals leave. None unless said otherwise. */
  unsaid?: readonly number[];
  /** Whether a cell that is hidden may be a small one too, so that being hidden says nothing: what a table that comes again needs. */
  isVeiled?: boolean;
}

/** A number; `small`, shown as "<n" (1 to n − 1); or `hidden`, a larger count or a total kept back to protect a small one (in a veiled table any count but 0). */
export type ShownCount = number | 'small' | 'hidden';

/** A table as it may be shown; totals that the table does not say are null, and the cells of an unsaid row all `hidden`. */
export interface ShownTable {
  cells: ShownCount[][];
  rows: ShownCount[] | null;
  columns: ShownCount[] | null;
  whole: ShownCount | null;
}

/** @throws RangeError when a count is not a whole number ≥ 0, or rows differ in length */
export function checkTable({ cells }: CountTable): void {
  for (const row of cells) {
    if (row.length !== cells[0]?.length) throw new RangeError('the rows of a table are equally long');
    for (const count of row) {
      if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`a count is a whole number from 0 on, not ${count}`);
    }
  }
}
