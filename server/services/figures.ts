import { Readable } from 'node:stream';
import type { Plate } from '../../triads/figures/plate.ts';
import { csvLine } from '../formats/exports/csv.ts';
import { utf8 } from '../formats/exports/format.ts';
import { figures } from '../formats/printed/figures.ts';

/** A cell of a figure's data: a text, which is made inert, or a number. */
type Cell = string | number;

/** Writes figures that a page has drawn: it holds what whoever asks sees already, and nothing of it is kept. */
export const figureFiles = {
  pdf: (plates: readonly Plate[]): NodeJS.ReadableStream => figures(plates),
  csv: (columns: readonly string[], rows: readonly Cell[][]): NodeJS.ReadableStream => Readable.from(utf8(lines(columns, rows))),
};

function* lines(columns: readonly string[], rows: readonly Cell[][]): Generator<string> {
  yield `\ufeff${csvLine(columns)}`;
  for (const row of rows) yield csvLine(row);
}
