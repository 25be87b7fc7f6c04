import type { Cell } from '../../../../triads/exports/field.ts';
import { FormatLimit } from '../format.ts';
import { unholdable, xmlHead, xmlText } from '../xml.ts';

/** What one sheet of Excel holds at most. */
export const most = { rows: 1_048_576, columns: 16_384, characters: 32_767 };

/** The styles of `styles.xml`, by their place there. */
const style = { text: 1, heading: 2 };

/** A worksheet that has its heading fixed and filters on it. */
export function sheetHead(columns: number): string {
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const widths = `<cols><col min="1" max="${Math.max(1, columns)}" width="18" customWidth="1"/></cols>`;
  return `${xmlHead}<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${widths}<sheetData>`;
}

/** @param rows the heading among them */
export function sheetEnd(columns: number, rows: number): string {
  const filter = columns ? `<autoFilter ref="A1:${columnName(columns - 1)}${rows}"/>` : '';
  return `</sheetData>${filter}</worksheet>`;
}

/**
 * One row. Texts are inline and marked as such, so that Excel takes none for a formula, not even after an edit.
 * @throws FormatLimit for a text that is longer than a cell of Excel can be
 */
export function sheetRow(number: number, cells: readonly Cell[], letters: readonly string[]): string {
  let inner = '';
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? null;
    if (cell === null) continue;
    const at = `${letters[index]}${number}`;
    if (typeof cell === 'number') inner += `<c r="${at}"><v>${cell}</v></c>`;
    else if (typeof cell === 'boolean') inner += `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    else inner += textCell(at, cell, number === 1 ? style.heading : style.text);
  }
  return `<row r="${number}">${inner}</row>`;
}

function textCell(at: string, text: string, styled: number): string {
  if (text.length > most.characters) {
    throw new FormatLimit(
      `A text has ${text.length} characters, and a cell of Excel holds up to ${most.characters}: take another format, such as CSV.`,
    );
  }
  return `<c r="${at}" s="${styled}" t="inlineStr"><is><t xml:space="preserve">${xmlText(escaped(text))}</t></is></c>`;
}

/** Excel writes what XML cannot hold as `_x0001_`, and so a text that looks like that with its underscore written so. */
function escaped(text: string): string {
  const code = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unholdable, code)
    .replace(/\r/g, '_x000D_');
}

/** `A`, `B` … `Z`, `AA` … for a column counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (index % 26));
}
