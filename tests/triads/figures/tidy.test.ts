import { expect, it } from 'vitest';
import { ccplFramework } from '../../../server/demonstration/collections.ts';
import { panelsOf } from '../../../triads/figures/from-columns/panels.ts';
import { type BoardPlot, tidyData } from '../../../triads/figures/tidy.ts';
import { stateCounts } from '../../../triads/patterns/rows.ts';
import { drawnColumns, drawnFrom } from '../columns-drawn.ts';

const { signifiers } = ccplFramework;
const views = { triad: 'bins', dyad: 'bins', stones: 'squares', choice: 'bins', text: '' };

/** The table of a board of random stories, every third of them selected. */
function tableOf(stories: number, triads = 'bins') {
  const columns = drawnColumns(signifiers, stories, drawnFrom(3), { weeks: ['2026-W01'], waves: ['spring'], onLines: 0.2 });
  const rows = Uint32Array.from({ length: stories }, (_, row) => row);
  const chosen = rows.filter((row) => row % 3 === 0);
  const plots = signifiers.flatMap((signifier): BoardPlot[] => {
    const view = signifier.kind === 'triad' ? triads : views[signifier.kind];
    const asked = { view, language: 'en-GB', rows, chosen, before: null, groups: [], isOverlaid: false };
    const found = panelsOf(signifier, columns, asked);
    const { triads: t, dyads, stones, choices } = columns;
    const state = [t, dyads, stones, choices].flatMap((kind) => kind.get(signifier.key)?.state ?? [])[0];
    if (!found || !state) return [];
    const counts = [
      { group: 'all' as const, counts: stateCounts(state, rows) },
      { group: 'selected' as const, counts: stateCounts(state, chosen) },
    ];
    return [{ key: signifier.key, words: signifier.key, panels: found.panels, states: counts }];
  });
  const { columns: head, rows: lines } = tidyData(plots);
  return { plots, head, lines, named: lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]]))) };
}

it.each([0, 1, 10, 300])(
  'a board of %i stories is one table: as many values in each row, each number once, parts that add up to what is placed',
  (stories) => {
    for (const view of ['bins', 'hexagons', 'zones']) {
      const { plots, head, lines, named } = tableOf(stories, view);
      for (const line of lines) expect(line).toHaveLength(head.length);
      const numbers = named.map(({ count, share, group: _, ...row }) => JSON.stringify([row, _]));
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const { key, panels, states } of plots) {
        const kind = panels[0]?.plot.kind;
        for (const { group, counts } of states) {
          const own = named.filter((row) => row.plot === key && row.group === group);
          const placed = own.find(({ part_of, part }) => part_of === 'answer' && part === 'placed');
          expect(placed?.count).toBe(counts.placed);
          const parts = own.filter(({ part_of }) => part_of !== 'answer');
          expect(parts.length).toBeGreaterThan(0);
          const sum = parts.reduce((total, { count }) => total + Number(count), 0);
          if (kind === 'triad' || kind === 'dyad') expect([key, group, sum]).toEqual([key, group, counts.placed]);
          if (kind === 'triad' && counts.placed) expect(parts.reduce((total, { share }) => total + Number(share), 0)).toBeCloseTo(1, 2);
        }
      }
    }
  },
);

it('says where each part lies, and an option’s share of those that answered', () => {
  const { plots, named } = tableOf(300);
  const dyad = plots.find(({ panels }) => panels[0]?.plot.kind === 'dyad');
  expect(named.find(({ plot, part_of }) => plot === dyad?.key && part_of === 'range')).toMatchObject({
    from: 0,
    to: 0.04,
    part: '0 to 0.04',
    top: '',
  });
  const options = named.filter(({ part_of, group }) => part_of === 'option' && group === 'all');
  for (const { plot, count, share } of options) {
    const answered = named.find((row) => row.plot === plot && row.group === 'all' && row.part === 'placed')?.count;
    expect(Number(share)).toBeCloseTo(Number(count) / Number(answered), 4);
  }
});
