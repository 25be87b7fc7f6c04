import { type State, states } from '../../answers/answer.ts';

/** What each row is in one small number: all that counts, and nearly all that clauses, ask of a row. */
export interface Coded {
  codes: Uint8Array | Uint16Array;
  /** Codes are in 0…size − 1. */
  size: number;
  /** The state that each code stands for; without it codes say something else. */
  runs?: Uint8Array;
}

/**
 * The state that each code stands for, where every state has a run of codes.
 * @param placed how many codes placements have
 * @param chosen how many codes answers in words have
 */
export function stateRuns(placed: number, chosen = 1): Uint8Array {
  const runs = { placed, chosen, na: 1, skipped: 1, unasked: 1 };
  return Uint8Array.from(states.flatMap((state, code) => Array<number>(runs[state]).fill(code)));
}

/** The first code of each state, by its code. */
export function firstCodes(runs: Uint8Array): number[] {
  return states.map((_, state) => runs.indexOf(state));
}

/** How many rows are in each state. @param runs as `stateRuns` makes them */
export function statesOf(counts: Uint32Array, runs: Uint8Array): Record<State, number> {
  let code = 0;
  const sum = (state: number) => {
    let sum = 0;
    for (; runs[code] === state; code++) sum += counts[code] as number;
    return sum;
  };
  return Object.fromEntries(states.map((state, nth) => [state, sum(nth)])) as Record<State, number>;
}

/**
 * Counts by code added up to fewer.
 * @param into where each code's count goes; codes beyond its end go nowhere
 */
export function addedUp(counts: Uint32Array, into: Uint8Array | Uint16Array, cells: number): Uint32Array {
  const sums = new Uint32Array(cells);
  for (let code = 0; code < into.length; code++) {
    const cell = into[code] as number;
    sums[cell] = (sums[cell] as number) + (counts[code] as number);
  }
  return sums;
}

/** @throws RangeError when bins of that number do not each consist of whole fine ones */
export function checkCoarser(fine: number, bins: number): void {
  if (!Number.isInteger(bins) || bins < 1 || fine % bins !== 0) throw new RangeError(`${bins} does not divide ${fine}`);
}
