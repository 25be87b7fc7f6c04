import type { State } from '../answers/answer.ts';
import { type Cells, cellsOf, share, type Table } from './data.ts';
import type { Panel } from './shown.ts';

/** A plot of a board: what it draws, and how everybody and the selected among them answered. */
export interface BoardPlot {
  key: string;
  words: string;
  panels: readonly Panel[];
  states: { group: Group; counts: Record<State, number> }[];
}
type Group = 'all' | 'selected';

interface Counted {
  part: string;
  part_label: string;
  group: string;
  count: number;
  /** What it is a share of: counts of one kind of part are shares of one whole. */
  whole: string;
  /** Where that part lies. */
  place: Cells;
}

const places = ['top', 'left', 'right', 'from', 'to', 'x_from', 'x_to', 'y_from', 'y_to'];

/**
 * Several plots as one table for a spreadsheet or R: one row a number, the same columns in each. A part is a state of the answer, a bin, a zone,
 * part of a dyad, a square of a stone's canvas or an option; a share is of all counts of its group in that plot (options: of those that answered).
 */
export function tidyData(plots: readonly BoardPlot[]): Table {
  const rows = plots.flatMap(({ key, words, panels, states }) => {
    const kind = panels[0]?.plot.kind ?? '';
    const answers = states.flatMap(({ group, counts }) =>
      Object.entries(counts).map(([state, count]): Counted => ({ part: state, part_label: '', group, count, whole: 'answer', place: {} })),
    );
    const parts = panels.flatMap((panel) => cellsOf(panel, Number).flatMap(countedOf));
    const totals = new Map(states.map(({ group, counts }) => [`option ${group}`, counts.placed]));
    for (const { whole, group, count } of [...answers, ...parts.filter(({ whole }) => whole !== 'option')])
      totals.set(`${whole} ${group}`, (totals.get(`${whole} ${group}`) ?? 0) + count);
    return [...answers, ...parts].map(({ part, part_label, group, count, whole, place }) => {
      const total = totals.get(`${whole} ${group}`);
      return [
        ...[key, words, kind, whole.split(' ')[0] ?? '', part, part_label],
        ...places.map((name) => place[name] ?? ''),
        ...[group, count, total ? share(count / total) : ''],
      ];
    });
  });
  return { columns: ['plot', 'plot_label', 'kind', 'part_of', 'part', 'part_label', ...places, 'group', 'count', 'share'], rows };
}

/** The numbers that one row of a plot's own data holds. */
function countedOf(cells: Cells): Counted[] {
  const named = partOf(cells);
  const place = Object.fromEntries(places.flatMap((name) => (cells[name] === undefined ? [] : [[name, cells[name]]])));
  const counts = {
    all: cells.placed,
    'all, in words': cells.chosen,
    selected: cells.selected,
    'selected, in words': cells.selected_chosen,
  };
  const own = cells.option === undefined ? counts : { [cells.group === 'chosen' ? 'selected' : 'all']: cells.stories };
  return Object.entries(own).flatMap(([group, count]) => (count === undefined ? [] : [{ ...named, place, group, count: Number(count) }]));
}

function partOf(cells: Cells): Pick<Counted, 'part' | 'part_label' | 'whole'> {
  const text = (name: string) => `${cells[name] ?? ''}`;
  if (cells.option !== undefined) return { part: text('option'), part_label: text('option_label'), whole: 'option' };
  if (cells.stone !== undefined) return { part: text('stone'), part_label: text('stone_label'), whole: `square ${text('stone')}` };
  if (cells.zone !== undefined) return { part: text('zone'), part_label: '', whole: 'zone' };
  if (cells.bin !== undefined) return { part: text('bin'), part_label: '', whole: 'bin' };
  return { part: `${text('from')} to ${text('to')}`, part_label: '', whole: 'range' };
}
