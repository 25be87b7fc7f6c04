import { type State, states } from '../answers/answer.ts';
import { stateCode } from '../columns/columns.ts';
import { knownOf } from './known.ts';

/** The rows a pattern looks at: row numbers in any order; without it, every row. */
export type Rows = Uint32Array;

/**
 * Calls `visit` for each row that was placed. `chosen` placements stand for words, not for a point, so nothing that reads
 * positions looks at them; `zoneCounts` has them.
 */
export function forEachPlaced(state: Uint8Array, rows: Rows | undefined, visit: (row: number) => void): void {
  const length = rows?.length ?? state.length;
  for (let index = 0; index < length; index++) {
    const row = rows?.[index] ?? index;
    if (state[row] === stateCode.placed) visit(row);
  }
}

/**
 * How many answers there are in each state: the numbers that stand beside every figure.
 * @param state state codes, one a row
 */
export function stateCounts(state: Uint8Array, rows?: Rows): Record<State, number> {
  const known = knownOf(rows)?.states(state);
  if (known) return known;
  const counts = new Uint32Array(states.length);
  const length = rows?.length ?? state.length;
  for (let index = 0; index < length; index++) {
    const code = state[rows?.[index] ?? index] ?? states.length;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(states.map((name) => [name, counts[stateCode[name]] ?? 0])) as Record<State, number>;
}

/** The rows of `rows` where a column of 0 and 1, such as `readable`, has a 1. */
export function rowsWhere(rows: Rows, bits: Uint8Array): Rows {
  return rows.filter((row) => bits[row] === 1);
}
