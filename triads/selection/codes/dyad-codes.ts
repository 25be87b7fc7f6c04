import type { State } from '../../answers/answer.ts';
import { type DyadColumn, stateCode } from '../../columns/columns.ts';
import { equalParts } from '../../patterns/equal-parts.ts';
import { addedUp, type Coded, checkCoarser, firstCodes, stateRuns, statesOf } from './coded.ts';

/** Fine bins from pole to pole: 2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 24, 30, 40, 48, 60, 80 and 120 divide it. */
export const dyadBins = 240;
const runs = stateRuns(dyadBins);
const firstOf = firstCodes(runs);

/** The code of each state that is no placement; nothing for placements, whose code is their fine bin. */
const behind = Uint8Array.from(firstOf, (code, state) => (state === stateCode.placed ? 0 : code));
let known: Uint8Array | null = null;

/** The code of a placement is its fine bin; behind those stand the other states. Found without a branch, as in `triadCodes`. */
export function dyadCodes({ state, right }: DyadColumn): Coded {
  const codes = new Uint8Array(state.length);
  known ??= Uint8Array.from(equalParts(dyadBins));
  const [parts, others] = [known, behind];
  for (let row = 0; row < codes.length; row++) {
    const is = state[row] as number;
    codes[row] = ((parts[right[row] as number] as number) & ((is - 1) >> 31)) | (others[is] as number);
  }
  return { codes, size: runs.length, runs };
}

/** What stands in a table of codes for placements in a fine bin. */
export function dyadTable(placed: (from: number, to: number) => number): Uint8Array {
  return new Uint8Array(runs.length).map((_, bin) => (bin < dyadBins ? placed(bin / dyadBins, (bin + 1) / dyadBins) : 0));
}

export interface DyadCounts {
  states: Record<State, number>;
  /** As `dyadHistogram` has them. */
  bins: Uint32Array;
}

/**
 * What the counts of a dyad's codes say.
 * @param bins how many, a divisor of 240
 * @throws RangeError when it is not one
 */
export function readDyad(counts: Uint32Array, bins: number): DyadCounts {
  checkCoarser(dyadBins, bins);
  const into = Uint8Array.from({ length: dyadBins }, (_, bin) => Math.floor((bin * bins) / dyadBins));
  return { states: statesOf(counts, runs), bins: addedUp(counts, into, bins) };
}
