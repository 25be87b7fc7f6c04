import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../triads/disclosure/in-steps.ts';
import type { Published } from '../../../triads/disclosure/published.ts';
import { suppress } from '../../../triads/disclosure/suppress.ts';
import { Attacker } from '../../attacker/attacker.ts';
import { expectNothingExcluded, type Told, tell } from '../../attacker/tables.ts';

// SSBtools `z1`: region by main income; printed in the reference of GaussSuppressionFromData.
const z1 = [
  [11, 11, 55, 36],
  [7, 1, 29, 18],
  [5, 8, 35, 25],
  [13, 2, 17, 13],
  [9, 14, 63, 52],
  [12, 9, 24, 22],
  [6, 4, 22, 8],
  [9, 3, 38, 15],
];

/** Example tables of public tools for disclosure control: figures only, each with where it is printed. */
const examples: Record<string, number[][]> = {
  z1,
  // SSBtools `z2`, easySdcTable `z2w`: the same with three more regions; printed in the vignette of easySdcTable.
  z2: [...z1, [3, 0, 9, 2], [9, 0, 32, 20], [4, 2, 18, 11]],
  // The example of GaussSuppression with singletons and zeros, in the same reference.
  singletons: [
    [1, 1, 1, 5, 5],
    [9, 9, 9, 9, 9],
    [0, 0, 0, 7, 7],
  ],
  // sdcTable's `sdc_testproblem`: region by gender, printed in its reference.
  'region by gender': [
    [18, 2],
    [14, 19],
    [12, 10],
    [11, 14],
  ],
  // sdcTable's `problemdata`: two suppressions a line leave a cell to be computed; in R/test_problems.R.
  'two a line': [
    [30, 47, 64, 89],
    [90, 124, 5, 31],
    [92, 100, 59, 85],
    [800, 991, 651, 685],
  ],
  // GaussSuppression's example of zeros as singletons.
  zeros: [
    [0, 2, 5],
    [0, 0, 6],
    [7, 8, 9],
  ],
};

describe.each(Object.entries(examples))('the public example %s', (_, cells) => {
  const shownTotals = { rows: 'shown', columns: 'shown', whole: 'shown' } as const;
  const boardTotals = { rows: 'known', columns: 'shown', whole: 'known' } as const;

  it.each([3, 4, 5, 10, 20])('gives no small count away below n = %d, by itself', (threshold) => {
    for (const totals of [shownTotals, boardTotals]) {
      const rules = { threshold, roundingBase: 1 } as const;
      const shown = suppress({ cells, totals }, rules);
      if (!shown) {
        expect(totals).toBe(boardTotals);
        continue;
      }
      const attacker = new Attacker();
      expectNothingExcluded(attacker, tell(attacker, [{ cells, totals, rules, shown }]));
    }
  });

  it('gives none away as it comes to be, in steps', () => {
    const rules = { threshold: 5, roundingBase: 1 } as const;
    let trail: Published[] = [];
    const told: Told[] = [];
    for (const share of [0.2, 0.4, 0.6, 0.8, 1, 2]) {
      const counts = cells.map((row) => row.map((count) => Math.floor(count * share)));
      const unsaid = [...counts.keys()].filter((row) => (counts[row] ?? []).reduce((sum, count) => sum + count, 0) < rules.threshold);
      trail = nextStep({ cells: counts, totals: boardTotals, unsaid }, rules, trail) ?? trail;
      const newest = trail.at(-1);
      if (newest && newest.cells !== told.at(-1)?.cells) told.push({ ...newest, grewOnly: counts.map(() => true) });
    }
    expect(told.length).toBeGreaterThan(1);
    const attacker = new Attacker();
    expectNothingExcluded(attacker, tell(attacker, told));
  });
});
