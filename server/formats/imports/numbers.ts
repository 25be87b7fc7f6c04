/** A number as tables have it, with a point or a comma; null for what is none. */
export function numberIn(cell: string): number | null {
  const text = cell.trim();
  if (!/^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?%?$/i.test(text)) return null;
  const value = Number(text.replace(',', '.').replace('%', ''));
  return text.endsWith('%') ? value / 100 : value;
}

const yes = new Set(['1', 'true', 'yes', 'y', 'x']);
const no = new Set(['', '0', 'false', 'no', 'n']);

/**
 * Whether a cell that is 1 or blank is ticked; null for what says neither.
 * @param also another word for yes; then every other word is a no
 */
export function tickIn(cell: string, also?: string): boolean | null {
  const text = cell.trim().toLowerCase();
  if (also !== undefined && text) return text === also.toLowerCase();
  if (yes.has(text) || numberIn(text) === 1) return true;
  return no.has(text) || numberIn(text) === 0 ? false : null;
}
