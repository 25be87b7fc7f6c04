import type { State } from '../answers/answer.ts';
import type { ChoiceColumn, DyadColumn, StoneColumn, TriadColumn } from '../columns/columns.ts';
import type { ChoiceCounts } from './choice-counts.ts';
import type { Rows } from './rows.ts';
import type { ZoneCounts } from './zone-counts.ts';

/** What whoever chose some rows may know of them, so that they need not be looked at one by one. Null where it is not known. */
export interface Known {
  states(state: Uint8Array): Record<State, number> | null;
  triangles(column: TriadColumn, side: number): Uint32Array | null;
  zones(column: TriadColumn): ZoneCounts | null;
  histogram(column: DyadColumn, bins: number): Uint32Array | null;
  squares(column: StoneColumn, side: number): Uint32Array | null;
  choice(column: ChoiceColumn): ChoiceCounts | null;
}

const known = new WeakMap<Rows, Known>();

/** Keeps what is known of some rows for as long as they are in use; patterns ask for it before they count. */
export function remember(rows: Rows, what: Known): Rows {
  known.set(rows, what);
  return rows;
}

export function knownOf(rows: Rows | undefined): Known | undefined {
  return rows && known.get(rows);
}
