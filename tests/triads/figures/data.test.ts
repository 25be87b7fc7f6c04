import { expect, it } from 'vitest';
import { ccplFramework } from '../../../server/demonstration/collections.ts';
import { quantum, stateCode } from '../../../triads/columns/columns.ts';
import { emptyColumns } from '../../../triads/columns/empty.ts';
import { dataOf } from '../../../triads/figures/data.ts';
import { triadPanels } from '../../../triads/figures/from-columns/triad.ts';
import type { Panel } from '../../../triads/figures/shown.ts';

const triad = ccplFramework.signifiers.find((signifier) => signifier.kind === 'triad');

/** The data of a view of a triad with one placement at (0.6, 0.2, 0.2), chosen. */
function dataOfOne(view: string) {
  if (triad?.kind !== 'triad') throw new Error('there is no triad');
  const columns = emptyColumns([triad], 1);
  const column = columns.triads.get(triad.key);
  if (!column) throw new Error('it has no column');
  column.state[0] = stateCode.placed;
  column.top[0] = 0.6 * quantum;
  column.right[0] = 0.2 * quantum;
  const rows = Uint32Array.of(0);
  const asked = { view, language: 'en-GB', rows, chosen: rows, before: null, groups: [], isOverlaid: false };
  return dataOf(triadPanels(triad, column, asked).panels, 5);
}

it('a bin is a row with the shares of its middle, its count and how many of it are chosen', () => {
  const { columns, rows } = dataOfOne('bins');
  expect(columns).toEqual(['bin', 'top', 'left', 'right', 'placed', 'selected']);
  expect(rows).toHaveLength(36);
  for (const [, top, left, right] of rows) expect(Number(top) + Number(left) + Number(right)).toBeCloseTo(1, 4);
  const held = rows.filter(([, , , , placed]) => placed === 1);
  expect(held).toHaveLength(1);
  const [[, top, left, right, , selected] = []] = held;
  expect([Number(top) > 0.55, Number(left) < 0.3, Number(right) < 0.3, selected]).toEqual([true, true, true, 1]);
});

it('zones, hexagons and points are tables of their own, points as exact as columns are', () => {
  expect(dataOfOne('zones')).toEqual({
    columns: ['zone', 'placed', 'chosen', 'selected', 'selected_chosen'],
    rows: [['top', 1, 0, 1, 0], ...['left', 'right', 'top-left', 'top-right', 'left-right', 'centre'].map((zone) => [zone, 0, 0, 0, 0])],
  });
  expect(dataOfOne('hexagons').rows.filter(([, , , , placed]) => placed === 1)).toHaveLength(1);
  expect(dataOfOne('points').rows).toEqual([
    ['stories', 0.6, 0.2, 0.2],
    ['chosen', 0.6, 0.2, 0.2],
  ]);
});

it('small counts and hidden ones are said as the figure says them', () => {
  const plot = {
    kind: 'choice',
    look: 'bars',
    options: [
      { key: 'acute', words: 'Acute' },
      { key: 'hospice', words: 'Hospice' },
    ],
    groups: [{ key: 'all', words: 'All', answered: 40, counts: ['small', 'hidden'], isChosen: false }],
  } as const;
  const panels: Panel[] = [{ key: 'all', words: '', group: null, numbers: '', plot }];
  expect(dataOf(panels, 7).rows.map(([, , option, , stories, , share]) => [option, stories, share])).toEqual([
    ['acute', '<7', ''],
    ['hospice', 'not shown', ''],
  ]);
});
