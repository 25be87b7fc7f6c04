import type { View } from '../../../server/contract/kept.ts';
import type { Rows } from '../../../triads/patterns/rows.ts';
import { type Clause, waveSource, withClause, withoutSource } from '../../../triads/selection/clause.ts';
import { readClauses } from '../../../triads/selection/written.ts';
import { addressOf, place } from '../../parts/place.svelte.ts';
import { storiesOf, worded } from '../../parts/words.ts';
import type { Board } from '../Board.svelte.ts';
import { clausesInWords } from './in-words.ts';

/** What can stand in one column: the stories of a saved view, or of a wave with all else that is chosen. */
export interface Side {
  kind: 'view' | 'wave';
  key: string;
}
export interface Column extends Side {
  name: string;
  /** What its stories are chosen by beside its wave, in words; empty where by nothing. */
  chooses: string;
  rows: Rows;
}

export const mostBeside = 4;
const name = 'beside';

/** What the address sets side by side: `beside=wave:spring,view:…`; null where it sets nothing. */
export function sidesNow(): Side[] | null {
  const written = place.query.get(name);
  if (written === null) return null;
  return written.split(',').flatMap((side): Side[] => {
    const [kind, key] = side.split(':');
    return (kind === 'view' || kind === 'wave') && key ? [{ kind, key }] : [];
  });
}

/** The address with these side by side on the plot that is enlarged, or else the first; with none, the one without. */
export function besideAddress({ collection }: Board, sides: readonly Side[] | null): string {
  const query = new URLSearchParams(place.query);
  query.delete(name);
  if (sides) {
    const first = collection.signifiers.find(({ kind }) => kind === 'triad' || kind === 'dyad' || kind === 'stones');
    if (!query.has('plot') && first) query.set('plot', first.key);
    query.set(name, sides.map(({ kind, key }) => `${kind}:${key}`).join(','));
  }
  return addressOf(place.path, query);
}

/** The stories of each side, with its name; a view or wave that is not there is left out. */
export function columnsBeside(board: Board, sides: readonly Side[], views: readonly View[]): Column[] {
  const { collection, linked, clauses } = board;
  const waves = collection.waves.map(({ key }) => key);
  return sides.slice(0, mostBeside).flatMap((side): Column[] => {
    if (!linked) return [];
    const column = (name: string, chosen: readonly Clause[], told = chosen): Column[] => [
      { ...side, name, chooses: told.length ? clausesInWords(board, told) : '', rows: linked.rowsOf(chosen) },
    ];
    if (side.kind === 'wave') {
      const wave = collection.waves.find(({ key }) => key === side.key);
      const others = withoutSource(clauses, waveSource);
      return wave ? column(worded(wave.label), withClause(others, { kind: 'waves', waves: [side.key] }), others) : [];
    }
    const view = views.find(({ id }) => id === side.key);
    return view ? column(view.name, readClauses(view.query, collection.signifiers, waves)) : [];
  });
}

/** "29 stories: Midlands · Autumn". */
export const sizeOf = ({ rows, chooses }: Column) => [storiesOf(rows.length), chooses].filter(Boolean).join(': ');
