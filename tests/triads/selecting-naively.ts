import { type Columns, type Dictionary, quantum, type StonesColumn, stateCode } from '../../triads/columns/columns.ts';
import { isSet } from '../../triads/columns/flags.ts';
import { planePoint } from '../../triads/geometry/coordinates.ts';
import { height } from '../../triads/geometry/plane.ts';
import { zoneIndex, zones } from '../../triads/geometry/zones.ts';
import type { Rows } from '../../triads/patterns/rows.ts';
import { type Clause, type Condition, type Source, sourcesOf } from '../../triads/selection/clause.ts';
import { isWithin } from '../../triads/selection/polygon.ts';

/** The rows that meet every clause, looked up one by one: what `LinkedSelection` is held against. */
export function naiveRows(columns: Columns, clauses: readonly Clause[], leaving?: Source): Rows {
  const others = clauses.filter((clause) => leaving === undefined || !sourcesOf(clause).has(leaving));
  const tests = others.map((clause) => (clause.kind === 'any' ? clause.of : [clause]).map((condition) => naiveTest(columns, condition)));
  return Uint32Array.from({ length: columns.length }, (_, row) => row).filter((row) => tests.every((any) => any.some((test) => test(row))));
}

type Test = (row: number) => boolean;

export function naiveTest(columns: Columns, condition: Condition): Test {
  const test = testOf(columns, condition);
  return condition.not ? (row) => !test(row) : test;
}

function testOf(columns: Columns, clause: Condition): Test {
  switch (clause.kind) {
    case 'waves':
      return inDictionary(columns.wave, (wave) => clause.waves.includes(wave));
    case 'weeks':
      return inDictionary(columns.week, (week) => week >= clause.from && week <= clause.to);
    case 'options':
      return inOptions(columns, clause.signifier, clause.options);
    case 'zones':
      return inZones(columns, clause.signifier, clause.zones);
    case 'area':
      return inArea(columns, clause);
    case 'range':
      return inRange(columns, clause);
    case 'box':
      return inBox(columns, clause);
    case 'several': {
      const tests = clause.of.map((shape) => testOf(columns, shape));
      return (row) => tests.some((test) => test(row));
    }
  }
}

const nowhere: Test = () => false;

function inDictionary({ codes, values }: Dictionary, isIn: (value: string) => boolean): Test {
  return (row) => isIn(values[codes[row] ?? -1] ?? '');
}

function inOptions({ choices }: Columns, signifier: string, options: readonly string[]): Test {
  const columns = options.flatMap((option) => choices.get(signifier)?.options.get(option) ?? []);
  return (row) => columns.some((flags) => isSet(flags, row));
}

function inZones({ triads }: Columns, signifier: string, wanted: readonly string[]): Test {
  const column = triads.get(signifier);
  if (!column) return nowhere;
  const isIn = zones.map((zone) => wanted.includes(zone));
  return (row) => {
    if (column.state[row] !== stateCode.placed && column.state[row] !== stateCode.chosen) return false;
    const top = column.top[row] ?? 0;
    const right = column.right[row] ?? 0;
    return isIn[zoneIndex(top / quantum, (quantum - top - right) / quantum, right / quantum)] === true;
  };
}

function inArea({ triads, stones }: Columns, { signifier, stone, polygon }: Extract<Condition, { kind: 'area' }>): Test {
  const column = triads.get(signifier);
  if (!column) return anyStone(stones.get(signifier), stone, (x, y) => isWithin(polygon, planePoint(x, y)));
  return (row) => {
    if (column.state[row] !== stateCode.placed) return false;
    const top = (column.top[row] ?? 0) / quantum;
    return isWithin(polygon, planePoint((column.right[row] ?? 0) / quantum + top / 2, top * height));
  };
}

function inRange({ dyads }: Columns, { signifier, from, to }: Extract<Condition, { kind: 'range' }>): Test {
  const column = dyads.get(signifier);
  if (!column) return nowhere;
  return (row) => column.state[row] === stateCode.placed && isBetween((column.right[row] ?? 0) / quantum, [from, to]);
}

function inBox({ stones }: Columns, { signifier, stone, x, y }: Extract<Condition, { kind: 'box' }>): Test {
  return anyStone(stones.get(signifier), stone, (across, up) => isBetween(across, x) && isBetween(up, y));
}

function anyStone(canvas: StonesColumn | undefined, meant: string | undefined, isIn: (x: number, y: number) => boolean): Test {
  const laid = [...(canvas?.stones ?? [])].flatMap(([key, stone]) => (meant === undefined || meant === key ? stone : []));
  return (row) =>
    laid.some((stone) => stone.state[row] === stateCode.placed && isIn((stone.x[row] ?? 0) / quantum, (stone.y[row] ?? 0) / quantum));
}

function isBetween(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}
