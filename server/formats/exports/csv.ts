import type { Cell } from '../../../triads/exports/field.ts';
import { type Contents, utf8 } from './format.ts';

/** What a spreadsheet might take for a formula, also behind white space: `=1+1`, ` =1+1`, `+`, `-`, `@`, a tab or a return. */
const formula = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;
/** What is quoted, also where only another list separator than the comma would cut it; most cells are let through by one look. */
const remarkable = /^[\s'=+\-@|%＝＋－＠]|[",;\t\r\n]|\s$/u;

/** A cell that no spreadsheet runs: an apostrophe goes before what it might take for a formula, and before one that is there. */
export function inert(cell: string): string {
  return cell.startsWith("'") || formula.test(cell) ? `'${cell}` : cell;
}

/** One record of RFC 4180. Texts are inert; reading them back takes one leading apostrophe away. */
export function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let index = 0; index < cells.length; index++) line += index ? `,${csvCell(cells[index] ?? null)}` : csvCell(cells[index] ?? null);
  return `${line}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return remarkable.test(cell) ? `"${inert(cell).replaceAll('"', '""')}"` : cell;
}

/** CSV by RFC 4180 in UTF-8: a heading, then a record a story. What is missing is empty; the state beside it says why. */
export function writeCsv(contents: Contents): AsyncIterable<Uint8Array> {
  return utf8(records(contents));
}

async function* records({ fields, pages, byteOrderMark = true }: Contents): AsyncGenerator<string> {
  yield (byteOrderMark ? '\ufeff' : '') + csvLine(fields.map(({ name }) => name));
  for await (const page of pages()) yield page.map(csvLine).join('');
}
