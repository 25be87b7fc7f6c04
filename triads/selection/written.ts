import type { Signifier } from '../framework/framework.ts';
import { planePoint } from '../geometry/coordinates.ts';
import { type Zone, zones } from '../geometry/zones.ts';
import { type Clause, sourceOf, waveSource } from './clause.ts';
import { thousandth } from './polygon.ts';

/**
 * Clauses as text for an address, `name=value` pairs: `waves=spring`, `on.region=midlands,london`, `on.decisions=0.6~1`,
 * `on.focus=zone:top,centre`, `on.focus=area:0.1,0.2~0.3,0.2~0.2,0.4`, `on.stones=0.1~0.4,0.5~1`. Nothing a participant wrote is in it.
 */
export function writeClauses(clauses: readonly Clause[]): [name: string, value: string][] {
  return clauses.map((clause) => [sourceOf(clause) === waveSource ? 'waves' : `on.${sourceOf(clause)}`, written(clause)]);
}

function written(clause: Clause): string {
  switch (clause.kind) {
    case 'waves':
      return clause.waves.join(',');
    case 'options':
      return clause.options.join(',');
    case 'zones':
      return `zone:${clause.zones.join(',')}`;
    case 'area':
      return `area:${clause.polygon.map(({ x, y }) => `${thousandth(x)},${thousandth(y)}`).join('~')}`;
    case 'range':
      return interval([clause.from, clause.to]);
    case 'box':
      return `${interval(clause.x)},${interval(clause.y)}`;
  }
}

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
  const bySource = new Map<string, Clause>();
  for (const [name, value] of pairs) {
    const signifier = signifiers.find(({ key }) => name === `on.${key}`);
    const clause = name === 'waves' ? readWaves(value, waves) : signifier && readOn(signifier, value);
    if (clause) bySource.set(sourceOf(clause), clause);
  }
  return [...bySource.values()];
}

function readWaves(value: string, known: readonly string[]): Clause | null {
  const waves = listed(value, known);
  return waves.length ? { kind: 'waves', waves } : null;
}

function readOn(signifier: Signifier, value: string): Clause | null {
  if (signifier.kind === 'choice') {
    const options = listed(
      value,
      signifier.options.map(({ key }) => key),
    );
    return options.length ? { kind: 'options', signifier: signifier.key, options } : null;
  }
  if (signifier.kind === 'triad') return readTriad(signifier.key, value);
  const [first, second] = value.split(',').map(readInterval);
  if (signifier.kind === 'dyad' && first) return { kind: 'range', signifier: signifier.key, from: first[0], to: first[1] };
  if (signifier.kind === 'stones' && first && second) return { kind: 'box', signifier: signifier.key, x: first, y: second };
  return null;
}

function readTriad(signifier: string, value: string): Clause | null {
  const [form, rest] = value.split(':');
  if (form === 'zone') {
    const named = listed<Zone>(rest ?? '', zones);
    return named.length ? { kind: 'zones', signifier, zones: named } : null;
  }
  const polygon = (rest ?? '').split('~').map((pair) => pair.split(',').map(Number));
  if (form !== 'area' || polygon.length < 3 || !polygon.every((pair) => pair.length === 2 && pair.every(Number.isFinite))) return null;
  return { kind: 'area', signifier, polygon: polygon.map(([x, y]) => planePoint(x ?? 0, y ?? 0)) };
}

function readInterval(text: string): [number, number] | null {
  const [from, to] = text.split('~').map(Number);
  return from !== undefined && to !== undefined && from >= 0 && to <= 1 && from <= to ? [from, to] : null;
}

function listed<Value extends string>(value: string, known: readonly Value[]): Value[] {
  const named = value.split(',');
  return known.filter((key) => named.includes(key));
}
