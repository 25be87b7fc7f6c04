import { type DyadColumn, quantum } from '../../columns/columns.ts';
import type { Dyad } from '../../framework/framework.ts';
import { localise } from '../../framework/localise.ts';
import { dyadMiddle } from '../../patterns/both-ends.ts';
import { dyadDensity } from '../../patterns/density.ts';
import { dyadHistogram, dyadQuantiles } from '../../patterns/dyad-patterns.ts';
import { areFew, fewest, lowest } from '../../patterns/fineness.ts';
import type { Group } from '../../patterns/group.ts';
import { forEachPlaced, type Rows, stateCounts } from '../../patterns/rows.ts';
import { sharedHeight } from '../../patterns/shared-scale.ts';
import type { DyadPlot, DyadRow } from '../shown.ts';
import { type Asked, alone, chosenKey, ofGroup, type Panels } from './asked.ts';

type Histogram = Extract<DyadPlot['body'], { look: 'histogram' }>;

const parts = 25;

/** The plots of a dyad, as one of its views shows it. */
export function dyadPanels(dyad: Dyad, column: DyadColumn, asked: Asked): Panels {
  const { view, rows, chosen, before, groups, language } = asked;
  const poles = { left: localise(dyad.poles.left, language), right: localise(dyad.poles.right, language) };
  if (view === 'ridges' || view === 'boxes' || view === 'points') {
    const shown: (Group & { isChosen?: boolean })[] = groups.length
      ? [...groups]
      : [{ key: 'all', words: 'All stories', rows }, ...(chosen ? [{ key: 'chosen', words: 'Chosen', rows: chosen, isChosen: true }] : [])];
    const drawn = shown.map((group) => rowOf(column, group, view, group.isChosen ?? false));
    const ridges = drawn.flatMap(({ drawn }) => (drawn.as === 'ridge' ? drawn.density : []));
    const highest = ridges.reduce((most, value) => Math.max(most, value), 1e-9);
    const plot: DyadPlot = { kind: 'dyad', poles, body: { look: 'rows', rows: drawn, highest } };
    return { panels: [alone(column.state, asked, plot)], key: [], notes: [notes[view]] };
  }
  if (view === 'groups') {
    const { side, most } = sharedHeight(column, groups);
    const panels = groups.map((group) => {
      const tallest = most * Math.max(1, stateCounts(column.state, group.rows).placed);
      const body = histogram(column, dyadHistogram(column, side, group.rows), group.rows, null, null, tallest);
      return ofGroup(column.state, group, { kind: 'dyad', poles, body });
    });
    return { panels, key: [], notes: ['The same height is the same share of those placed in its group.'] };
  }
  const counts = dyadHistogram(column, parts, rows);
  const earlier = before && scaled(dyadHistogram(column, parts, before), stateCounts(column.state, rows).placed);
  const tallest = Math.max(lowest, ...counts, ...(earlier ?? []));
  const body = histogram(column, counts, rows, chosen && [...dyadHistogram(column, parts, chosen)], earlier, tallest);
  const said = earlier ? ['The dashed line is the wave before, on the scale of these stories.'] : [];
  return {
    panels: [alone(column.state, asked, { kind: 'dyad', poles, body })],
    key: chosenKey(asked),
    notes: [body.median === null ? [] : ['The mark below is the median.'], said].flat(),
  };
}

function histogram(
  column: DyadColumn,
  counts: Uint32Array,
  rows: Rows,
  chosen: number[] | null,
  before: number[] | null,
  tallest: number,
): Histogram {
  const placed = counts.reduce((sum, count) => sum + count, 0);
  return { look: 'histogram', counts: [...counts], chosen, before, tallest, median: dyadMiddle(column, rows), isFew: areFew(placed) };
}

/** On the scale of another number placed; null where nothing is. */
function scaled(counts: Uint32Array, placed: number): number[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total ? Array.from(counts, (count) => (count * placed) / total) : null;
}

function rowOf(column: DyadColumn, { key, words, rows }: Group, view: 'ridges' | 'boxes' | 'points', isChosen: boolean): DyadRow {
  const { n, shares } = dyadQuantiles(column, [0.05, 0.25, 0.5, 0.75, 0.95], rows);
  const density = view === 'ridges' && !areFew(n) ? dyadDensity(column, rows) : null;
  const points = () => {
    const at: number[] = [];
    forEachPlaced(column.state, rows, (row) => at.push((column.right[row] ?? 0) / quantum));
    return at;
  };
  const drawn: DyadRow['drawn'] = density
    ? { as: 'ridge', density: [...density.values] }
    : view === 'boxes' && !areFew(n)
      ? { as: 'box', at: shares }
      : { as: 'points', at: points() };
  return { key, words, placed: n, isChosen, median: dyadMiddle(column, rows), drawn };
}

const few = `Fewer than ${fewest} placed are drawn as points.`;
const notes = {
  ridges: `Hills are smoothed, all to one scale; the mark is the median, where stories have a middle. ${few}`,
  boxes: `Half of the stories lie within the box, nine in ten between its ends; the line is the median, where stories have a middle. ${few}`,
  points: 'One point a story where it lies, piled up where several lie; the mark is the median, where stories have a middle.',
};
