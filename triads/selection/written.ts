import type { Signifier } from '../framework/framework.ts';
import { type PlanePoint, planePoint } from '../geometry/coordinates.ts';
import { type Zone, zones } from '../geometry/zones.ts';
import { type Clause, type Condition, mostClauses, type Shape, sourceOf } from './clause.ts';
import { thousandth } from './polygon.ts';

/**
 * Clauses as text for an address, `name=value` pairs: `waves=spring`, `weeks=2026-W08~2026-W12`, `on.region=midlands,london`,
 * `on.decisions=0.6~1`, `on.focus=zone:top,centre`, `on.focus=area:0.1,0.2~0.3,0.2~0.2,0.4`, `on.stones=0.1~0.4,0.5~1`,
 * `on.stones=now@0.1~0.4,0.5~1`, `on.stones=now@area:0.1,0.2~0.3,0.2~0.2,0.4`; `~~` stands between several shapes on one plot (`on.decisions=0~0.2~~0.8~1`), `!` before a value turns it round, and `any=on.focus=zone:top|on.decisions=0.6~1` holds where
 * either does. A name may come twice. Nothing a participant wrote is in it.
 */
export function writeClauses(clauses: readonly Clause[]): [name: string, value: string][] {
  return clauses.map((clause) =>
    clause.kind === 'any' ? ['any', clause.of.map((condition) => pairOf(condition).join('=')).join('|')] : pairOf(clause),
  );
}

/** Whether a name in an address is one of those that `writeClauses` gives. */
export function namesClause(name: string): boolean {
  return name === 'any' || name === 'waves' || name === 'weeks' || name.startsWith('on.');
}

function pairOf(condition: Condition): [name: string, value: string] {
  const name = condition.kind === 'waves' || condition.kind === 'weeks' ? condition.kind : `on.${condition.signifier}`;
  return [name, `${condition.not ? '!' : ''}${written(condition)}`];
}

function written(condition: Condition): string {
  switch (condition.kind) {
    case 'waves':
      return condition.waves.join(',');
    case 'weeks':
      return `${condition.from}~${condition.to}`;
    case 'options':
      return condition.options.join(',');
    case 'zones':
      return `zone:${condition.zones.join(',')}`;
    case 'area':
      return `${onStone(condition)}area:${condition.polygon.map(({ x, y }) => `${thousandth(x)},${thousandth(y)}`).join('~')}`;
    case 'range':
      return interval([condition.from, condition.to]);
    case 'box':
      return `${onStone(condition)}${interval(condition.x)},${interval(condition.y)}`;
    case 'several':
      return condition.of.map(written).join(between);
  }
}

const between = '~~';
const onStone = ({ stone }: { stone?: string }) => (stone === undefined ? '' : `${stone}@`);

function interval([from, to]: readonly [number, number]): string {
  return `${thousandth(from)}~${thousandth(to)}`;
}

/**
 * The clauses an address names, in its order. What does not fit the collection (an option since removed, a damaged number)
 * is left out rather than refused: an old address still opens.
 */
export function readClauses(
  pairs: Iterable<[name: string, value: string]>,
  signifiers: readonly Signifier[],
  waves: readonly string[],
): Clause[] {
  const conditionOf = (name: string, written: string): Condition | null => {
    const isNot = written.startsWith('!');
    const value = isNot ? written.slice(1) : written;
    const signifier = signifiers.find(({ key }) => name === `on.${key}`);
    const condition =
      name === 'waves' ? readWaves(value, waves) : name === 'weeks' ? readWeeks(value) : signifier && readOn(signifier, value);
    return condition ? { ...condition, ...(isNot && { not: true }) } : null;
  };
  const bySource = new Map<string, Clause>();
  for (const [name, value] of pairs) {
    const clause = name === 'any' ? readAny(value, conditionOf) : conditionOf(name, value);
    if (clause && bySource.size < mostClauses) bySource.set(sourceOf(clause), clause);
  }
  return [...bySource.values()];
}

/**
 * Which pairs ask for something that these signifiers and waves do not have, in whole or in part (an option since removed, a signifier
 * that a wave stopped asking), so that a view kept earlier shows more or fewer stories than it did.
 * @returns indexes into `pairs`; pairs that are no clauses fit, but for a `plot` that is not there
 */
