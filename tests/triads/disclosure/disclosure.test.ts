import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateCode, type TriadColumn } from '../../../triads/columns/columns.ts';
import { quantiseTriad } from '../../../triads/columns/quantise.ts';
import { partitionOf } from '../../../triads/disclosure/partition.ts';
import { defaultRules, ruleFaults } from '../../../triads/disclosure/rules.ts';
import { suppress, suppressList } from '../../../triads/disclosure/suppress.ts';
import type { CountTable, ShownCount, ShownTable, Totals } from '../../../triads/disclosure/table.ts';

describe('the threshold', () => {
  const paths = (...rules: Parameters<typeof ruleFaults>) => ruleFaults(...rules).map(({ path }) => path);

  it('is 5 without rounding unless somebody says why not', () => {
    expect(paths(defaultRules)).toEqual([]);
    expect(paths({ threshold: 10, roundingBase: 5, reason: 'asked for by the board' })).toEqual([]);
    expect(paths({ threshold: 5, roundingBase: 5, reason: null })).toEqual(['reason']);
    expect(paths({ threshold: 10, roundingBase: 5, reason: ' ' })).toEqual(['reason']);
    expect(paths({ threshold: 10, roundingBase: 1, reason: null })).toEqual(['reason']);
    expect(paths({ threshold: 3, roundingBase: 1, reason: '  ' })).toEqual(['reason']);
  });

  it('is a whole number from 3 to 20, and counts are rounded to 1 or 5', () => {
    const reason = 'because';
    expect([3, 20].flatMap((threshold) => paths({ threshold, roundingBase: 1, reason }))).toEqual([]);
    expect([2, 21, 4.5, Number.NaN].flatMap((threshold) => paths({ threshold, roundingBase: 1, reason }))).toEqual(
      Array(4).fill('threshold'),
    );
    expect(paths({ threshold: 5, roundingBase: 10, reason: null })).toEqual(['roundingBase']);
  });
});

describe('a 1-way table', () => {
  const rules = { threshold: 5, roundingBase: 1 } as const;

  it('without small counts is shown as it is', () => {
    expect(suppressList([0, 5, 20], 'shown', rules)).toEqual({ counts: [0, 5, 20], total: 25 });
    expect(suppressList([], 'shown', rules)).toEqual({ counts: [], total: 0 });
  });

  it('without a total hides the small counts alone', () => {
    expect(suppressList([0, 1, 4, 5, 20], 'none', rules)).toEqual({ counts: [0, 'small', 'small', 5, 20], total: null });
  });

  it('with a total hides the smallest further count that helps', () => {
    expect(suppressList([2, 30, 12, 40], 'shown', rules)).toEqual({ counts: ['small', 30, 'hidden', 40], total: 84 });
  });

  it('hides a second one where the first is so small that the rule itself would give the answer away', () => {
    // 2 + 6 = 8: whoever knows that 6 is hidden for being 5 or more knows that the other is at most 3.
    expect(suppressList([2, 6, 40], 'shown', rules)).toEqual({ counts: ['small', 'hidden', 'hidden'], total: 48 });
  });

  it('needs no more where two small counts protect each other', () => {
    expect(suppressList([1, 4, 40], 'shown', rules)).toEqual({ counts: ['small', 'small', 40], total: 45 });
    expect(suppressList([1, 1, 40], 'shown', rules)).toEqual({ counts: ['small', 'small', 'hidden'], total: 42 });
  });

  it('hides the total when nothing else helps', () => {
    expect(suppressList([2, 0, 0], 'shown', rules)).toEqual({ counts: ['small', 0, 0], total: 'small' });
    expect(suppressList([2, 1, 0], 'shown', rules)).toEqual({ counts: ['small', 'small', 0], total: 'hidden' });
    expect(suppressList([2, 5], 'shown', rules)).toEqual({ counts: ['small', 5], total: 'hidden' });
  });

  it('is not shown at all when a total known from elsewhere gives it away', () => {
    expect(suppressList([2, 0, 0], 'known', rules)).toBeNull();
    expect(suppressList([2, 5], 'known', rules)).toBeNull();
    expect(suppressList([3, 7], 'known', rules)).toEqual({ counts: ['small', 'hidden'], total: 10 });
    expect(suppressList([0, 0], 'known', rules)).toEqual({ counts: [0, 0], total: 0 });
  });

  it('rounds to 5, which may protect enough by itself', () => {
    expect(suppressList([0, 2, 7, 13], 'none', { threshold: 5, roundingBase: 5 })).toEqual({ counts: [0, 'small', 5, 15], total: null });
    const shown = suppressList([3, 11, 12, 13, 41], 'shown', { threshold: 5, roundingBase: 5 });
    expect(shown).toEqual({ counts: ['small', 10, 10, 15, 40], total: 80 });
  });

  it.each([[[1, -1]], [[1.5]], [[Number.NaN]]])('refuses counts %j', (counts) =>
    expect(() => suppressList(counts, 'none', rules)).toThrow(RangeError),
  );
});

