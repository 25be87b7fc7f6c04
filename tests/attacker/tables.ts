import { expect } from 'vitest';
import type { Rules } from '../../triads/disclosure/figure.ts';
import type { CountTable, ShownCount, ShownTable } from '../../triads/disclosure/table.ts';
import type { Attacker } from './attacker.ts';

/** A table as it was shown in a step, with what was true of it, which the attacker is not told. */
export interface Told extends CountTable {
  rules: Rules;
  shown: ShownTable;
  /** By row: whether the attacker knows that nobody of it withdrew since the step before. */
  grewOnly?: readonly boolean[];
}

/** A count that stood as "<n", or was not said, with all that it could be. */
export interface Exposed {
  where: string;
  /** What it must be able to be. */
  must: [least: number, most: number];
  unknown: number;
}

/** What a shown count says by the rules, which are public. */
export function bounds(shown: ShownCount | undefined, { threshold, roundingBase }: Rules, isAnything: boolean): [number, number] {
  if (shown === undefined) return [0, Infinity];
  if (shown === 'small') return [1, threshold - 1];
  if (shown === 'hidden') return [isAnything ? 0 : threshold, Infinity];
  if (shown === 0 || roundingBase === 1) return [shown, shown];
  return [Math.max(threshold, shown - 2), shown + 2];
}

/** Tells an attacker one table of all steps, cell by cell and total by total. @returns the small counts, and what they must be able to be */
export function tell(attacker: Attacker, steps: readonly Told[]): Exposed[] {
  const exposed: Exposed[] = [];
  let before: number[][] = [];
  for (const [step, { cells, totals, unsaid = [], isVeiled = false, rules, shown, grewOnly }] of steps.entries()) {
    const unknowns = cells.map((row) => row.map(() => attacker.unknown()));
    const sums = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    const hearSum = (of: number[], said: ShownCount | undefined, isKnown: boolean, truth: number) =>
      attacker.hearsSum(of, isKnown ? [truth, truth] : bounds(said, rules, true));
    for (const [row, inRow] of unknowns.entries()) {
      const placed = sums(cells[row] ?? []);
      const isUnsaid = unsaid.includes(row);
      for (const [column, unknown] of inRow.entries()) {
        const [truth = 0, as] = [cells[row]?.[column], shown.cells[row]?.[column]];
        if (!isUnsaid) attacker.hears(unknown, bounds(as, rules, isVeiled));
        const previous = before[row]?.[column];
        if (previous !== undefined && grewOnly?.[row]) attacker.hearsOrder(previous, unknown);
        const where = `step ${step}, row ${row}, column ${column}`;
        const { threshold } = rules;
        if (!isUnsaid && truth > 0 && truth < threshold) exposed.push({ where, unknown, must: [1, threshold - 1] });
        if (isUnsaid && truth > 0 && truth < threshold) {
          exposed.push({ where, unknown, must: placed < threshold ? [0, placed] : [1, threshold - 1] });
        }
      }
      if (totals.rows !== 'none') hearSum(inRow, shown.rows?.[row], totals.rows === 'known', placed);
    }
    for (const column of cells[0]?.keys() ?? []) {
      const inColumn = unknowns.map((row) => row[column] ?? -1);
      if (totals.columns === 'none') continue;
      const truth = sums(cells.map((row) => row[column] ?? 0));
      hearSum(inColumn, shown.columns?.[column], totals.columns === 'known', truth);
      if (shown.columns?.[column] !== 'small' || totals.columns === 'known') continue;
      const total = attacker.unknown();
      attacker.isSumOf(total, inColumn);
      exposed.push({ where: `step ${step}, all of column ${column}`, unknown: total, must: [1, rules.threshold - 1] });
    }
    if (totals.whole !== 'none') hearSum(unknowns.flat(), shown.whole ?? undefined, totals.whole === 'known', sums(cells.map(sums)));
    before = unknowns;
  }
  return exposed;
}

/** That no value of any small count is excluded. @param inWhole whether whole numbers are asked for one by one */
export function expectNothingExcluded(attacker: Attacker, exposed: readonly Exposed[], inWhole = false): void {
  const ranges = attacker.ranges(
    exposed.map(({ unknown }) => unknown),
    inWhole,
  );
  const excluded = exposed.filter(({ unknown, must: [least, most] }) => {
    const [low = 0, high = 0] = ranges.get(unknown) ?? [];
    return low > least + 1e-6 || high < most - 1e-6;
  });
  expect(excluded.map(({ where, unknown, must }) => ({ where, must, found: ranges.get(unknown) }))).toEqual([]);
}
