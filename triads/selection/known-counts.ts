import type { State } from '../answers/answer.ts';
import type { ChoiceColumn, Columns, DyadColumn, StoneColumn, TriadColumn } from '../columns/columns.ts';
import type { Known } from '../patterns/known.ts';
import type { Source } from './clause.ts';
import { dyadBins } from './codes/dyad-codes.ts';
import { stoneSide } from './codes/stone-codes.ts';
import { triadSide } from './codes/triad-codes.ts';
import type { LinkedSelection } from './linked-selection.ts';

/** What a column is called, by its states, which no two columns share. */
type Names = ReadonlyMap<Uint8Array, Name>;
interface Name {
  source: Source;
  /** Of stones which one, and its place in the framework. */
  stone: string;
  nth: number;
}

/**
 * What a selection knows of its rows as long as its clauses stay what they are: it has counted them while they were chosen.
 * What it does not count (cells of other sizes) is not known.
 */
export function knownCounts(linked: LinkedSelection): Known {
  const { turn } = linked;
  const names = namesIn(linked.dimensions.columns);
  const isNow = (state: Uint8Array) => (linked.turn === turn ? names.get(state) : undefined);
  const stone = (state: Uint8Array, side: number) => {
    const name = isNow(state);
    return name ? (linked.stones(name.source, side, 'held').get(name.stone) ?? null) : null;
  };
  return {
    states(state): Record<State, number> | null {
      const name = isNow(state);
      return name ? linked.states(name.source, name.nth, 'held') : null;
    },
    triangles({ state }: TriadColumn, side) {
      const name = triadSide % side === 0 ? isNow(state) : undefined;
      return name ? linked.triad(name.source, side, 'held').bins : null;
    },
    zones({ state }: TriadColumn) {
      const name = isNow(state);
      return name ? linked.triad(name.source, 1, 'held').zones : null;
    },
    histogram({ state }: DyadColumn, bins) {
      const name = dyadBins % bins === 0 ? isNow(state) : undefined;
      return name ? linked.dyad(name.source, bins, 'held').bins : null;
    },
    squares({ state }: StoneColumn, side) {
      return stoneSide % side === 0 ? (stone(state, side)?.bins ?? null) : null;
    },
    choice({ state }: ChoiceColumn) {
      const name = isNow(state);
      if (!name) return null;
      const { states, options } = linked.choice(name.source, 'held');
      return { answered: states.placed, options };
    },
  };
}

const named = new WeakMap<Columns, Names>();

function namesIn(columns: Columns): Names {
  const known = named.get(columns);
  if (known) return known;
  const names = new Map<Uint8Array, Name>();
  for (const columnsOf of [columns.triads, columns.dyads, columns.choices])
    for (const [source, { state }] of columnsOf) names.set(state, { source, stone: '', nth: 0 });
  for (const [source, { stones }] of columns.stones)
    for (const [nth, [stone, { state }]] of [...stones].entries()) names.set(state, { source, stone, nth });
  named.set(columns, names);
  return names;
}
