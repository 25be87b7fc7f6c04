import { states } from '../answers/answer.ts';
import type { Columns } from './columns.ts';

/**
 * An order in which rows that were answered in the same states in the same week lie side by side. Where nothing was placed, state,
 * nulls and zeros all say so: in long runs that takes no room once compressed, a tenth of a whole body. It tells nothing that the
 * answers do not tell.
 * @param together rows are ordered among so many: what is sent in one step stays as mixed as it was
 * @returns the row to put in each place
 */
export function likenessOrder(columns: Columns, together: number): Uint32Array {
  const order = Uint32Array.from({ length: columns.length }, (_, row) => row);
  const moved = new Uint32Array(Math.min(together, columns.length));
  const { codes, values } = columns.week;
  for (let first = 0; first < order.length; first += together) {
    const part = order.subarray(first, first + together);
    sortBy(codes, values.length, part, moved);
    for (const state of statesOf(columns)) sortBy(state, states.length, part, moved);
  }
  return order;
}

/** Sorts rows by code; those with one code keep their order. */
function sortBy(codes: Uint8Array | Uint16Array, size: number, rows: Uint32Array, into: Uint32Array): void {
  const next = new Uint32Array(size + 1);
  for (const row of rows) next[(codes[row] as number) + 1] = (next[(codes[row] as number) + 1] as number) + 1;
  for (let code = 1; code <= size; code++) next[code] = (next[code] as number) + (next[code - 1] as number);
  for (const row of rows) {
    const code = codes[row] as number;
    into[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  }
  rows.set(into.subarray(0, rows.length));
}

/** The states of all that is answered, whole signifiers and stones. */
function* statesOf({ texts, choices, stones, dyads, triads }: Columns): Generator<Uint8Array> {
  for (const { state } of texts.values()) yield state;
  for (const { state } of choices.values()) yield state;
  for (const { state, stones: laid } of stones.values()) {
    for (const stone of laid.values()) yield stone.state;
    yield state;
  }
  for (const { state } of dyads.values()) yield state;
  for (const { state } of triads.values()) yield state;
}
