import type { SharedAnswers, SharedSignifier } from '../../../server/contract/shared-out.ts';
import type { ShownCount } from '../../../triads/disclosure/table.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { planePoint } from '../../../triads/geometry/coordinates.ts';
import { fromPlane } from '../../../triads/geometry/plane.ts';
import { zones } from '../../../triads/geometry/zones.ts';
import { triangularVertices } from '../../../triads/patterns/triangular-bins.ts';
import { worded } from '../../parts/words.ts';
import { largestInWords } from '../../plots/largest.ts';
import { zoneName } from '../../plots/says.ts';

/** A row of the table behind a figure. */
export interface CellRow {
  words: string;
  count: ShownCount;
}

/** Every cell of a figure in words, in the order of its counts. */
export function rowsOf(signifier: Signifier, { cut }: SharedSignifier, { cells }: SharedAnswers): CellRow[] {
  const counted = (counts: readonly ShownCount[] | null | undefined, name: (cell: number) => string): CellRow[] =>
    (counts ?? []).map((count, cell) => ({ words: cell + 1 === counts?.length ? 'chosen in words' : name(cell), count }));
  if (signifier.kind === 'triad') {
    const nameOf = (cell: number) => {
      const zone = zones[cell];
      if (cut.by === 'bins') return sharesOf(signifier, cell, cut.side);
      return zone ? zoneName(signifier, zone, document.documentElement.lang) : '';
    };
    return counted(cells[0], nameOf);
  }
  if (signifier.kind === 'dyad' && cut.by === 'parts') {
    const percent = (part: number) => Math.round((100 * part) / cut.side);
    return counted(cells[0], (part) => `${percent(part)} to ${percent(part + 1)} % ${worded(signifier.poles.right)}`);
  }
  if (signifier.kind === 'stones' && cut.by === 'squares') {
    const { side } = cut;
    const percent = (part: number) => Math.round((100 * (part + 0.5)) / side);
    return signifier.stones.flatMap(({ label }, index) =>
      counted(
        cells[index],
        (cell) =>
          `${worded(signifier.axes.x.name)} ${percent(cell % side)} %, ${worded(signifier.axes.y.name)} ${percent(Math.floor(cell / side))} %`,
      ).map((row) => ({ ...row, words: `${worded(label)}: ${row.words}` })),
    );
  }
  if (signifier.kind !== 'choice') return [];
  return signifier.options.map(({ label }, index) => {
    const count = signifier.several ? cells[index]?.[0] : cells[0]?.[index];
    return { words: worded(label), count: count ?? 'hidden' };
  });
}

/** Where a bin has its middle, in shares of the corners. */
function sharesOf({ corners }: Extract<Signifier, { kind: 'triad' }>, cell: number, side: number): string {
  const vertices = triangularVertices(cell, side);
  const middle = (of: 'x' | 'y') => vertices.reduce((sum, vertex) => sum + vertex[of], 0) / vertices.length;
  const shares = fromPlane(planePoint(middle('x'), middle('y')));
  return (['top', 'left', 'right'] as const)
    .map((corner, index) => `${Math.round(100 * (shares[index] ?? 0))} % ${worded(corners[corner])}`)
    .join(', ');
}

/** What leads hear counted of a signifier: of choices who answered, of all else who placed it, in whichever way. */
export const calledOf = ({ kind }: Signifier) => (kind === 'choice' ? 'answered' : 'placed or chosen in words');

/**
 * What a figure shows, in a sentence: its description for whoever does not see it.
 * @param all how many it counts, `called` what they did
 */
export function cellsSay(rows: readonly CellRow[], all: number, threshold: number, called = 'placed or chosen in words'): string {
  if (all === 0) return `No story is ${called} here.`;
  const counted = rows.flatMap(({ words, count }) => (typeof count === 'number' ? [{ words, count }] : []));
  const top = Math.max(...counted.map(({ count }) => count));
  const small = rows.filter(({ count }) => count === 'small').length;
  const hidden = rows.filter(({ count }) => count === 'hidden').length;
  const shown = hidden ? ' shown' : '';
  const largest = largestInWords(
    counted.filter(({ count }) => count === top),
    { one: `The largest part${shown} is`, several: `The largest parts${shown} are`, what: 'parts', share: String },
  );
  const most = largest && ` ${largest}.`;
  const held = hidden
    ? ` ${hidden === 1 ? 'One part is held back, since it' : `${hidden} parts are held back, since they`} would give a small count away.`
    : '';
  return `${all} ${called}.${most}${small ? ` ${small === 1 ? 'One part holds' : `${small} parts hold`} fewer than ${threshold}.` : ''}${held}`;
}
