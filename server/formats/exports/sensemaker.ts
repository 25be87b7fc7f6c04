import type { Cell, Field, Row } from '../../../triads/exports/field.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { csvLine } from './csv.ts';
import { type Contents, utf8 } from './format.ts';

interface Column {
  heading: string;
  cell(row: Row): Cell;
}

/**
 * CSV as SenseMaker's tools read it: per signifier S `S_percentX`, `S_percentY` and the shares by corner, as fractions; stones
 * `S_<stone>_percentX` and `…Y`; choices of several `S_<item>`, 1 or blank; `S_NA` 1 or blank. It has one blank for left
 * unanswered and not asked alike.
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
  const notApplicable: Column = { heading: `${key}_NA`, cell: (row) => (state(row) === 'na' ? 1 : null) };
  switch (signifier.kind) {
    case 'triad': {
      const [top, left, right] = [at(`${key}.top`), at(`${key}.left`), at(`${key}.right`)];
      const { corners } = signifier;
      return [
        { heading: `${key}_percentX`, cell: (row) => sum(right(row), half(top(row))) },
        { heading: `${key}_percentY`, cell: top },
        { heading: `${key}_${localise(corners.top, language)}`, cell: top },
        { heading: `${key}_${localise(corners.left, language)}`, cell: left },
        { heading: `${key}_${localise(corners.right, language)}`, cell: right },
        notApplicable,
      ];
    }
    case 'dyad': {
      const { poles } = signifier;
      return [
        { heading: `${key}_percentX`, cell: at(`${key}.right`) },
        { heading: `${key}_${localise(poles.left, language)}`, cell: at(`${key}.left`) },
        { heading: `${key}_${localise(poles.right, language)}`, cell: at(`${key}.right`) },
        notApplicable,
      ];
    }
    case 'stones':
      return [
        ...signifier.stones.flatMap((stone): Column[] => [
          { heading: `${key}_${stone.key}_percentX`, cell: at(`${key}.${stone.key}.x`) },
          { heading: `${key}_${stone.key}_percentY`, cell: at(`${key}.${stone.key}.y`) },
        ]),
        notApplicable,
      ];
    case 'choice': {
      const words = signifier.other ? [{ heading: `${key}_${signifier.other}_text`, cell: at(`${key}.${signifier.other}.words`) }] : [];
      if (!signifier.several) return [{ heading: key, cell: at(key) }, ...words, notApplicable];
      const items = signifier.options.map(({ key: item }): Column => {
        const chosen = at(`${key}.${item}`);
        return { heading: `${key}_${item}`, cell: (row) => (chosen(row) === true ? 1 : null) };
      });
      return [...items, ...words, notApplicable];
    }
    case 'text':
      return [{ heading: key, cell: at(key) }, notApplicable];
  }
}

const half = (share: Cell) => (typeof share === 'number' ? share / 2 : null);
const sum = (one: Cell, other: Cell) => (typeof one === 'number' && typeof other === 'number' ? one + other : null);