describe('a 2-way table', () => {
  const rules = { threshold: 5, roundingBase: 1 } as const;
  const shownTotals = { rows: 'shown', columns: 'shown', whole: 'shown' } as const;

  it('hides a rectangle around a small count, of the smallest counts that help', () => {
    const cells = [
      [3, 20, 40],
      [30, 25, 50],
      [60, 60, 60],
    ];
    expect(suppress({ cells, totals: shownTotals }, rules)).toEqual({
      cells: [
        ['small', 'hidden', 40],
        ['hidden', 'hidden', 50],
        [60, 60, 60],
      ],
      rows: [63, 105, 180],
      columns: [93, 105, 150],
      whole: 348,
    });
  });

  it('refuses rows of different lengths', () => {
    expect(() => suppress({ cells: [[1], [1, 2]], totals: shownTotals }, rules)).toThrow(RangeError);
  });
});

/** The small counts give nothing away: an attacker who tries every table that fits what is shown finds 1 to n − 1 in each. */
describe('an attacker who knows the rules', () => {
  const count = (threshold: number) =>
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: threshold - 1 }), fc.integer({ min: threshold, max: 12 }));
  const said = fc.constantFrom<Totals>('none', 'shown', 'known');
  const shapes = fc.constantFrom([1, 1], [1, 2], [1, 4], [2, 2], [2, 3], [3, 2]);

  it.each([
    [3, 1],
    [3, 5],
    [4, 1],
    [4, 5],
  ] as const)('learns nothing below n = %d, rounded to %d', (threshold, roundingBase) => {
    const tables = shapes.chain(([rows, columns]) =>
      fc.record({
        cells: fc.array(fc.array(count(threshold), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
        totals: fc.record({ rows: said, columns: said, whole: said }),
      }),
    );
    fc.assert(
      fc.property(tables, (table) => {
        const shown = suppress(table, { threshold, roundingBase });
        if (!shown) {
          expect(Object.values(table.totals)).toContain('known');
          return;
        }
        for (const [row, counts] of table.cells.entries()) {
          for (const [column, value] of counts.entries()) {
            const cell = shown.cells[row]?.[column];
            if (value === 0 || cell === 0) expect([value, cell]).toEqual([0, 0]);
            expect(cell === 'small').toBe(value > 0 && value < threshold);
          }
        }
        for (const values of possibleSmallCounts(table, shown, threshold, roundingBase)) {
          expect([...values].sort()).toEqual(Array.from({ length: threshold - 1 }, (_, index) => index + 1));
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** For each small cell, every value it has in some table that fits what is shown: found by trying them all. */
function possibleSmallCounts(table: CountTable, shown: ShownTable, threshold: number, base: number): Set<number>[] {
  const cells = shown.cells.flat();
  const columns = table.cells[0]?.length ?? 0;
  const truth = table.cells.flat();
  /** Enough room to move: no hidden count has to grow by more than what all small ones can shrink or grow. */
  const most = Math.max(...truth) + cells.length * threshold;
  const candidates = cells.map((cell) => Array.from({ length: most + 1 }, (_, value) => value).filter((value) => fitsCell(value, cell)));
  const totals = [
    ...table.cells.map((_, row) => total(shown.rows?.[row], table.totals.rows, (index) => Math.floor(index / columns) === row)),
    ...(table.cells[0] ?? []).map((_, column) =>
      total(shown.columns?.[column], table.totals.columns, (index) => index % columns === column),
    ),
    total(shown.whole, table.totals.whole, () => true),
  ];
  const found = cells.map(() => new Set<number>());
  for (const [index, cell] of cells.entries()) {
    if (cell !== 'small') continue;
    for (const value of candidates[index] ?? []) {
      if (exists(candidates.map((all, other) => (other === index ? [value] : all)))) found[index]?.add(value);
    }
  }
  return found.filter((_, index) => cells[index] === 'small');

  function fitsCell(value: number, cell: ShownCount): boolean {
    if (cell === 'small') return value >= 1 && value < threshold;
    if (cell === 'hidden') return value >= threshold;
    return cell === 0 ? value === 0 : value >= threshold && Math.round(value / base) * base === cell;
  }

  function total(shown: ShownCount | null | undefined, said: Totals, holds: (index: number) => boolean) {
    const members = cells.map((_, index) => index).filter(holds);
    const fits = (sum: number): boolean => {
      if (shown === null || shown === undefined || shown === 'hidden') return true;
      if (shown === 'small') return sum >= 1 && sum < threshold;
      if (said === 'known' || shown === 0) return sum === shown;
      return sum >= threshold && Math.round(sum / base) * base === shown;
    };
    return { members, fits, last: members.at(-1) ?? -1 };
  }

  /** Depth first over the cells; a total is checked as soon as its last cell is set. */
  function exists(candidates: number[][], set: number[] = []): boolean {
    const index = set.length - 1;
    for (const { members, fits, last } of totals) {
      if (last === index && !fits(members.reduce((before, member) => before + (set[member] ?? 0), 0))) return false;
    }
    if (set.length === candidates.length) return true;
    return (candidates[set.length] ?? []).some((value) => exists(candidates, [...set, value]));
  }
}

describe('the partition of a figure', () => {
  /** So many placements in the middle of each of the given upward cells of a grid with `side` rows. */
  function placements(side: number, cells: [row: number, column: number, count: number][]): TriadColumn {
    const points = cells.flatMap(([row, column, count]) =>
      Array.from({ length: count }, () => quantiseTriad((row + 1 / 3) / side, (column + 1 / 3) / side)),
    );
    return {
      state: new Uint8Array(points.length).fill(stateCode.placed),
      top: Uint16Array.from(points, ([top]) => top),
      right: Uint16Array.from(points, ([, right]) => right),
    };
  }

  it('is ten a side where at least 80 % lie in cells of n or more', () => {
    const fourFifths = placements(10, [
      [0, 0, 16],
      [5, 0, 2],
      [0, 5, 2],
    ]);
    expect(partitionOf(fourFifths, 5)).toEqual({ by: 'bins', side: 10 });
  });

  it('is coarser where fewer do', () => {
    const spread = placements(10, [
      [0, 0, 4],
      [0, 1, 4],
    ]);
    expect(partitionOf(spread, 5)).toEqual({ by: 'bins', side: 4 });
    expect(partitionOf(spread, 4)).toEqual({ by: 'bins', side: 10 });
  });

  it('is the zones where even four a side is too fine', () => {
    const far = placements(4, [
      [0, 0, 4],
      [3, 0, 4],
      [0, 3, 4],
    ]);
    expect(partitionOf(far, 5)).toEqual({ by: 'zones' });
  });

  it('looks only at the rows given, and is the finest where there are none', () => {
    const column = placements(10, [
      [0, 0, 5],
      [0, 9, 4],
    ]);
    expect(partitionOf(column, 5)).toEqual({ by: 'zones' });
    expect(partitionOf(column, 5, Uint32Array.of(0, 1, 2, 3, 4))).toEqual({ by: 'bins', side: 10 });
    expect(partitionOf(column, 5, new Uint32Array())).toEqual({ by: 'bins', side: 10 });
  });
});
