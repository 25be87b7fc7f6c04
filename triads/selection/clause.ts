import type { PlanePoint } from '../geometry/coordinates.ts';
import type { Zone } from '../geometry/zones.ts';

/**
 * One condition that a plot or a facet sets, as in Mosaic: it knows its source, so that the source itself is not filtered by
 * it. There is at most one clause per source; several values within a clause mean "or", several clauses mean "and".
 */
export type Clause =
  | { kind: 'waves'; waves: readonly string[] }
  | { kind: 'options'; signifier: string; options: readonly string[] }
  | { kind: 'zones'; signifier: string; zones: readonly Zone[] }
  /** A lasso on a triad: a closed polygon in the plane, at least three points. */
  | { kind: 'area'; signifier: string; polygon: readonly PlanePoint[] }
  /** Part of a dyad, 0…1 from the left pole to the right, both ends in it. */
  | { kind: 'range'; signifier: string; from: number; to: number }
  /** A rectangle on a canvas of stones, 0…1; a story is in it when any of its stones lies there. */
  | { kind: 'box'; signifier: string; x: readonly [from: number, to: number]; y: readonly [from: number, to: number] };

/** What set a clause: a signifier's key, or the waves (which no key can be, since keys have no capitals). */
export type Source = string;
export const waveSource: Source = 'WAVE';

export function sourceOf(clause: Clause): Source {
  return clause.kind === 'waves' ? waveSource : clause.signifier;
}

/** The clauses with one set: it takes the place of its source's former one, else comes last. */
export function withClause(clauses: readonly Clause[], set: Clause): Clause[] {
  const source = sourceOf(set);
  const isKnown = clauses.some((clause) => sourceOf(clause) === source);
  return isKnown ? clauses.map((clause) => (sourceOf(clause) === source ? set : clause)) : [...clauses, set];
}

export function withoutSource(clauses: readonly Clause[], source: Source): Clause[] {
  return clauses.filter((clause) => sourceOf(clause) !== source);
}

/** Values within one clause with one value switched on, or off where it was on. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
