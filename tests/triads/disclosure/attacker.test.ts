import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../triads/disclosure/figure.ts';
import { nextStep } from '../../../triads/disclosure/in-steps.ts';
import type { Published } from '../../../triads/disclosure/published.ts';
import { suppress } from '../../../triads/disclosure/suppress.ts';
import type { CountTable, Totals } from '../../../triads/disclosure/table.ts';
import { Attacker } from '../../attacker/attacker.ts';
import { expectNothingExcluded, type Told, tell } from '../../attacker/tables.ts';

const said = fc.constantFrom<Totals>('none', 'shown', 'known');
const threshold = fc.integer({ min: 3, max: 20 });
const roundingBase = fc.constantFrom<1 | 5>(1, 1, 1, 5);

/** A count as answers fall: often none, often few, now and then many. */
const few = (n: number) => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: n - 1 }), fc.integer({ min: n, max: 4 * n }));

const tables = (n: number, [rows, columns]: readonly [number, number]) =>
  fc.array(fc.array(few(n), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

const shapes = fc.constantFrom<readonly [number, number]>([1, 4], [2, 3], [2, 8], [3, 7], [5, 4], [7, 7]);

describe('an attacker with linear programming', () => {
  it('excludes no value of a small count in a table', () => {
    const cases = fc.tuple(threshold, roundingBase, shapes).chain(([n, base, shape]) =>
      fc.record({
        rules: fc.constant<Rules>({ threshold: n, roundingBase: base }),
        cells: tables(n, shape),
        totals: fc.record({ rows: said, columns: said, whole: said }),
        unsaid: fc.subarray([...Array(shape[0]).keys()]),
      }),
    );
    fc.assert(
      fc.property(cases, ({ rules, ...table }) => {
        const shown = suppress(table, rules);
        if (!shown) {
          expect(Object.values(table.totals)).toContain('known');
          return;
        }
        const attacker = new Attacker();
        expectNothingExcluded(attacker, tell(attacker, [{ ...table, rules, shown }]));
      }),
      { numRuns: 100 },
    );
  });

  /** What happens between two looks: so many come to each row and answer so; somebody may withdraw, and the owner set other rules. */
  const histories = fc.tuple(threshold, shapes).chain(([n, shape]) =>
    fc.record({
      rules: fc.constant<Rules>({ threshold: n, roundingBase: 1 }),
      cells: tables(n, shape),
      steps: fc.array(
        fc.record({
          comings: tables(n, shape),
          rowsThatMove: fc.subarray([...Array(shape[0]).keys()], { minLength: 1 }),
          withdrawn: fc.option(fc.tuple(fc.nat({ max: shape[0] - 1 }), fc.nat({ max: shape[1] - 1 })), { freq: 8 }),
          rules: fc.option(fc.record({ threshold, roundingBase }), { freq: 6 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  );

  const totals = { rows: 'known', columns: 'shown', whole: 'known' } as const;
  const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0);

  it('excludes none over time either, whether or not he knows that nobody withdrew', () => {
    fc.assert(
      fc.property(histories, ({ rules: first, cells, steps }) => {
        let trail: Published[] = [];
        const told: Told[] = [];
        const look = (counts: readonly (readonly number[])[], rules: Rules, grewOnly: boolean[]) => {
          const unsaid = [...counts.keys()].filter((row) => sum(counts[row] ?? []) < rules.threshold);
          const table: CountTable = { cells: counts, totals, unsaid };
          const next = nextStep(table, rules, trail);
          const newest = next?.at(-1);
          if (next && newest) {
            trail = next;
            told.push({ ...newest, grewOnly });
          }
          return newest !== undefined;
        };
        let now = cells.map((row) => [...row]);
        let rules = first;
        let grewOnly = now.map(() => true);
        look(now, rules, grewOnly);
        for (const { comings, rowsThatMove, withdrawn, rules: changed } of steps) {
          now = now.map((row, at) => row.map((count, column) => count + (rowsThatMove.includes(at) ? (comings[at]?.[column] ?? 0) : 0)));
          const [row, column] = withdrawn ?? [-1, -1];
          const left = now[row];
          if (left && (left[column] ?? 0) > 0) {
            left[column] = (left[column] ?? 0) - 1;
            grewOnly[row] = false;
          }
          if (changed) rules = changed;
          if (look(now, rules, grewOnly)) grewOnly = now.map(() => true);
        }
        for (const knows of [true, false]) {
          const attacker = new Attacker();
          expectNothingExcluded(attacker, tell(attacker, knows ? told : told.map((step) => ({ ...step, grewOnly: [] }))));
        }
      }),
      { numRuns: 150 },
    );
  });
});
