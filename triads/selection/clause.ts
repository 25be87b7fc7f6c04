import type { PlanePoint } from '../geometry/coordinates.ts';
import type { Zone } from '../geometry/zones.ts';

/** What can be drawn on a plot. */
export type Shape =
  | { kind: 'zones'; signifier: string; zones: readonly Zone[] }
  /**
   * A lasso or a rectangle on a triad, or a lasso on a canvas of stones (of a stone, or any where none is named): a closed polygon of at
   * least three points, in the plane of the triad or in the canvas, 0…1; it may reach beyond.
   */
  | { kind: 'area'; signifier: string; stone?: string; polygon: readonly PlanePoint[] }
  /** Part of a dyad, 0…1 from the left pole to the right, both ends in it. */
  | { kind: 'range'; signifier: string; from: number; to: number }
  /** A rectangle on a canvas of stones, 0…1; a story is in it when the stone lies there, or any of its stones where none is named. */
  | { kind: 'box'; signifier: string; stone?: string; x: readonly [from: number, to: number]; y: readonly [from: number, to: number] };

/** What stories can be chosen by on one plot or facet; several values within a condition mean "or". */
export type Condition = (
  | { kind: 'waves'; waves: readonly string[] }
  /** ISO weeks of arrival such as `2026-W08`, both ends in it. */
  | { kind: 'weeks'; from: string; to: string }
  | { kind: 'options'; signifier: string; options: readonly string[] }
  | Shape
  /** Any of several shapes on one plot. */
  | { kind: 'several'; signifier: string; of: readonly Shape[] }
) & {
  /** All stories but those: also those that were not placed, to whom the question does not apply, and so on. */
  not?: true;
};

/** Stories that meet any of several conditions. */
export interface AnyOf {
  kind: 'any';
  of: readonly Condition[];
}

/**
 * One condition that a plot or a facet sets, as in Mosaic, or several of which any will do. A clause knows its sources, so that
 * they are not filtered by it. There is at most one clause per source (of groups: per set of sources); several clauses mean "and".
 */
export type Clause = Condition | AnyOf;

/** What set a clause: a signifier's key, or waves or weeks (which no key can be, since keys have no capitals). */
export type Source = string;
export const waveSource: Source = 'WAVE';
export const weekSource: Source = 'WEEK';

/** How many clauses can hold at a time. */
export const mostClauses = 32;

/** The name under which a clause is kept: its source, or the sources of its conditions. */
export function sourceOf(clause: Clause): Source {
  if (clause.kind === 'any') return `ANY ${[...sourcesOf(clause)].sort().join(' ')}`;
  if (clause.kind === 'waves') return waveSource;
  return clause.kind === 'weeks' ? weekSource : clause.signifier;
}

/** The plots and facets that are not filtered by a clause, because it is their own. */
export function sourcesOf(clause: Clause): Set<Source> {
  return new Set(clause.kind === 'any' ? clause.of.map(sourceOf) : [sourceOf(clause)]);
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

/** A condition turned round. */
export function inverted({ not, ...condition }: Condition): Condition {
  return not ? condition : { ...condition, not: true };
}

/** Values within one clause with one value switched on, or off where it was on. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
