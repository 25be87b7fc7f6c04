import { Figure, type Rules } from './figure.ts';
import { Network } from './network.ts';
import { type CountTable, checkTable, type ShownCount, type ShownTable, type Totals } from './table.ts';

/**
 * A table as it may be shown: counts of 1 to n − 1 as `small`, zeros as they are, larger ones rounded to the base; then
 * further cells hidden, the smallest that help first, and totals only when no cell helps, until every small cell could be
 * any number from 1 to n − 1 given all that is shown. Hiding more never narrows what is possible, so one round over the
 * small cells is enough.
 * @param table a 1-way table is a table of one row
 * @returns null when totals known from elsewhere give a small count away whatever is hidden: show no table then
 * @throws RangeError when a count is not a whole number ≥ 0, or rows differ in length
 */
export function suppress(table: CountTable, rules: Rules): ShownTable | null {
  checkTable(table);
  const { cells, totals } = table;
  const figure = (said: Totals | 'cell') => (value: number) => new Figure(value, said, rules);
  const rowSums = cells.map(sum);
  const columnSums = (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column] ?? 0)));
  const figures = {
    cells: cells.map((row) => row.map(figure('cell'))),
    rows: rowSums.map(figure(totals.rows)),
    columns: columnSums.map(figure(totals.columns)),
    whole: figure(totals.whole)(sum(rowSums)),
  };

  const firstRow = 2;
  const firstColumn = firstRow + rowSums.length;
  const network = new Network(firstColumn + columnSums.length);
  const [source, sink] = [0, 1];
  network.add(figures.whole, sink, source);
  for (const [row, total] of figures.rows.entries()) network.add(total, source, firstRow + row);
  for (const [column, total] of figures.columns.entries()) network.add(total, firstColumn + column, sink);
  const small: number[] = [];
  for (const [row, inRow] of figures.cells.entries()) {
    for (const [column, cell] of inRow.entries()) {
      const arc = network.add(cell, firstRow + row, firstColumn + column);
      if (cell.small) small.push(arc);
    }
  }
  if (!small.every((arc) => network.reach(arc, rules.threshold - 1) && network.reach(arc, 1))) return null;

  const shown = ({ shown }: Figure): ShownCount => shown ?? 'hidden';
  return {
    cells: figures.cells.map((row) => row.map(shown)),
    rows: totals.rows === 'none' ? null : figures.rows.map(shown),
    columns: totals.columns === 'none' ? null : figures.columns.map(shown),
    whole: totals.whole === 'none' ? null : shown(figures.whole),
  };
}

/**
 * The 1-way table of `suppress`: some counts and what is said of their total.
 * @returns null when a total known from elsewhere gives a small count away whatever is hidden
 * @throws RangeError when a count is not a whole number ≥ 0
 */
export function suppressList(
  counts: readonly number[],
  total: Totals,
  rules: Rules,
): { counts: ShownCount[]; total: ShownCount | null } | null {
  const shown = suppress({ cells: [counts], totals: { rows: 'none', columns: 'none', whole: total } }, rules);
  return shown && { counts: shown.cells[0] ?? [], total: shown.whole };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}
