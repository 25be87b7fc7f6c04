import { quantum } from '../columns/columns.ts';
import { planePoint } from '../geometry/coordinates.ts';
import { height } from '../geometry/plane.ts';
import { zones } from '../geometry/zones.ts';
import { type Condition, sourceOf } from './clause.ts';
import { choiceTables } from './codes/choice-codes.ts';
import type { Coded } from './codes/coded.ts';
import { dyadTable } from './codes/dyad-codes.ts';
import { stoneSide, stoneTable } from './codes/stone-codes.ts';
import { cellTable, middles, triadSide, zoneTable } from './codes/triad-codes.ts';
import { crossedCells, crossedSquares } from './crossed.ts';
import type { Dimensions } from './dimensions.ts';
import { isWithin } from './polygon.ts';

/** What a code says of a condition. Where it is `unsure`, the row's exact place decides. */
export const unsure = 2;

/** A condition looked up by codes: `table` has 1 for each code that meets it, 0 for each that does not, or `unsure`. */
export interface Meeting {
  coded: Coded;
  table: Uint8Array;
  exactly: (row: number) => boolean;
}

/**
 * How to tell whether a row meets a condition, leaving `not` aside: when any of these does. Only placements lie in an area, range
 * or box; a zone also holds the answers given by choosing words, which stand for a zone. What the columns do not have nobody meets.
 */
export function meetingsOf(dimensions: Dimensions, condition: Condition): Meeting[] {
  const tests = testsOf(dimensions, condition);
  return dimensions.codesOf(sourceOf(condition)).map((coded, index) => {
    const { table, exactly } = tests[index] ?? { table: new Uint8Array(coded.size) };
    return { coded, table, exactly: exactly ?? never };
  });
}

type Test = Pick<Meeting, 'table'> & Partial<Pick<Meeting, 'exactly'>>;
type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

const never = () => false;

/** One for each of the source's codes, in their order. */
function testsOf(dimensions: Dimensions, condition: Condition): Test[] {
  const { columns } = dimensions;
  switch (condition.kind) {
    case 'waves':
      return [{ table: Uint8Array.from(columns.wave.values, (wave) => Number(condition.waves.includes(wave))) }];
    case 'weeks':
      return [{ table: Uint8Array.from(columns.week.values, (week) => Number(week >= condition.from && week <= condition.to)) }];
    case 'options': {
      const column = columns.choices.get(condition.signifier);
      return column ? choiceTables(column, condition.options).map((table) => ({ table })) : [];
    }
    case 'zones':
      return [{ table: zoneTable(zones.map((zone) => Number(condition.zones.includes(zone)))) }];
    case 'area': {
      const triad = columns.triads.get(condition.signifier);
      return triad ? inArea(triad, condition) : stonesOf(dimensions, condition, laidInArea);
    }
    case 'range':
      return inRange(columns.dyads.get(condition.signifier), condition);
    case 'box':
      return stonesOf(dimensions, condition, inBox);
    case 'several':
      return eitherOf(condition.of.map((shape) => testsOf(dimensions, shape)));
  }
}

/** Tests on the same codes, any of which will do. */
function eitherOf([first = [], ...others]: readonly Test[][]): Test[] {
  return first.map((test, index) => {
    const all = [test, ...others.flatMap((tests) => tests[index] ?? [])];
    const table = test.table.map((_, code) => {
      const said = all.map(({ table }) => table[code]);
      return said.includes(1) ? 1 : said.includes(unsure) ? unsure : 0;
    });
    return { table, exactly: (row) => all.some(({ exactly }) => exactly?.(row)) };
  });
}

function inArea(column: { top: Uint16Array; right: Uint16Array }, { polygon }: Of<'area'>): Test[] {
  const crossed = crossedCells(polygon, triadSide);
  const isIn = (top: number, right: number) => isWithin(polygon, planePoint(right + top / 2, top * height));
  const cells = crossed.map((isCrossed, cell) => {
    const { top, right } = middles[cell] as (typeof middles)[number];
    return isCrossed ? unsure : Number(isIn(top, right));
  });
  return [{ table: cellTable(cells), exactly: (row) => isIn((column.top[row] ?? 0) / quantum, (column.right[row] ?? 0) / quantum) }];
}

function inRange(column: { right: Uint16Array } | undefined, { from, to }: Of<'range'>): Test[] {
  if (!column) return [];
  const interval = [from, to] as const;
  const table = dyadTable((start, end) => overlap(start, end, interval));
  return [{ table, exactly: (row) => isBetween((column.right[row] ?? 0) / quantum, interval) }];
}

type Laid = { x: Uint16Array; y: Uint16Array };

/** A test for each stone of a canvas: nothing is met by one that is not meant. */
function stonesOf<On extends Of<'area' | 'box'>>({ columns }: Dimensions, on: On, testOf: (column: Laid, on: On) => Test): Test[] {
  return [...(columns.stones.get(on.signifier)?.stones ?? [])].map(([stone, column]) =>
    on.stone === undefined || on.stone === stone ? testOf(column, on) : { table: stoneTable(() => 0) },
  );
}

function laidInArea(column: Laid, { polygon }: Of<'area'>): Test {
  const crossed = crossedSquares(polygon, stoneSide);
  const table = stoneTable((x, y) =>
    crossed[y * stoneSide + x] ? unsure : Number(isWithin(polygon, planePoint((x + 0.5) / stoneSide, (y + 0.5) / stoneSide))),
  );
  const exactly = (row: number) => isWithin(polygon, planePoint((column.x[row] ?? 0) / quantum, (column.y[row] ?? 0) / quantum));
  return { table, exactly };
}

function inBox(column: Laid, condition: Of<'box'>): Test {
  const along = (place: number, interval: Interval) => overlap(place / stoneSide, (place + 1) / stoneSide, interval);
  const table = stoneTable((x, y) => {
    const [across, up] = [along(x, condition.x), along(y, condition.y)];
    return across === 0 || up === 0 ? 0 : Math.max(across, up);
  });
  const exactly = (row: number) =>
    isBetween((column.x[row] ?? 0) / quantum, condition.x) && isBetween((column.y[row] ?? 0) / quantum, condition.y);
  return { table, exactly };
}

type Interval = readonly [from: number, to: number];

/** Whether the values of a bin are all in an interval (1), none (0), or some (unsure). */
function overlap(start: number, end: number, [from, to]: Interval): number {
  if (end < from || start > to) return 0;
  return start >= from && end <= to ? 1 : unsure;
}

function isBetween(value: number, [from, to]: Interval): boolean {
  return value >= from && value <= to;
}
