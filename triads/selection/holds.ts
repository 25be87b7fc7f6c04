import { type Columns, quantum, stateCode } from '../columns/columns.ts';
import { planePoint } from '../geometry/coordinates.ts';
import { height } from '../geometry/plane.ts';
import { zoneIndex, zones } from '../geometry/zones.ts';
import type { Clause } from './clause.ts';
import { isWithin } from './polygon.ts';

/**
 * Where a clause holds: 1 or 0 a row. Only placements lie in an area, range or box; a zone also holds the answers given by
 * choosing words, which stand for a zone. A clause on a signifier the columns do not have holds nowhere.
 */
export function holds(columns: Columns, clause: Clause): Uint8Array {
  const mask = new Uint8Array(columns.length);
  const test = testOf(columns, clause);
  for (let row = 0; row < columns.length; row++) mask[row] = test(row) ? 1 : 0;
  return mask;
}

type Test = (row: number) => boolean;

function testOf(columns: Columns, clause: Clause): Test {
  switch (clause.kind) {
    case 'waves':
      return inWaves(columns, clause.waves);
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
  }
}

const nowhere: Test = () => false;

function inWaves({ wave }: Columns, waves: readonly string[]): Test {
  const isIn = wave.values.map((key) => waves.includes(key));
  return (row) => isIn[wave.codes[row] ?? -1] === true;
}

function inOptions({ choices }: Columns, signifier: string, options: readonly string[]): Test {
  const columns = options.flatMap((option) => choices.get(signifier)?.options.get(option) ?? []);
  return (row) => columns.some((bits) => bits[row] === 1);
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

function inArea({ triads }: Columns, { signifier, polygon }: Extract<Clause, { kind: 'area' }>): Test {
  const column = triads.get(signifier);
  if (!column) return nowhere;
  return (row) => {
    if (column.state[row] !== stateCode.placed) return false;
    const top = (column.top[row] ?? 0) / quantum;
    return isWithin(polygon, planePoint((column.right[row] ?? 0) / quantum + top / 2, top * height));
  };
}

function inRange({ dyads }: Columns, { signifier, from, to }: Extract<Clause, { kind: 'range' }>): Test {
  const column = dyads.get(signifier);
  if (!column) return nowhere;
  return (row) => column.state[row] === stateCode.placed && isBetween((column.right[row] ?? 0) / quantum, [from, to]);
}

function inBox({ stones }: Columns, { signifier, x, y }: Extract<Clause, { kind: 'box' }>): Test {
  const laid = [...(stones.get(signifier)?.stones.values() ?? [])];
  return (row) =>
    laid.some(
      (stone) =>
        stone.state[row] === stateCode.placed && isBetween((stone.x[row] ?? 0) / quantum, x) && isBetween((stone.y[row] ?? 0) / quantum, y),
    );
}

function isBetween(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}
