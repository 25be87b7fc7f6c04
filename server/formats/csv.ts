import { stringify } from 'csv-stringify';

/** What a spreadsheet might take for a formula, also behind white space: `=1+1`, ` =1+1`, `+`, `-`, `@`, a tab or a return. */
const formula = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** A cell that no spreadsheet runs: an apostrophe goes before what it might take for a formula. */
export function inert(cell: string): string {
  return formula.test(cell) || cell.startsWith("'") ? `'${cell}` : cell;
}

/**
 * CSV by RFC 4180, UTF-8 with a byte order mark so that Excel reads it, row by row as it is asked for. Every cell is inert;
 * reading it back takes one leading apostrophe away.
 * @param columns the headings, in order
 * @param rows one array of cells a row
 */
export function csv(columns: string[], rows: AsyncIterable<string[]>): NodeJS.ReadableStream {
  const stream = stringify({ header: true, columns, bom: true, record_delimiter: 'windows' });
  write(stream, rows).catch((error: Error) => stream.destroy(error));
  return stream;
}

async function write(stream: ReturnType<typeof stringify>, rows: AsyncIterable<string[]>): Promise<void> {
  for await (const row of rows) {
    if (stream.write(row.map(inert))) continue;
    await new Promise((resolve) => stream.once('drain', resolve));
  }
  stream.end();
}
