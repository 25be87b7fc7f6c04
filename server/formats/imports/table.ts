import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { longestRecord, mostColumns, type Scanned, scan, tooManyColumns } from './scan.ts';
import { Unreadable } from './unreadable.ts';

/** One record of a table; rows are counted as a spreadsheet counts them, from 1. */
export interface Row {
  row: number;
  cells: string[];
  /** How much of the file has been read so far, from 0 to 1. */
  read: number;
}

export interface Table extends Scanned {
  /** The first rows that hold anything, as far as a heading may reach. */
  head: Row[];
  /** Every row, read anew from the file, with only a few of them in memory. */
  rows(): AsyncGenerator<Row>;
}

/**
 * Opens a file of comma, semicolon or tab separated values in UTF-8, UTF-16 or Windows-1252.
 * @throws Unreadable with the row where it stops being one
 */
export async function openTable(file: string): Promise<Table> {
  const scanned = await scan(file);
  const rows = () => rowsOf(file, scanned);
  const head: Row[] = [];
  for await (const row of rows()) {
    if (row.cells.some((cell) => cell.trim())) head.push(row);
    if (head.length === 2) break;
  }
  return { ...scanned, head, rows };
}

async function* rowsOf(file: string, { encoding, delimiter, mark, size }: Scanned): AsyncGenerator<Row> {
  const bytes = createReadStream(file, { start: mark, highWaterMark: 128 * 1024 });
  const parser = parse({ delimiter, relax_column_count: true, max_record_size: longestRecord, record_delimiter: ['\r\n', '\n', '\r'] });
  const source = encoding === 'utf-8' ? bytes : Readable.from(decoded(bytes, encoding));
  // What goes wrong on the way comes out of the parser, which is read below.
  pipeline(source, parser, () => {});
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length > mostColumns) throw tooManyColumns(row);
      if (cells.length > 1 || cells[0]?.trim()) yield { row, cells, read: bytes.bytesRead / size };
    }
  } catch (error) {
    throw error instanceof CsvError ? new Unreadable(inWords(error)) : error;
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function inWords({ code, column, records }: CsvError & { column?: unknown; records?: number }): string {
  const row = (records ?? 0) + 1;
  const at = typeof column === 'number' ? `Row ${row}, column ${column + 1}` : `Row ${row}`;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${at}: a quotation mark is opened and never closed.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `${at}: something stands behind a closing quotation mark. Quotes within a cell are written twice.`;
    case 'INVALID_OPENING_QUOTE':
      return `${at}: a quotation mark stands within a cell that has none around it.`;
    case 'CSV_MAX_RECORD_SIZE':
      return `${at}: the row is longer than 1 MB. A quotation mark that is never closed may be why.`;
    default:
      return `${at} cannot be read as CSV.`;
  }
}
