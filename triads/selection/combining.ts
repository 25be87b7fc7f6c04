import { type Clause, type Condition, type Shape, type Source, sourceOf, withClause, withoutSource } from './clause.ts';

/** How conditions hold together: all of them, any of them, or some of them in a group of which any will do (only addresses make that). */
export type Match = 'all' | 'any' | 'mixed';

/** Whether a clause is about when stories came: that always has to fit, however other conditions hold together. */
export const isTime = (clause: Clause) => clause.kind === 'waves' || clause.kind === 'weeks';

export function matchOf(clauses: readonly Clause[]): Match {
  const free = clauses.filter((clause) => !isTime(clause));
  if (!free.some(({ kind }) => kind === 'any')) return 'all';
  return free.length === 1 ? 'any' : 'mixed';
}

/** Every condition, also those in groups. */
export function conditionsOf(clauses: readonly Clause[]): Condition[] {
  return clauses.flatMap((clause) => (clause.kind === 'any' ? clause.of : [clause]));
}

/** The same conditions, held together so. */
export function matching(clauses: readonly Clause[], match: 'all' | 'any'): Clause[] {
  const time = clauses.filter(isTime);
  const free = conditionsOf(clauses.filter((clause) => !isTime(clause)));
  if (match === 'any' && free.length > 1) return [...time, { kind: 'any', of: free }];
  return free.reduce<Clause[]>((all, condition) => withClause(all, condition), time);
}

/** What a plot or facet chose, wherever it stands. */
export function conditionOn(clauses: readonly Clause[], source: Source): Condition | undefined {
  return conditionsOf(clauses).find((condition) => sourceOf(condition) === source);
}

/** The clauses with what one plot or facet chose in place of what it chose before, held together as they were. */
export function withCondition(clauses: readonly Clause[], condition: Condition): Clause[] {
  if (isTime(condition) || matchOf(clauses) !== 'any') return withClause(clauses, condition);
  const source = sourceOf(condition);
  const isIn = (one: Condition) => sourceOf(one) === source;
  return clauses.map((clause) => {
    if (clause.kind !== 'any') return clause;
    return { ...clause, of: clause.of.some(isIn) ? clause.of.map((one) => (isIn(one) ? condition : one)) : [...clause.of, condition] };
  });
}

/** The same with values switched on or off: what is left out stays left out. */
export function switchedTo(clauses: readonly Clause[], condition: Condition): Clause[] {
  const isOut = conditionOn(clauses, sourceOf(condition))?.not === true;
  return withCondition(clauses, isOut ? { ...condition, not: true } : condition);
}

/** The wave before the one chosen; null where several or none are chosen, or one is left out, or it is the first. */
export function waveBefore(clauses: readonly Clause[], waves: readonly string[]): string | null {
  const clause = clauses.find(({ kind }) => kind === 'waves');
  const [only, second] = clause?.kind === 'waves' && !clause.not ? clause.waves : [];
  return only === undefined || second !== undefined ? null : (waves[waves.indexOf(only) - 1] ?? null);
}

/** The clauses without what one plot or facet chose; a group of one is a group no more. */
export function withoutCondition(clauses: readonly Clause[], source: Source): Clause[] {
  return withoutSource(clauses, source).flatMap((clause) => {
    if (clause.kind !== 'any') return [clause];
    const [first, ...others] = clause.of.filter((condition) => sourceOf(condition) !== source);
    return first ? [others.length ? { ...clause, of: [first, ...others] } : first] : [];
  });
}

/** The shapes drawn on a plot. */
export function shapesOf(condition: Condition | undefined): readonly Shape[] {
  switch (condition?.kind) {
    case 'several':
      return condition.of;
    case 'zones':
    case 'area':
    case 'range':
    case 'box': {
      const { not, ...shape } = condition;
      return [shape];
    }
    default:
      return [];
  }
}

/**
 * What a plot chooses once a shape was drawn on it. The same shape again takes it away; zones take the place of the zones there were.
 * @param adds whether it comes beside the shapes there are, or in their place
 * @returns null where nothing is left
 */
export function drawnOn(before: Condition | undefined, shape: Shape, adds: boolean): Condition | null {
  const shapes = shapesOf(before);
  const rest = shapes.filter((one) => (shape.kind === 'zones' ? one.kind !== 'zones' : !isSame(one, shape)));
  const isTakenAway = shape.kind === 'zones' ? shape.zones.length === 0 : rest.length < shapes.length;
  const kept = adds || (isTakenAway && shape.kind !== 'zones') ? rest : [];
  return together(isTakenAway ? kept : [...kept, shape], before);
}

/** The same, where the shape only carries on what was drawn last, as when a range is extended step by step. */
export function extendedOn(before: Condition | undefined, shape: Shape): Condition | null {
  const last = shapesOf(before).slice(0, -1);
  return together([...last.filter((one) => !isSame(one, shape)), shape], before);
}

function together(shapes: readonly Shape[], before: Condition | undefined): Condition | null {
  const [first, second] = shapes;
  if (!first) return null;
  const turned = before?.not ? { not: true as const } : {};
  return second ? { kind: 'several', signifier: first.signifier, of: shapes, ...turned } : { ...first, ...turned };
}

function isSame(one: Shape, other: Shape): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