export function misfits(
  pairs: readonly (readonly [name: string, value: string])[],
  signifiers: readonly Signifier[],
  waves: readonly string[],
): number[] {
  return pairs.flatMap(([name, value], index) => {
    if (name === 'plot') return signifiers.some(({ key }) => key === value) ? [] : [index];
    if (!namesClause(name)) return [];
    const [read] = writeClauses(readClauses([[name, value]], signifiers, waves));
    return read && read[0] === name && namedIn(read[1]) === namedIn(value) ? [] : [index];
  });
}

/** What a value names, whatever the order: signifiers may come to list their options in another one. */
const namedIn = (value: string) =>
  value
    .split(/([,|~])/)
    .sort()
    .join();

/** Conditions that no longer fit leave the others; one alone is no longer "any of". */
function readAny(value: string, conditionOf: (name: string, value: string) => Condition | null): Clause | null {
  const of = value.split('|').flatMap((pair) => {
    const [name = '', ...rest] = pair.split('=');
    return conditionOf(name, rest.join('=')) ?? [];
  });
  return of.length > 1 ? { kind: 'any', of } : (of[0] ?? null);
}

function readWaves(value: string, known: readonly string[]): Condition | null {
  const waves = listed(value, known);
  return waves.length ? { kind: 'waves', waves } : null;
}

function readWeeks(value: string): Condition | null {
  const [from = '', to = ''] = value.split('~');
  const isWeek = (text: string) => /^\d{4}-W\d{2}$/.test(text);
  return isWeek(from) && isWeek(to) && from <= to ? { kind: 'weeks', from, to } : null;
}

function readOn(signifier: Signifier, value: string): Condition | null {
  const { key } = signifier;
  if (signifier.kind === 'choice') {
    const options = listed(
      value,
      signifier.options.map((option) => option.key),
    );
    return options.length ? { kind: 'options', signifier: key, options } : null;
  }
  const of = value.split(between).flatMap((part) => readShape(signifier, part) ?? []);
  return of.length > 1 ? { kind: 'several', signifier: key, of } : (of[0] ?? null);
}

function readShape(signifier: Signifier, value: string): Shape | null {
  const { key } = signifier;
  if (signifier.kind === 'triad') return readTriad(key, value);
  if (signifier.kind === 'dyad') {
    const range = readInterval(value);
    return range && { kind: 'range', signifier: key, from: range[0], to: range[1] };
  }
  if (signifier.kind !== 'stones') return null;
  const [drawn = '', stone] = value.split('@').reverse();
  if (stone !== undefined && !signifier.stones.some((known) => known.key === stone)) return null;
  const on = { signifier: key, ...(stone !== undefined && { stone }) };
  const polygon = readArea(drawn);
  if (polygon) return { kind: 'area', ...on, polygon };
  const [x, y] = drawn.split(',').map(readInterval);
  return x && y ? { kind: 'box', ...on, x, y } : null;
}

function readTriad(signifier: string, value: string): Shape | null {
  const [form, rest] = value.split(':');
  if (form === 'zone') {
    const named = listed<Zone>(rest ?? '', zones);
    return named.length ? { kind: 'zones', signifier, zones: named } : null;
  }
  const polygon = readArea(value);
  return polygon && { kind: 'area', signifier, polygon };
}

function readArea(value: string): PlanePoint[] | null {
  const [form, rest = ''] = value.split(':');
  const corners = rest.split('~').map((pair) => pair.split(',').map(Number));
  if (form !== 'area' || corners.length < 3 || !corners.every((pair) => pair.length === 2 && pair.every(Number.isFinite))) return null;
  return corners.map(([x, y]) => planePoint(x ?? 0, y ?? 0));
}

function readInterval(text: string): [number, number] | null {
  const [from, to] = text.split('~').map(Number);
  return from !== undefined && to !== undefined && from >= 0 && to <= 1 && from <= to ? [from, to] : null;
}

function listed<Value extends string>(value: string, known: readonly Value[]): Value[] {
  const named = value.split(',');
  return known.filter((key) => named.includes(key));
}
