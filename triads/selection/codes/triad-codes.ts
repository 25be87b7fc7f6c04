import { type State, states } from '../../answers/answer.ts';
import { quantum, stateCode, type TriadColumn } from '../../columns/columns.ts';
import { zoneIndex, zones } from '../../geometry/zones.ts';
import { equalParts } from '../../patterns/equal-parts.ts';
import { triangularCellAt, triangularCorners } from '../../patterns/triangular-bins.ts';
import type { ZoneCounts } from '../../patterns/zone-counts.ts';
import { addedUp, type Coded, checkCoarser, firstCodes, stateRuns, statesOf } from './coded.ts';

/** Fine cells a side: 2, 3, 4, 5, 6, 10, 12, 15, 20 and 30 divide it, and borders of zones are lines of its grid. */
export const triadSide = 60;
const fineCells = triadSide * triadSide;

/**
 * The code of a placement is one of its fine cell and its zone: a cell at a border of zones has a code for each zone that
 * points on its edges belong to. Behind those stand the seven zones as chosen in words, then the other states.
 */
const inCells = Array.from({ length: fineCells }, (_, cell) =>
  zonesTouched(cell).map((zone) => ({ cell, zone, at: middleOf(cell) })),
).flat();
/** Points of the fine grid that 16 bits hit exactly, fifteenths of a side: in coarser grids they may belong to another cell than what is around them. */
const fifteenth = 4369;
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

const codeOfPair = new Uint16Array(fineCells * zones.length);
for (const [code, { cell, zone }] of inCells.entries()) codeOfPair[cell * zones.length + zone] = code;
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

/** Beside the part in which a position lies: set where it is a whole number of fifteenths. */
const onFifteenth = 64;
let known: Uint8Array | null = null;
/** Where each row of the grid begins. */
const starts = Uint16Array.from({ length: triadSide }, (_, row) => row * (2 * triadSide - row));
/** The code for each zone of a fine cell, and behind the cells of each state. */
const codeIn = new Uint16Array((fineCells + states.length) * zones.length);
codeIn.set(codeOfPair);
for (const code of states.keys()) {
  const first = code === stateCode.placed ? 0 : (firstOf[code] as number);
  for (const zone of zones.keys()) codeIn[(fineCells + code) * zones.length + zone] = code === stateCode.chosen ? first + zone : first;
}
const fifth = 13_107;
const threeFifths = 39_321;
/** The zone for each way to lie beside its borders, as the bits that `triadCodes` puts together: `zoneIndex` in sixteen bits. */
const zoneBeside = Uint8Array.from({ length: 64 }, (_, bits) => {
  const [top, left, right, isFar, isRight, isLow] = [16, 32, 8, 4, 2, 1].map((bit) => (bits & bit) !== 0);
  return left ? 1 : top ? 0 : right ? 2 : isFar ? 3 : isRight ? 4 : isLow ? 5 : 6;
});

/**
 * The code of each row. Cell and zone are found without a branch: which way one would go is a matter of chance here, and guessing
 * wrong costs more than all the rest.
 */
export function triadCodes({ state, top, right }: TriadColumn): Coded {
  const codes = new Uint16Array(state.length);
  known ??= Uint8Array.from(equalParts(triadSide), (part, position) => part | (position % fifteenth === 0 ? onFifteenth : 0));
  // Of this function's own: what belongs to a module is looked up anew for each row.
  const parts = known;
  const rows = starts;
  const table = codeIn;
  const besides = zoneBeside;
  const [side, whole, most] = [triadSide, quantum, zones.length];
  for (let index = 0; index < codes.length; index++) {
    const is = state[index] as number;
    const up = top[index] as number;
    const across = right[index] as number;
    const above = parts[up] as number;
    const beside = parts[across] as number;
    const isPlaced = (is - 1) >> 31;
    if (above & beside & isPlaced & onFifteenth) {
      codes[index] = codeOfPoint[(up / fifteenth) * 16 + across / fifteenth] as number;
      continue;
    }
    const row = above & ~onFifteenth;
    const last = side - 1 - row;
    const from = beside & ~onFifteenth;
    const column = from - ((from - last) & ((last - from) >> 31));
    const beyond = (up + across) * side - (row + column + 1) * whole;
    const downward = (-beyond >>> 31) & ((column - last) >>> 31);
    const cell = (rows[row] as number) + 2 * column + downward;
    const left = whole - up - across;
    const sides =
      (((threeFifths - 1 - left) >>> 26) & 32) |
      (((threeFifths - 1 - up) >>> 27) & 16) |
      (((threeFifths - across) >>> 28) & 8) |
      (((across - fifth) >>> 29) & 4) |
      (((left - fifth - 1) >>> 30) & 2) |
      ((up - fifth) >>> 31);
    const place = (cell & isPlaced) | ((fineCells + is) & ~isPlaced);
    codes[index] = table[place * most + (besides[sides] as number)] as number;
  }
  return { codes, size: runs.length, runs };
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
export const middles = Array.from({ length: fineCells }, (_, cell) => middleOf(cell));

function middleOf(cell: number): { top: number; right: number } {
  const [top, right] = meanOf(triangularCorners(cell, triadSide));
  return { top: top / triadSide, right: right / triadSide };
}

export interface TriadCounts {
  readonly states: Record<State, number>;
  /** As `triangularCounts` has them. */
  readonly bins: Uint32Array;
  readonly zones: ZoneCounts;
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
  // Each is added up where it is asked for: a plot asks for one of them, at each step of a drag.
  return {
    get states() {
      return statesOf(counts, runs);
    },
    get bins() {
      return addedUp(counts, coarse, side * side);
    },
    get zones() {
      const chosen = counts.slice(firstChosen, firstChosen + zones.length);
      return { placed: addedUp(counts, placedZone, zones.length), chosen };
    },
  };
}
