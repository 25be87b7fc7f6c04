import { quantum, type StoneColumn, type StonesColumn } from '../../columns/columns.ts';
import type { Stones } from '../../framework/framework.ts';
import { localise } from '../../framework/localise.ts';
import { forEachPlaced, type Rows, stateCounts } from '../../patterns/rows.ts';
import { squareCounts } from '../../patterns/square-bins.ts';
import { fullestSquare, middleOf, squaresASide } from '../layout/stones-layout.ts';
import { numbersInWords } from '../numbers.ts';
import type { Axis, Placed, ShownStone, StonesPlot } from '../shown.ts';
import { type Asked, alone, chosenKey, ofGroup, type Panels } from './asked.ts';

interface Laid {
  key: string;
  words: string;
  index: number;
  stone: StoneColumn;
}

/** The plots of a canvas of stones, as one of its views shows it. */
export function stonesPanels(signifier: Stones, column: StonesColumn, asked: Asked): Panels {
  const { view, rows, chosen, groups, language, isSmall = false } = asked;
  const axes = axesOf(signifier, language);
  const laid = signifier.stones.flatMap(({ key, label }, index): Laid[] => {
    const stone = column.stones.get(key);
    return stone ? [{ key, words: localise(label, language), index, stone }] : [];
  });
  const plot = (stones: ShownStone[], isNamed: boolean): StonesPlot => ({ kind: 'stones', axes, stones, isNamed, isMarked: !isSmall });
  const notes = ['The large marks are the middles: the medians across and upwards.'];
  if (view === 'groups') {
    const panels = groups.map((group) =>
      ofGroup(
        column.state,
        group,
        plot(
          laid.map((one) => pointsOf(one, group.rows, null)),
          true,
        ),
      ),
    );
    return { panels, key: [], notes };
  }
  if (view === 'each' || view === 'squares') {
    const fullest = fullestSquare(column.stones.values(), rows);
    const panels = laid.map((one) => {
      const shown = view === 'squares' ? squaresOf(one, rows, chosen, fullest) : pointsOf(one, rows, chosen);
      const numbers = numbersInWords(stateCounts(one.stone.state, rows), null);
      return { key: one.key, words: one.words, group: null, numbers, plot: plot([shown], false) };
    });
    return {
      panels,
      key: chosenKey(asked),
      notes: view === 'squares' ? ['The same shade is the same share of all times that a stone lies anywhere.'] : notes,
    };
  }
  return {
    panels: [
      alone(
        column.state,
        asked,
        plot(
          laid.map((one) => pointsOf(one, rows, chosen)),
          true,
        ),
      ),
    ],
    key: chosenKey(asked),
    notes,
  };
}

/** The axes of a canvas in one language. */
export function axesOf({ axes }: Stones, language: string): StonesPlot['axes'] {
  const axis = ({ name, low, high }: Stones['axes']['x']): Axis => ({
    name: localise(name, language),
    low: localise(low, language),
    high: localise(high, language),
  });
  return { x: axis(axes.x), y: axis(axes.y) };
}

/** The middle of a stone, 0…1 across and up; null where it lies nowhere. */
export function middleIn(stone: StoneColumn, rows: Rows): Placed | null {
  // In a canvas of one by one; its y goes downwards on the screen.
  const middle = middleOf(stone, rows, { x: 0, y: 0, width: 1, height: 1 });
  return middle && [middle.x, 1 - middle.y];
}

function placedOf(stone: StoneColumn, rows: Rows): Placed[] {
  const points: Placed[] = [];
  forEachPlaced(stone.state, rows, (row) => points.push([(stone.x[row] ?? 0) / quantum, (stone.y[row] ?? 0) / quantum]));
  return points;
}

function pointsOf({ stone, ...named }: Laid, rows: Rows, chosen: Rows | null): ShownStone {
  const points = placedOf(stone, rows);
  const body = { as: 'points' as const, points, chosen: chosen && placedOf(stone, chosen) };
  return { ...named, placed: points.length, body, middle: middleIn(stone, rows) };
}

function squaresOf({ stone, ...named }: Laid, rows: Rows, chosen: Rows | null, fullest: number): ShownStone {
  const counts = [...squareCounts(stone, squaresASide, rows)];
  const placed = counts.reduce((sum, count) => sum + count, 0);
  const darkest = Math.max(1e-9, fullest * placed);
  const own = chosen && { counts: [...squareCounts(stone, squaresASide, chosen)], points: placedOf(stone, chosen) };
  return { ...named, placed, body: { as: 'squares', side: squaresASide, counts, chosen: own, darkest }, middle: null };
}
