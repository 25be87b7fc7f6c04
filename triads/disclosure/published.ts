import { Figure, type Rules, type Said } from './figure.ts';
import { Network } from './network.ts';
import { type CountTable, checkTable, type ShownCount, type ShownTable } from './table.ts';

/** A table as it was published in a step: what was true, what was shown of it, and under which rules. */
export interface Published extends CountTable {
  rules: Rules;
  shown: ShownTable;
  /** Whether what comes after could still tell a small count of it. */
  isOpen: boolean;
}

/** The figures of one step, totals and cells. */
interface Figures {
  whole: Figure;
  rows: Figure[];
  columns: Figure[];
  cells: Figure[][];
}

/**
 * Publishes a table after others of the same rows and columns: counts of 1 to n − 1 as `small`, zeros as they are, larger ones rounded to the base; then
 * further cells hidden, the smallest that help first, and totals only when no cell helps, until every small cell of this table and of those before
 * could be any number from 1 to n − 1 given all that is shown in any, also for whoever knows that counts only grew. Hiding more
 * never narrows what is possible, so one round over the small cells is enough.
 * @param earlier what was published before, oldest first
 * @returns this one after those before that still matter; null when small counts would be given away whatever is hidden: publish nothing then
 * @throws RangeError when a count is not a whole number ≥ 0, or rows differ in length
 */
export function published(table: CountTable, rules: Rules, earlier: readonly Published[]): Published[] | null {
  checkTable(table);
  const steps = [...earlier, { ...table, rules }].map(figuresOf);
  const isOpen = protectedIn(steps, rules, earlier);
  if (!isOpen) return null;
  const newest: Published = { ...table, rules, shown: shownOf(steps.at(-1)), isOpen: true };
  const all = [...earlier.map((one, step) => ({ ...one, isOpen: isOpen[step] ?? true })), newest];
  // The last one that is settled still says what counts cannot have been less than.
  const firstOpen = all.findIndex((one) => one.isOpen);
  return all.slice(Math.max(0, firstOpen - 1));
}

/** Hides in the last of some steps what small counts of any need. @returns whether each is still open; null where no hiding helps */
function protectedIn(steps: readonly Figures[], rules: Rules, earlier: readonly Published[]): boolean[] | null {
  const { network, arcs } = networkOf(steps);
  const isOpen = steps.map(() => false);
  for (const [step, figures] of steps.entries()) {
    const before = earlier[step];
    if (before && !before.isOpen) continue;
    const { threshold } = before?.rules ?? rules;
    for (const [row, cells] of figures.cells.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (!cell.small) continue;
        const [least, most] = cell.shown === null ? unsaidRange(figures.rows[row], threshold) : [1, threshold - 1];
        const reached = both(network, step, arcs.cells[row]?.[column] ?? -1, least, most);
        if (!reached) return null;
        if (!reached.isSettled) isOpen[step] = true;
      }
    }
    for (const [column, total] of figures.columns.entries()) {
      if (total.shown !== 'small') continue;
      const reached = both(network, step, arcs.columns[column] ?? -1, 1, threshold - 1);
      if (!reached && before) return null;
      if (!reached) total.hide();
      else if (!reached.isSettled) isOpen[step] = true;
    }
  }
  return isOpen;
}

function both(network: Network, step: number, arc: number, least: number, most: number): { isSettled: boolean } | null {
  const up = network.reach(step, arc, most);
  const down = up && network.reach(step, arc, least);
  return up && down && { isSettled: up.isSettled && down.isSettled };
}

/** What a small cell of an unsaid row could be: where the row is small itself, whose total is known, anything that this leaves. */
function unsaidRange(row: Figure | undefined, threshold: number): [least: number, most: number] {
  const placed = row?.value ?? 0;
  return placed < threshold ? [0, placed] : [1, threshold - 1];
}

function figuresOf({
  cells,
  totals,
  unsaid = [],
  isVeiled = false,
  rules,
  shown,
}: CountTable & { rules: Rules; shown?: ShownTable }): Figures {
  const figure = (said: Said, value: number, as: ShownCount | null | undefined) => new Figure(value, said, rules, as === 'hidden');
  const columns = (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column] ?? 0)));
  return {
    whole: figure(totals.whole, sum(columns), shown?.whole),
    rows: cells.map((row, index) => figure(totals.rows, sum(row), shown?.rows?.[index])),
    columns: columns.map((total, index) => figure(totals.columns, total, shown?.columns?.[index])),
    cells: cells.map((counts, row) =>
      counts.map((count, column) =>
        figure(unsaid.includes(row) ? 'none' : isVeiled ? 'veiled' : 'cell', count, shown?.cells[row]?.[column]),
      ),
    ),
  };
}

function networkOf(steps: readonly Figures[]) {
  const { rows = [], columns = [] } = steps[0] ?? {};
  const [source, sink, firstRow] = [0, 1, 2];
  const firstColumn = firstRow + rows.length;
  const network = new Network(firstColumn + columns.length, steps.length);
  const inEach = (of: (figures: Figures) => Figure | undefined) => steps.map(of).filter((figure) => figure !== undefined);
  network.add(
    inEach(({ whole }) => whole),
    sink,
    source,
    false,
  );
  for (const row of rows.keys())
    network.add(
      inEach(({ rows }) => rows[row]),
      source,
      firstRow + row,
      false,
    );
  const arcs = {
    columns: columns.map((_, column) =>
      network.add(
        inEach(({ columns }) => columns[column]),
        firstColumn + column,
        sink,
        false,
      ),
    ),
    cells: rows.map((_, row) =>
      columns.map((_, column) =>
        network.add(
          inEach(({ cells }) => cells[row]?.[column]),
          firstRow + row,
          firstColumn + column,
          true,
        ),
      ),
    ),
  };
  return { network, arcs };
}

function shownOf(figures: Figures | undefined): ShownTable {
  const shown = ({ shown }: Figure): ShownCount => shown ?? 'hidden';
  const list = (totals: Figure[]) => (totals.every(({ shown }) => shown === null) ? null : totals.map(shown));
  return {
    cells: (figures?.cells ?? []).map((row) => row.map(shown)),
    rows: list(figures?.rows ?? []),
    columns: list(figures?.columns ?? []),
    whole: figures?.whole.shown ?? null,
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}
