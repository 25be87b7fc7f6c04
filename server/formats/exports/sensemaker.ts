import type { Cell, Field, Row } from '../../../triads/exports/field.ts';
import type { Localised, Signifier } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { csvLine } from './csv.ts';
import { type Contents, utf8 } from './format.ts';

interface Column {
  heading: string;
  cell(row: Row): Cell;
}

/**
 * CSV as SenseMaker's tools read it: per signifier S `S_percentX`, `S_percentY` and the shares by corner, as fractions; stones
 * `S_<stone>_percentX` and `…Y`; choices of several `S_<item>`, 1 or blank; `S_NA` 1 or blank. What these cannot tell stands in
 * columns of our own behind them: `S_<stone>_NA` and `S_state`, where a zone chosen in words is no point, and skipped is not unasked.
 */
export function writeSensemaker(contents: Contents): AsyncIterable<Uint8Array> {
  return utf8(records(contents));
}

async function* records({ fields, pages, languages, byteOrderMark = true }: Contents): AsyncGenerator<string> {
  const columns = columnsOf(fields, languages[0] ?? 'en-GB');
  yield (byteOrderMark ? '\ufeff' : '') + csvLine(columns.map(({ heading }) => heading));
  for await (const page of pages()) yield page.map((row) => csvLine(columns.map(({ cell }) => cell(row)))).join('');
}

function columnsOf(fields: readonly Field[], language: string): Column[] {
  const place = new Map(fields.map(({ name }, index) => [name, index]));
  const at = (name: string) => {
    const index = place.get(name);
    return (row: Row): Cell => (index === undefined ? null : (row[index] ?? null));
  };
  const plain = fields.filter(({ source }) => !source).map(({ name }): Column => ({ heading: name, cell: at(name) }));
  const signifiers = new Set(fields.flatMap(({ source }) => (source ? [source.signifier] : [])));
  return [...plain, ...[...signifiers].flatMap((signifier) => answerColumns(signifier, at, language))];
}

function answerColumns(signifier: Signifier, at: (name: string) => (row: Row) => Cell, language: string): Column[] {
  const { key } = signifier;
  const state = at(`${key}.state`);
  const isNot = (heading: string, stated: (row: Row) => Cell): Column => ({ heading, cell: (row) => (stated(row) === 'na' ? 1 : null) });
  const behind = [isNot(`${key}_NA`, state), { heading: `${key}_state`, cell: state }];
  switch (signifier.kind) {
    case 'triad': {
      const [top, left, right] = [at(`${key}.top`), at(`${key}.left`), at(`${key}.right`)];
      const names = headings(signifier.corners, language);
      return [
        { heading: `${key}_percentX`, cell: (row) => sum(right(row), half(top(row))) },
        { heading: `${key}_percentY`, cell: top },
        { heading: `${key}_${names.top}`, cell: top },
        { heading: `${key}_${names.left}`, cell: left },
        { heading: `${key}_${names.right}`, cell: right },
        ...behind,
      ];
    }
    case 'dyad': {
      const names = headings(signifier.poles, language);
      return [
        { heading: `${key}_percentX`, cell: at(`${key}.right`) },
        { heading: `${key}_${names.left}`, cell: at(`${key}.left`) },
        { heading: `${key}_${names.right}`, cell: at(`${key}.right`) },
        ...behind,
      ];
    }
    case 'stones':
      return [
        ...signifier.stones.flatMap((stone): Column[] => [
          { heading: `${key}_${stone.key}_percentX`, cell: at(`${key}.${stone.key}.x`) },
          { heading: `${key}_${stone.key}_percentY`, cell: at(`${key}.${stone.key}.y`) },
        ]),
        ...signifier.stones.map((stone) => isNot(`${key}_${stone.key}_NA`, at(`${key}.${stone.key}.state`))),
        ...behind,
      ];
    case 'choice': {
      const words = signifier.other ? [{ heading: `${key}_${signifier.other}_text`, cell: at(`${key}.${signifier.other}.words`) }] : [];
      if (!signifier.several) return [{ heading: key, cell: at(key) }, ...words, ...behind];
      const items = signifier.options.map(({ key: item }): Column => {
        const chosen = at(`${key}.${item}`);
        return { heading: `${key}_${item}`, cell: (row) => (chosen(row) === true ? 1 : null) };
      });
      return [...items, ...words, ...behind];
    }
    case 'text':
      return [{ heading: key, cell: at(key) }, ...behind];
  }
}

const taken = new Set(['top', 'left', 'right', 'na', 'state', 'percentx', 'percenty']);

/** Corners or poles by their labels, as SenseMaker has them; by their keys where a label could be taken for something else. */
function headings<Side extends string>(labels: Record<Side, Localised>, language: string): Record<Side, string> {
  const sides = Object.keys(labels) as Side[];
  const names = sides.map((side) => localise(labels[side], language));
  const plain = names.map((name) => name.trim().toLowerCase());
  const isClear = new Set(plain).size === sides.length && plain.every((name, index) => !taken.has(name) || name === sides[index]);
  return Object.fromEntries(sides.map((side, index) => [side, isClear ? names[index] : side])) as Record<Side, string>;
}

const half = (share: Cell) => (typeof share === 'number' ? share / 2 : null);
const sum = (one: Cell, other: Cell) => (typeof one === 'number' && typeof other === 'number' ? one + other : null);
