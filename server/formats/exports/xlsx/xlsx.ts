import { codebookSheet, labelsSheet } from '../../../../triads/exports/codebook.ts';
import type { Row } from '../../../../triads/exports/field.ts';
import { provenanceLines } from '../../../../triads/exports/provenance.ts';
import { type Contents, FormatLimit, utf8 } from '../format.ts';
import { type Entry, zip } from '../zip.ts';
import { workbookParts } from './workbook.ts';
import { columnName, most, sheetEnd, sheetHead, sheetRow } from './worksheet.ts';

/**
 * An Excel workbook: stories in typed cells, then what values and fields mean, and where it comes from. More stories than a
 * sheet holds go on in the next.
 * @param rowsASheet what a sheet holds, its heading among them; smaller in tests alone
 */
export function writeXlsx(contents: Contents, rowsASheet = most.rows): AsyncIterable<Uint8Array> {
  const { length } = contents.fields;
  if (length > most.columns) {
    throw new FormatLimit(
      `These are ${length} columns, and a sheet of Excel holds up to ${most.columns}: take another format, such as CSV.`,
    );
  }
  return zip(entries(contents, rowsASheet));
}

async function* entries({ fields, pages, languages, provenance }: Contents, rowsASheet: number): AsyncGenerator<Entry> {
  const sheets: string[] = [];
  const named = (name: string) => `xl/worksheets/sheet${sheets.push(name)}.xml`;
  const heading = fields.map(({ name }) => name);
  const rows = new Reading(pages());
  do {
    const name = named(sheets.length ? `Stories ${sheets.length + 1}` : 'Stories');
    yield { name, content: utf8(worksheet(heading, rows, rowsASheet)) };
  } while (await rows.hasMore());
  const others = {
    Labels: labelsSheet(fields, languages),
    Codebook: codebookSheet(fields, languages),
    Provenance: [['what', 'as it is'], ...provenanceLines(provenance)],
  };
  for (const [name, [head = [], ...body]] of Object.entries(others)) {
    yield { name: named(name), content: utf8(worksheet(head, new Reading(onePage(body)), most.rows)) };
  }
  yield* workbookParts(sheets);
}

async function* onePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

async function* worksheet(heading: readonly string[], rows: Reading, rowsASheet: number): AsyncGenerator<string> {
  const letters = heading.map((_, index) => columnName(index));
  yield sheetHead(heading.length) + sheetRow(1, heading, letters);
  let last = 1;
  for (let row = await rows.next(rowsASheet - last); row.length; row = await rows.next(rowsASheet - last)) {
    for (const cells of row) yield sheetRow(++last, cells, letters);
  }
  yield sheetEnd(heading.length, last);
}

/** Pages that several sheets read from, one after another. */
class Reading {
  readonly #pages: AsyncIterator<readonly Row[]>;
  #rest: readonly Row[] = [];

  constructor(pages: AsyncIterable<readonly Row[]>) {
    this.#pages = pages[Symbol.asyncIterator]();
  }

  /** The next rows, at most so many; none at the end. */
  async next(limit: number): Promise<readonly Row[]> {
    if (limit <= 0 || !(await this.hasMore())) return [];
    const rows = this.#rest.slice(0, limit);
    this.#rest = this.#rest.slice(limit);
    return rows;
  }

  async hasMore(): Promise<boolean> {
    while (!this.#rest.length) {
      const { value, done } = await this.#pages.next();
      if (done) return false;
      this.#rest = value;
    }
    return true;
  }
}
