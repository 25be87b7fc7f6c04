import type { Framework } from '../../../triads/framework/framework.ts';
import type { ImportReport } from '../../contract/imports.ts';
import { isNone } from '../../formats/imports/answers.ts';
import type { Assigned } from '../../formats/imports/columns.ts';
import type { Finding } from '../../formats/imports/findings.ts';
import type { Role } from '../../formats/imports/roles.ts';
import type { StoryReader } from '../../formats/imports/stories.ts';
import type { Row, Table } from '../../formats/imports/table.ts';
import { SameRows } from './same.ts';

/** How many findings are shown at once; the report has all. */
const mostShown = 100;

/** What is longer is the name of no region. */
const longestRegion = 200;

export const reportHeader = ['row', 'column', 'header', 'what', 'was there', 'what it became'];

const delimiterWords = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;
const encodingWords = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252, since it is not UTF-8',
} as const;

function unreadableIn({ unreadable }: Table): string[] {
  if (!unreadable) return [];
  const said = unreadable === 1 ? '1 character' : `${unreadable.toLocaleString('en-GB')} characters`;
  return [`${said} could not be read, and would stand as “\ufffd”: the file is UTF-8 but for these.`];
}

/** Reads a whole table as it would be taken, and says of each column and row what would become of it. */
export class Examining {
  readonly #table: Table;
  readonly #assigned: Assigned;
  readonly #reader: StoryReader;
  readonly report: ImportReport;
  readonly #same = new SameRows();
  /** The column that names regions. */
  readonly #regions: number | undefined;
  readonly #counts: Map<string, ImportReport['signifiers'][number]>;

  constructor(table: Table, assigned: Assigned, reader: StoryReader, { signifiers }: Framework) {
    this.#table = table;
    this.#assigned = assigned;
    this.#reader = reader;
    const { header, labels, uses } = assigned;
    const withColumns = new Set(assigned.signifiers.map(({ called }) => called.signifier.key));
    const held = (role: Role) => header[assigned.roles[role] ?? -1] ?? null;
    this.report = {
      written: [
        `Separated by ${delimiterWords[table.delimiter]}, in ${encodingWords[table.encoding]}.`,
        ...(labels ? ['Two rows of heading: labels above, keys below.'] : []),
      ],
      remarks: [...unreadableIn(table), ...assigned.remarks],
      ...{ rows: 0, taken: 0, refused: 0, mended: 0, withoutWords: 0, withoutWeek: 0, findings: [], unknownRegions: [] },
      columns: header.map((name, position) => ({ header: name, label: labels?.[position] ?? null, use: uses[position] ?? null })),
      roles: { title: held('title'), text: held('text'), language: held('language'), date: held('date') },
      signifiers: signifiers.map(({ key }) => ({ key, hasColumns: withColumns.has(key), answered: 0, na: 0 })),
    };
    this.#regions = assigned.signifiers.find(({ called }) => 'role' in called.signifier)?.whole;
    this.#counts = new Map(this.report.signifiers.map((one) => [one.key, one]));
  }

  /** The lines of the report, columns first, as the file is read. @param heard told of each row */
  async *lines(heard: (row: Row) => Promise<void>): AsyncGenerator<string[]> {
    for (const [position, { header, use }] of this.report.columns.entries())
      yield [String(this.#assigned.headingRow), String(position + 1), header, use === null ? 'left out' : 'taken', '', use ?? ''];
    for await (const row of this.#table.rows()) {
      if (row.row <= this.#assigned.headingRow) continue;
      await heard(row);
      yield* this.#see(row);
    }
    this.report.remarks.push(...this.#same.remarks);
  }

  *#see({ row, cells }: Row): Generator<string[]> {
    const { story, findings } = this.#reader.read(cells);
    if (story) this.#same.add(cells, story);
    const { report } = this;
    report.rows += 1;
    if (story) {
      report.taken += 1;
      if (findings.length) report.mended += 1;
      if (!story.text) report.withoutWords += 1;
      if (!story.week) report.withoutWeek += 1;
      for (const [key, answer] of Object.entries(story.answers)) {
        const count = this.#counts.get(key);
        if (count) count['na' in answer ? 'na' : 'answered'] += 1;
      }
    } else report.refused += 1;
    for (const { column, became } of findings)
      if (column !== null && column === this.#regions && became === isNone) this.#unknownRegion((cells[column] ?? '').trim());
    yield [String(row), '', '', story ? 'taken' : 'refused', '', ''];
    for (const finding of findings) yield this.#line(row, finding);
  }

  #unknownRegion(value: string): void {
    const { unknownRegions } = this.report;
    const seen = unknownRegions.find((one) => one.value === value);
    if (seen) seen.rows += 1;
    else if (unknownRegions.length < mostShown && value.length <= longestRegion) unknownRegions.push({ value, rows: 1 });
  }

  #line(row: number, { column, outcome, was, became }: Finding): string[] {
    const header = column === null ? null : (this.#assigned.header[column] ?? null);
    const { findings } = this.report;
    if (findings.length < mostShown) findings.push({ row, column: header, outcome, was, became });
    // What refuses a row comes before what is only mended, where not all can be shown.
    else if (outcome === 'refused') {
      const other = findings.findLastIndex((shown) => shown.outcome === 'mended');
      if (other !== -1) findings.splice(other, 1, { row, column: header, outcome, was, became });
    }
    return [String(row), column === null ? '' : String(column + 1), header ?? '', outcome, was, became];
  }
}
