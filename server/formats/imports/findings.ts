import { inert } from '../exports/csv.ts';

/** What was done to a cell, or why it cannot be taken. */
export interface Finding {
  outcome: 'mended' | 'refused';
  /** The column's position; null for the whole row. */
  column: number | null;
  /** What was there; empty for participants' words, which no report repeats. */
  was: string;
  /** What was made of it, or what is wrong. */
  became: string;
}

/** One row while it is read: its cells, and what was found in them. */
export class Reading {
  cells: readonly string[] = [];
  findings: Finding[] = [];
  readonly #worded: ReadonlySet<number>;

  /** @param worded columns of participants' words, which no report repeats */
  constructor(worded: ReadonlySet<number>) {
    this.#worded = worded;
  }

  begin(cells: readonly string[]): void {
    this.cells = cells;
    this.findings = [];
  }

  /** The cell of a column, trimmed; '' where there is no such column or cell. */
  cell(column: number | undefined): string {
    return column === undefined ? '' : (this.cells[column] ?? '').trim();
  }

  /** Participants' words as they stand, but for the apostrophe that our own files put before what a spreadsheet might run. */
  words(column: number | undefined): string {
    const cell = column === undefined ? '' : (this.cells[column] ?? '');
    return cell.startsWith("'") && inert(cell.slice(1)) === cell ? cell.slice(1) : cell;
  }

  mended(column: number | undefined, became: string): void {
    this.findings.push({ outcome: 'mended', column: column ?? null, was: this.#was(column), became });
  }

  refused(column: number | undefined, became: string): void {
    this.findings.push({ outcome: 'refused', column: column ?? null, was: this.#was(column), became });
  }

  #was(column: number | undefined): string {
    return column === undefined || this.#worded.has(column) ? '' : this.cell(column).slice(0, 60);
  }

  get isRefused(): boolean {
    return this.findings.some(({ outcome }) => outcome === 'refused');
  }
}
