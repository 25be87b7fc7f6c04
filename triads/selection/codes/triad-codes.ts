import type { State } from '../../answers/answer.ts';
import { quantum, stateCode, type TriadColumn } from '../../columns/columns.ts';
import { zoneIndex, zones } from '../../geometry/zones.ts';
import { equalParts } from '../../patterns/equal-parts.ts';
import { triangularCellAt, triangularCellIn, triangularCorners } from '../../patterns/triangular-bins.ts';
import type { ZoneCounts } from '../../patterns/zone-counts.ts';
import { addedUp, type Coded, checkCoarser, firstCodes, stateRuns, statesOf } from './coded.ts';

/** Fine cells a side: 2, 3, 4, 5, 6, 10, 12, 15, 20 and 30 divide it, and borders of zones are lines of its grid. */
export const triadSide = 60;

/**
 * The code of a placement is one of its fine cell and its zone: a cell at a border of zones has a code for each zone that
 * points on its edges belong to. Behind those stand the seven zones as chosen in words, then the other states.
 */
const inCells = Array.from({ length: triadSide * triadSide }, (_, cell) =>
  zonesTouched(cell).map((zone) => ({ cell, zone, at: middleOf(cell) })),
).flat();
/** Points of the fine grid that 16 bits hit exactly, fifteenths of a side: in coarser grids they may belong to another cell than what is around them. */
const fifteenth = quantum / 15;
const onGrid = Array.from({ length: 16 * 16 }, (_, point) => [Math.floor(point / 16), point % 16] as [number, number])
  .filter(([top, right]) => top + right <= 15)
  .map(([top, right]) => {
    const cell = triangularCellAt(top, right, 15, triadSide);
    return { cell, zone: zoneAt(top, right, 15), at: { top: top / 15, right: right / 15 }, point: top * 16 + right };
  });
const pairs = [...inCells, ...onGrid];
const codeOfPoint = new Uint16Array(16 * 16);
for (const [index, { point }] of onGrid.entries()) codeOfPoint[point] = inCells.length + index;
const cellOfCode = Uint16Array.from(pairs, ({ cell }) => cell);
const placedZone = Uint8Array.from(pairs, ({ zone }) => zone);
const firstChosen = pairs.length;
const runs = stateRuns(pairs.length, zones.length);
const firstOf = firstCodes(runs);

const codeOfPair = new Uint16Array(triadSide * triadSide * zones.length);
for (const [code, { cell, zone }] of inCells.entries()) codeOfPair[cell * zones.length + zone] = code;
/** The code of a cell that lies in one zone with all its edges; 0 for others. */
const onlyCode = Uint16Array.from({ length: triadSide * triadSide }, (_, cell) => {
  const codes = zones.map((_, zone) => codeOfPair[cell * zones.length + zone] as number).filter((code) => cellOfCode[code] === cell);
  return codes.length === 1 ? (codes[0] as number) : 0;
});

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
  const parts = equalParts(triadSide);
  for (let row = 0; row < codes.length; row++) {
    const is = state[row] as number;
    if (is === stateCode.placed) {
      if ((top[row] as number) % fifteenth === 0 && (right[row] as number) % fifteenth === 0) {
        codes[row] = codeOfPoint[((top[row] as number) / fifteenth) * 16 + (right[row] as number) / fifteenth] as number;
        continue;
      }
      const cell = triangularCellIn(parts, top[row] as number, right[row] as number, triadSide);
      const only = onlyCode[cell] as number;
      codes[row] = only || (codeOfPair[cell * zones.length + zoneAt(top[row] as number, right[row] as number, quantum)] as number);
    } else if (is === stateCode.chosen) codes[row] = firstChosen + zoneAt(top[row] as number, right[row] as number, quantum);
    else codes[row] = firstOf[is] as number;
  }
  return { codes, size: runs.length };
}

/** What stands in a table of codes for placements in each fine cell; nothing for answers in words. */
export function cellTable(cells: Uint8Array): Uint8Array {
  const table = new Uint8Array(runs.length);
  for (let code = 0; code < firstChosen; code++) table[code] = cells[cellOfCode[code] as number] as number;
  return table;
}

/** What stands in a table of codes for each zone, placed or chosen in words. */
export function zoneTable(zoneIsIn: readonly number[]): Uint8Array {
  const table = new Uint8Array(runs.length);
  for (let code = 0; code < firstChosen; code++) table[code] = zoneIsIn[placedZone[code] as number] ?? 0;
  table.set(zoneIsIn, firstChosen);
  return table;
}

/** The middles of the fine cells, as shares of top and right. */
export const middles = Array.from({ length: triadSide * triadSide }, (_, cell) => middleOf(cell));

function middleOf(cell: number): { top: number; right: number } {
  const [top, right] = meanOf(triangularCorners(cell, triadSide));
  return { top: top / triadSide, right: right / triadSide };
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
  const coarse =
    coarser.get(side) ??
    Uint16Array.from(pairs, ({ at: { top, right } }, code) =>
      code < inCells.length
        ? triangularCellAt(top, right, 1, side)
        : triangularCellAt(Math.round(top * 15), Math.round(right * 15), 15, side),
    );
  coarser.set(side, coarse);
  const chosen = counts.slice(firstChosen, firstChosen + zones.length);
  return {
    states: statesOf(counts, runs),
    bins: addedUp(counts, coarse, side * side),
    zones: { placed: addedUp(counts, placedZone, zones.length), chosen },
  };
}
