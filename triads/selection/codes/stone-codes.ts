import type { State } from '../../answers/answer.ts';
import { type StoneColumn, stateCode } from '../../columns/columns.ts';
import { equalParts } from '../../patterns/equal-parts.ts';
import { addedUp, type Coded, checkCoarser, firstCodes, stateRuns, statesOf } from './coded.ts';

/** Fine squares a side of the canvas: 2, 3, 4, 5, 6, 10, 12, 15, 20 and 30 divide it. */
export const stoneSide = 60;
const runs = stateRuns(stoneSide * stoneSide);
const firstOf = firstCodes(runs);

/** The code of a stone that is laid is its fine square; behind those stand the other states. */
export function stoneCodes({ state, x, y }: StoneColumn): Coded {
  const codes = new Uint16Array(state.length);
  const parts = equalParts(stoneSide);
  for (let row = 0; row < codes.length; row++) {
    const is = state[row] as number;
    codes[row] =
      is === stateCode.placed
        ? (parts[y[row] as number] as number) * stoneSide + (parts[x[row] as number] as number)
        : (firstOf[is] as number);
  }
  return { codes, size: runs.length, runs };
}

/** What stands in a table of codes for stones in a fine square, by its place from the left and from below. */
export function stoneTable(placed: (column: number, row: number) => number): Uint8Array {
  const last = stoneSide * stoneSide;
  return new Uint8Array(runs.length).map((_, cell) => (cell < last ? placed(cell % stoneSide, Math.floor(cell / stoneSide)) : 0));
}

export interface StoneCounts {
  states: Record<State, number>;
  /** As `squareCounts` has them. */
  bins: Uint32Array;
}

const coarser = new Map<number, Uint16Array>();

/**
 * What the counts of a stone's codes say.
 * @param side squares a side, a divisor of 60
 * @throws RangeError when it is not one
 */
export function readStone(counts: Uint32Array, side: number): StoneCounts {
  checkCoarser(stoneSide, side);
  const fine = stoneSide / side;
  const coarse =
    coarser.get(side) ??
    Uint16Array.from({ length: stoneSide * stoneSide }, (_, cell) => {
      const [column, row] = [cell % stoneSide, Math.floor(cell / stoneSide)];
      return Math.floor(row / fine) * side + Math.floor(column / fine);
    });
  coarser.set(side, coarse);
  return { states: statesOf(counts, runs), bins: addedUp(counts, coarse, side * side) };
}
