import type { State } from '../../answers/answer.ts';
import { quantum, stateCode, type TriadColumn } from '../../columns/columns.ts';
import { zoneIndex, zones } from '../../geometry/zones.ts';
import { triangularCellAt, triangularCorners } from '../../patterns/triangular-bins.ts';
import type { ZoneCounts } from '../../patterns/zone-counts.ts';
import { addedUp, type Coded, checkCoarser, firstCodes, stateRuns, statesOf } from './coded.ts';

/** Fine cells a side: 2, 3, 4, 5, 6, 10, 12, 15, 20 and 30 divide it, and borders of zones are lines of its grid. */
export const triadSide = 60;

/**
 * The code of a placement is one of its fine cell and its zone: a cell at a border of zones has a code for each zone that
 * points on its edges belong to. Behind those stand the seven zones as chosen in words, then the other states.
 */
const pairs = Array.from({ length: triadSide * triadSide }, (_, cell) => zonesTouched(cell).map((zone) => ({ cell, zone }))).flat();
const cellOfCode = Uint16Array.from(pairs, ({ cell }) => cell);
const placedZone = Uint8Array.from(pairs, ({ zone }) => zone);
const firstChosen = pairs.length;
const runs = stateRuns(pairs.length, zones.length);
const firstOf = firstCodes(runs);

const codeOfPair = new Uint16Array(triadSide * triadSide * zones.length);
for (const [code, { cell, zone }] of pairs.entries()) codeOfPair[cell * zones.length + zone] = code;

/** Zones are the same all over the inside of a fine cell, and all along an edge between its corners. */
function zonesTouched(cell: number): number[] {
  const corners = triangularCorners(cell, triadSide);
  const edges = corners.map((corner, index) => meanOf([corner, corners[(index + 1) % 3] ?? corner]));
  return [...new Set([meanOf(corners), ...edges, ...corners].map(([top, right]) => zoneAt(top, right, triadSide)))];
}

function meanOf(points: readonly (readonly [top: number, right: number])[]): [top: number, right: number] {
  const sum = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}

function zoneAt(top: number, right: number, whole: number): number {
  return zoneIndex(top / whole, (whole - top - right) / whole, right / whole);
}

export function triadCodes({ state, top, right }: TriadColumn): Coded {
  const codes = new Uint16Array(state.length);
  for (let row = 0; row < codes.length; row++) {
    const [t, r, is] = [top[row] ?? 0, right[row] ?? 0, state[row]];
    if (is === stateCode.placed)
      codes[row] = codeOfPair[triangularCellAt(t, r, quantum, triadSide) * zones.length + zoneAt(t, r, quantum)] ?? 0;
    else codes[row] = is === stateCode.chosen ? firstChosen + zoneAt(t, r, quantum) : (firstOf[is ?? stateCode.skipped] ?? 0);
  }
  return { codes, size: runs.length };
}

/** What stands in a table of codes for placements in a fine cell, and for answers in words by their zone. */
export function triadTable(placed: (cell: number, zone: number) => number, chosen: (zone: number) => number): Uint8Array {
  const table = new Uint8Array(runs.length);
  for (const [code, { cell, zone }] of pairs.entries()) table[code] = placed(cell, zone);
  for (const [zone] of zones.entries()) table[firstChosen + zone] = chosen(zone);
  return table;
}

/** The middle of a fine cell, as shares. */
export function middleOfCell(cell: number): [top: number, right: number] {
  const [top, right] = meanOf(triangularCorners(cell, triadSide));
  return [top / triadSide, right / triadSide];
}

export interface TriadCounts {
  states: Record<State, number>;
  /** As `triangularCounts` has them. */
  bins: Uint32Array;
  zones: ZoneCounts;
}

const coarser = new Map<number, Uint16Array>();

/**
 * What the counts of a triad's codes say.
 * @param side cells a side, a divisor of 60
 * @throws RangeError when it is not one
 */
export function readTriad(counts: Uint32Array, side: number): TriadCounts {
  checkCoarser(triadSide, side);
  const coarse = coarser.get(side) ?? cellOfCode.map((cell) => triangularCellAt(...middleOfCell(cell), 1, side));
  coarser.set(side, coarse);
  const chosen = counts.slice(firstChosen, firstChosen + zones.length);
  return {
    states: statesOf(counts, runs),
    bins: addedUp(counts, coarse, side * side),
    zones: { placed: addedUp(counts, placedZone, zones.length), chosen },
  };
}
