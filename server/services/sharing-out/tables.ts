import type { Rules } from '../../../triads/disclosure/figure.ts';
import { isStricter, nextStep } from '../../../triads/disclosure/in-steps.ts';
import { finest } from '../../../triads/disclosure/partition.ts';
import type { Published } from '../../../triads/disclosure/published.ts';
import type { CountTable, ShownCount } from '../../../triads/disclosure/table.ts';
import { type Cut, cutsOf, listsOf } from '../../../triads/disclosure/tallies.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { type Counts, nameOf, type Region } from './snapshot.ts';

/** A table of regions by cells as it was published, step after step. */
export interface Shared {
  /** What its columns are, in the order in which they came to be; new ones are added at the end. */
  columns: string[];
  steps: Published[];
  /** Whether nothing of it is shown, since a stricter rule asks for more than can be hidden of the last step. */
  isWithheld: boolean;
}

/** A signifier's figure: one table a list, under the keys of stones or options, all cut in one way. */
export interface SharedFigure {
  cut: Cut;
  tables: Record<string, Shared>;
}

/** What a region's lead is shown of a table, and what of the whole; null for what cannot be shown. */
export interface Said {
  own: ShownCount[] | null;
  whole: ShownCount[] | null;
}

const totals = { rows: 'known', columns: 'shown', whole: 'known' } as const;

/**
 * Publishes the next step of a table, where it may: see `nextStep`. Leads know how many are placed in each region; a region with fewer than n is not shown,
 * nor are participants who did not say theirs, since both could be told from what the others leave.
 * @param cells counts by region, of each by column
 */
export function sharedNext(last: Shared | null, cells: readonly Counts[], names: readonly string[], rules: Rules): Shared {
  const columns = [...new Set([...(last?.columns ?? []), ...names])];
  const counts = cells.map((row) => columns.map((column) => row[column] ?? 0));
  const earlier = (last?.steps ?? []).map((step) => widened(step, counts.length, columns.length));
  const steps = nextStep(tableOf(counts, rules), rules, earlier);
  const newest = last?.steps.at(-1);
  const isTooOpen = newest !== undefined && isStricter(rules, newest.rules);
  return steps ? { columns, steps, isWithheld: false } : { columns, steps: earlier, isWithheld: (last?.isWithheld ?? false) || isTooOpen };
}

function tableOf(cells: number[][], { threshold }: Rules): CountTable {
  const isUnsaid = (row: number) => row === 0 || sum(cells[row] ?? []) < threshold;
  return { cells, totals, unsaid: [...cells.keys()].filter(isUnsaid) };
}

/** A step as if regions and columns that came later had been there, empty: nobody could choose them. */
function widened(step: Published, rows: number, columns: number): Published {
  const width = step.cells[0]?.length ?? 0;
  if (step.cells.length === rows && width === columns) return step;
  const added = Array<0>(columns - width).fill(0);
  const cells = [
    ...step.cells.map((row) => [...row, ...added]),
    ...Array.from({ length: rows - step.cells.length }, () => Array<number>(columns).fill(0)),
  ];
  const shown = {
    ...step.shown,
    cells: cells.map((row, at) => (step.shown.cells[at] ? [...step.shown.cells[at], ...added] : row)),
    rows: cells.map((_, at) => step.shown.rows?.[at] ?? 0),
    columns: [...(step.shown.columns ?? []), ...added],
  };
  return { ...step, cells, shown };
}

/** @param row the place of a region; −1 for none */
export function saidOf({ columns, steps, isWithheld }: Shared, row: number, names: readonly string[]): Said {
  const newest = steps.at(-1);
  if (!newest || isWithheld) return { own: null, whole: null };
  const inOrder = (counts: ShownCount[] | null | undefined) => counts && names.map((name) => counts[columns.indexOf(name)] ?? 0);
  const isSaid = row >= 0 && !newest.unsaid?.includes(row);
  return { own: (isSaid && inOrder(newest.shown.cells[row])) || null, whole: inOrder(newest.shown.columns) ?? null };
}

/**
 * Publishes the next step of a figure. It stays cut as it was when it was first published: two cuts of the same stories, set against each other, give away
 * what each of them hides.
 */
export function figureNext(last: SharedFigure | null, signifier: Signifier, regions: readonly Region[], rules: Rules): SharedFigure {
  const cut = last?.cut ?? finestOf(cutsOf(signifier), signifier, regions, rules);
  const tables = listsOf(signifier, cut).map(({ list, cells }): [string, Shared] => {
    const counts = regions.map((region) => countsOf(region, signifier, cut, list));
    return [list, sharedNext(last?.tables[list] ?? null, counts, cells, rules)];
  });
  return { cut, tables: Object.fromEntries(tables) };
}

function countsOf({ answers }: Region, { key }: Signifier, cut: Cut, list: string): Counts {
  return answers[key]?.cells[nameOf(cut)]?.[list] ?? {};
}

/** As fine as the regions that are shown and the whole allow, every story counted for both. */
function finestOf(cuts: readonly [Cut, ...Cut[]], signifier: Signifier, regions: readonly Region[], { threshold }: Rules): Cut {
  const countsIn = (cut: Cut) => {
    const tables = listsOf(signifier, cut).map(({ list }) => regions.map((region) => countsOf(region, signifier, cut, list)));
    const said = tables.flatMap((rows) => rows.slice(1).filter((counts) => sum(Object.values(counts)) >= threshold));
    return [...said, ...tables.map(added)].flatMap((counts) => Object.values(counts));
  };
  return finest(cuts, threshold, countsIn) ?? cuts.at(-1) ?? cuts[0];
}

function added(rows: readonly Counts[]): Counts {
  const all: Counts = {};
  for (const [name, count] of rows.flatMap((counts) => Object.entries(counts))) all[name] = (all[name] ?? 0) + count;
  return all;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}
