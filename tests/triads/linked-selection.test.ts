import crossfilter from 'crossfilter2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Columns, stateCode } from '../../triads/columns/columns.ts';
import { isSet } from '../../triads/columns/flags.ts';
import type { Signifier } from '../../triads/framework/framework.ts';
import { planePoint } from '../../triads/geometry/coordinates.ts';
import { zones } from '../../triads/geometry/zones.ts';
import { choiceCounts } from '../../triads/patterns/choice-counts.ts';
import { dyadHistogram } from '../../triads/patterns/dyad-patterns.ts';
import { remember } from '../../triads/patterns/known.ts';
import { type Rows, stateCounts } from '../../triads/patterns/rows.ts';
import { squareCounts } from '../../triads/patterns/square-bins.ts';
import { triangularCounts } from '../../triads/patterns/triangular-bins.ts';
import { zoneCounts } from '../../triads/patterns/zone-counts.ts';
import { type Clause, type Condition, mostClauses, type Source, sourceOf, waveSource, weekSource } from '../../triads/selection/clause.ts';
import { shapesOf } from '../../triads/selection/combining.ts';
import { knownCounts } from '../../triads/selection/known-counts.ts';
import { LinkedSelection } from '../../triads/selection/linked-selection.ts';
import { drawnColumns, drawnFrom } from './columns-drawn.ts';
import { naiveRows, naiveTest } from './selecting-naively.ts';

const text = { en: 'text' };
const common = { about: 'story' as const, question: text, short: text };
const axis = { name: text, low: text, high: text };
const named = (...keys: string[]) => keys.map((key) => ({ key, label: text }));
const feelings = Array.from({ length: 11 }, (_, index) => `feeling-${index}`);
const signifiers: Signifier[] = [
  { ...common, key: 'focus', kind: 'triad', corners: { top: text, left: text, right: text } },
  { ...common, key: 'energy', kind: 'triad', corners: { top: text, left: text, right: text } },
  { ...common, key: 'decisions', kind: 'dyad', poles: { left: text, right: text } },
  { ...common, key: 'board', kind: 'stones', axes: { x: axis, y: axis }, stones: named('before', 'now') },
  { ...common, key: 'role', kind: 'choice', several: false, options: named('nurse', 'doctor', 'other') },
  { ...common, key: 'felt', kind: 'choice', several: true, options: named(...feelings) },
  { ...common, key: 'advice', kind: 'text', limit: 500 },
];
const weeks = ['2026-W01', '2026-W02', '2026-W03', '2026-W04'];
const waves = ['spring', 'autumn'];
const drawn = (seed: number, length: number) => drawnColumns(signifiers, length, drawnFrom(seed), { weeks, waves, onLines: 0.3 });

/** Shares as people give them: anywhere, or on a line of fifths or twentieths. */
const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 20 }).map((part) => part / 20),
);
const interval = fc.tuple(share, share).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const corner = fc.tuple(fc.double({ min: -0.2, max: 1.2, noNaN: true }), fc.double({ min: -0.2, max: 1.1, noNaN: true }), fc.boolean());
const polygon = fc
  .array(corner, { minLength: 3, maxLength: 7 })
  .map((corners) =>
    corners.map(([x, y, isOnLine]) => (isOnLine ? planePoint(Math.round(x * 20) / 20, Math.round(y * 4) / 4) : planePoint(x, y))),
  );
const plain: fc.Arbitrary<Condition> = fc.oneof(
  fc.subarray(waves, { minLength: 1 }).map((waves): Condition => ({ kind: 'waves', waves })),
  fc.subarray(weeks, { minLength: 2 }).map((some): Condition => ({ kind: 'weeks', from: some[0] ?? '', to: some.at(-1) ?? '' })),
  fc
    .subarray(['nurse', 'doctor', 'other'], { minLength: 1 })
    .map((options): Condition => ({ kind: 'options', signifier: 'role', options })),
  fc.subarray(feelings, { minLength: 1 }).map((options): Condition => ({ kind: 'options', signifier: 'felt', options })),
  fc
    .tuple(fc.constantFrom('focus', 'energy'), fc.subarray([...zones], { minLength: 1 }))
    .map(([signifier, zones]): Condition => ({ kind: 'zones', signifier, zones })),
  fc
    .tuple(fc.constantFrom('focus', 'energy', 'gone'), polygon)
    .map(([signifier, polygon]): Condition => ({ kind: 'area', signifier, polygon })),
  fc
    .tuple(polygon, fc.constantFrom(undefined, 'before', 'now'))
    .map(([polygon, stone]): Condition => ({ kind: 'area', signifier: 'board', polygon, ...(stone && { stone }) })),
  interval.map(([from, to]): Condition => ({ kind: 'range', signifier: 'decisions', from, to })),
  fc
    .tuple(interval, interval, fc.constantFrom(undefined, 'before', 'now'))
    .map(([x, y, stone]): Condition => ({ kind: 'box', signifier: 'board', x, y, ...(stone && { stone }) })),
);
/** Several shapes on one plot, of whatever kinds it takes. */
const several = fc
  .array(plain, { minLength: 2, maxLength: 12 })
  .map((all) => {
    const shapes = all.flatMap((condition) => shapesOf(condition));
    return shapes.filter(({ signifier }) => signifier === shapes[0]?.signifier);
  })
  .filter(({ length }) => length > 1)
  .map((of): Condition => ({ kind: 'several', signifier: of[0]?.signifier ?? '', of }));
/** A square in which one stone counts, beside a smaller one in which any does. */
const onOneStoneOrAny: Condition = {
  kind: 'several',
  signifier: 'board',
  of: [
    { kind: 'box', signifier: 'board', x: [0, 0.3], y: [0, 0.7] },
    { kind: 'box', signifier: 'board', x: [0, 0.35], y: [0, 0.75], stone: 'before' },
  ],
};
const condition = fc
  .tuple(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: several }), fc.boolean(), fc.boolean())
  .map(([condition, a, b]): Condition => (a && b ? { ...condition, not: true } : condition));
const clause: fc.Arbitrary<Clause> = fc.oneof(
  { weight: 4, arbitrary: condition },
  { weight: 1, arbitrary: fc.array(condition, { minLength: 2, maxLength: 3 }).map((of): Clause => ({ kind: 'any', of })) },
);

/** What a hand does: set a clause anew, drag what was set last a little, take one away, begin again. */
type Step = { kind: 'set'; clause: Clause } | { kind: 'drag'; by: number } | { kind: 'remove'; which: number } | { kind: 'clear' };
const stepsWith = (clause: fc.Arbitrary<Clause>): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: clause.map((clause): Step => ({ kind: 'set', clause })) },
      { weight: 4, arbitrary: fc.double({ min: -0.1, max: 0.1, noNaN: true }).map((by): Step => ({ kind: 'drag', by })) },
      { weight: 1, arbitrary: fc.nat(9).map((which): Step => ({ kind: 'remove', which })) },
      { weight: 1, arbitrary: fc.constant<Step>({ kind: 'clear' }) },
    ),
    { maxLength: 12 },
  );

function* walked(steps: readonly Step[]): Generator<Clause[]> {
  let clauses = new Map<Source, Clause>();
  let last: Clause | undefined;
  for (const step of steps) {
    if (step.kind === 'set') last = step.clause;
    if (step.kind === 'drag' && last) last = dragged(last, step.by);
    if (step.kind === 'remove') clauses.delete([...clauses.keys()][step.which] ?? '');
    else if (step.kind === 'clear') clauses = new Map();
    else if (last) clauses.set(sourceOf(last), last);
    yield [...clauses.values()];
  }
}

function dragged(clause: Clause, by: number): Clause {
  if (clause.kind === 'any') return { ...clause, of: clause.of.map((one, index) => (index === 0 ? (dragged(one, by) as Condition) : one)) };
  if (clause.kind === 'range') return { ...clause, from: clause.from + by, to: clause.to + by };
  if (clause.kind === 'box') return { ...clause, x: [clause.x[0] + by, clause.x[1] + by] };
  return clause.kind === 'area' ? { ...clause, polygon: clause.polygon.map(({ x, y }) => planePoint(x + by, y + by / 2)) } : clause;
}

/** Everything that a selection says of every source, and the same counted from rows. */
function said(linked: LinkedSelection) {
  return {
    selected: linked.countSelected,
    rows: linked.rows(),
    waves: linked.waves(),
    weeks: linked.weeks(),
    focus: linked.triad('focus', 12),
    energy: linked.triad('energy', 10),
    decisions: linked.dyad('decisions', 20),
    board: linked.stones('board', 5),
    role: linked.choice('role'),
    felt: linked.choice('felt'),
  };
}

function recounted(columns: Columns, clauses: readonly Clause[]): ReturnType<typeof said> {
  const { triads, dyads, stones, choices } = columns;
  const rowsFor = (source?: Source) => naiveRows(columns, clauses, source);
  const values = ({ codes, values }: Columns['wave'], rows: Rows) =>
    new Map(values.map((value, code) => [value, rows.filter((row) => codes[row] === code).length]));
  const triad = (key: string, side: number) => {
    const column = triads.get(key);
    if (!column) throw new Error(key);
    const rows = rowsFor(key);
    return { states: stateCounts(column.state, rows), bins: triangularCounts(column, side, rows), zones: zoneCounts(column, rows) };
  };
  const choice = (key: string) => {
    const column = choices.get(key);
    if (!column) throw new Error(key);
    const rows = rowsFor(key);
    return { states: stateCounts(column.state, rows), options: choiceCounts(column, rows).options };
  };
  const decisions = dyads.get('decisions');
  if (!decisions) throw new Error('decisions');
  const laid = [...(stones.get('board')?.stones ?? [])];
  const onBoard = rowsFor('board');
  return {
    selected: rowsFor().length,
    rows: rowsFor(),
    waves: values(columns.wave, rowsFor(waveSource)),
    weeks: values(columns.week, rowsFor(weekSource)),
    focus: triad('focus', 12),
    energy: triad('energy', 10),
    decisions: { states: stateCounts(decisions.state, rowsFor('decisions')), bins: dyadHistogram(decisions, 20, rowsFor('decisions')) },
    board: new Map(laid.map(([key, stone]) => [key, { states: stateCounts(stone.state, onBoard), bins: squareCounts(stone, 5, onBoard) }])),
    role: choice('role'),
    felt: choice('felt'),
  };
}

/** What a selection says of its rows without looking at them, and what is found by looking. */
const known = (linked: LinkedSelection) => lookedAt(linked.dimensions.columns, remember(new Uint32Array(), knownCounts(linked)));
function lookedAt({ triads, dyads, stones, choices }: Columns, rows: Rows) {
  return [
    ...[...triads.values()].map((triad) => [stateCounts(triad.state, rows), triangularCounts(triad, 12, rows), zoneCounts(triad, rows)]),
    ...[...dyads.values()].map((dyad) => [stateCounts(dyad.state, rows), dyadHistogram(dyad, 24, rows)]),
    ...[...stones.values()].flatMap(({ stones }) => [...stones.values()].map((stone) => squareCounts(stone, 10, rows))),
    ...[...choices.values()].map((choice) => choiceCounts(choice, rows)),
  ];
}

/** The same counts by crossfilter2. Its dimensions sort by bin, then row, so that a group of a bin is a run of values. */
function crossfiltered(columns: Columns) {
  const filter = crossfilter(Array.from({ length: columns.length }, (_, row) => row));
  const wide = columns.length + 1;
  const bySource = new Map<
    Source,
    { dimension: crossfilter.Dimension<number, number>; group: crossfilter.Group<number, number, unknown> }
  >();
  const add = (source: Source, bin: (row: number) => number) => {
    const dimension = filter.dimension((row) => bin(row) * wide + row);
    const group = dimension.group((value) => Math.floor(value / wide)) as unknown as crossfilter.Group<number, number, unknown>;
    bySource.set(source, { dimension, group });
  };
  const one = (row: number) => Uint32Array.of(row);
  add(waveSource, (row) => columns.wave.codes[row] ?? 0);
  add(weekSource, (row) => columns.week.codes[row] ?? 0);
  for (const [key, column] of columns.triads)
    add(key, (row) =>
      column.state[row] === stateCode.placed ? triangularCounts(column, 10, one(row)).indexOf(1) : 100 + (column.state[row] ?? 0),
    );
  for (const [key, column] of columns.dyads)
    add(key, (row) =>
      column.state[row] === stateCode.placed ? dyadHistogram(column, 20, one(row)).indexOf(1) : 100 + (column.state[row] ?? 0),
    );
  const role = [...(columns.choices.get('role')?.options.values() ?? [])];
  add('role', (row) => role.findIndex((flags) => isSet(flags, row)) + 1);
  const counts = (source: Source) =>
    new Map(
      bySource
        .get(source)
        ?.group.all()
        .map(({ key, value }) => [key, value as number]),
    );
  return {
    set(clauses: readonly Condition[]) {
      for (const { dimension } of bySource.values()) dimension.filterAll();
      for (const clause of clauses) {
        const test = naiveTest(columns, clause);
        bySource.get(sourceOf(clause))?.dimension.filterFunction((value) => test(Number(value) % wide));
      }
    },
    rows: () => Uint32Array.from(filter.allFiltered()).sort(),
    counts,
  };
}

const length = fc.oneof({ weight: 1, arbitrary: fc.nat(2) }, { weight: 4, arbitrary: fc.integer({ min: 3, max: 400 }) });

describe('a linked selection', () => {
  it('says after any sequence of selections what a naive recount says', () => {
    fc.assert(
      fc.property(fc.nat(), length, stepsWith(clause), (seed, length, steps) => {
        const columns = drawn(seed, length);
        const linked = new LinkedSelection(columns);
        for (const clauses of walked(steps)) {
          linked.set(clauses);
          expect(said(linked)).toEqual(recounted(columns, clauses));
          expect(linked.rowsOf(clauses)).toEqual(naiveRows(columns, clauses));
          expect(known(linked)).toEqual(lookedAt(columns, naiveRows(columns, clauses)));
        }
      }),
      { numRuns: 60, examples: [[0, 8, [{ kind: 'set', clause: onOneStoneOrAny }]]] },
    );
  });

  it('knows nothing of its rows any more once its clauses are others', () => {
    const linked = new LinkedSelection(drawn(1, 300));
    const { columns } = linked.dimensions;
    const rows = linked.rows();
    const before = lookedAt(columns, rows);
    remember(rows, knownCounts(linked));
    linked.set([{ kind: 'options', signifier: 'role', options: ['nurse'] }]);
    expect(lookedAt(columns, rows)).toEqual(before);
  });

  it('counts after any sequence of selections what crossfilter2 counts', () => {
    const crossable = condition.filter(
      (condition) => sourceOf(condition) !== 'board' && sourceOf(condition) !== 'felt' && sourceOf(condition) !== 'gone',
    );
    fc.assert(
      fc.property(fc.nat(), length, stepsWith(crossable), (seed, length, steps) => {
        const columns = drawn(seed, length);
        const linked = new LinkedSelection(columns);
        const crossed = crossfiltered(columns);
        for (const clauses of walked(steps)) {
          linked.set(clauses);
          crossed.set(clauses as Condition[]);
          expect(linked.rows()).toEqual(crossed.rows());
          for (const key of columns.triads.keys()) {
            const [{ bins, states }, counts] = [linked.triad(key, 10), crossed.counts(key)];
            for (const [cell, count] of bins.entries()) expect(count).toBe(counts.get(cell) ?? 0);
            expect(states.na).toBe(counts.get(100 + stateCode.na) ?? 0);
            expect(states.unasked).toBe(counts.get(100 + stateCode.unasked) ?? 0);
          }
          for (const [bin, count] of linked.dyad('decisions', 20).bins.entries())
            expect(count).toBe(crossed.counts('decisions').get(bin) ?? 0);
          expect([...linked.choice('role').options.values()]).toEqual([1, 2, 3].map((option) => crossed.counts('role').get(option) ?? 0));
          expect([...linked.waves().values()]).toEqual(waves.map((_, code) => crossed.counts(waveSource).get(code) ?? 0));
          expect([...linked.weeks().values()]).toEqual(weeks.map((_, code) => crossed.counts(weekSource).get(code) ?? 0));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names every source whose counts have changed, and none that its own clause alone moved', () => {
    fc.assert(
      fc.property(fc.nat(), stepsWith(clause), (seed, steps) => {
        const columns = drawn(seed, 120);
        const linked = new LinkedSelection(columns);
        let before = said(linked);
        for (const clauses of walked(steps)) {
          const changed = linked.set(clauses);
          const after = said(linked);
          const names = { waves: waveSource, weeks: weekSource } as Record<string, Source>;
          for (const [name, now] of Object.entries(after)) {
            if (name === 'selected' || name === 'rows' || changed.has(names[name] ?? name)) continue;
            expect(now).toEqual(before[name as keyof typeof before]);
          }
          before = after;
        }
      }),
      { numRuns: 30 },
    );
    const linked = new LinkedSelection(drawn(1, 100));
    expect(linked.set([{ kind: 'range', signifier: 'decisions', from: 0, to: 0.5 }]).has('decisions')).toBe(false);
    expect(linked.set([{ kind: 'range', signifier: 'decisions', from: 0, to: 0.5 }]).size).toBe(0);
  });

  it('shares what it has read of the columns with other selections on them', () => {
    const first = new LinkedSelection(drawn(2, 200));
    const second = new LinkedSelection(first.dimensions);
    first.set([{ kind: 'zones', signifier: 'focus', zones: ['top'] }]);
    expect(second.countSelected).toBe(200);
    expect(second.triad('focus', 6).bins.reduce((sum, count) => sum + count)).toBe(first.triad('focus', 6).states.placed);
  });

  it('holds as many clauses as there are bits, and refuses more', () => {
    const many: Signifier[] = Array.from({ length: 33 }, (_, index) => ({
      ...common,
      key: `d${index}`,
      kind: 'dyad',
      poles: { left: text, right: text },
    }));
    const columns = drawnColumns(many, 50, drawnFrom(3), { weeks, waves, onLines: 0 });
    const clauses = many.map(({ key }): Clause => ({ kind: 'range', signifier: key, from: 0.02, to: 1 }));
    const linked = new LinkedSelection(columns);
    linked.set(clauses.slice(0, mostClauses));
    expect(linked.rows()).toEqual(naiveRows(columns, clauses.slice(0, mostClauses)));
    expect(linked.rows('d31')).toEqual(naiveRows(columns, clauses.slice(0, mostClauses), 'd31'));
    expect(() => linked.set(clauses)).toThrow(RangeError);
  });

  it('refuses bins that do not consist of fine ones, and what there is not', () => {
    const linked = new LinkedSelection(drawn(4, 10));
    expect(() => linked.triad('focus', 7)).toThrow(RangeError);
    expect(() => linked.dyad('decisions', 7)).toThrow(RangeError);
    expect(() => linked.stones('board', 7)).toThrow(RangeError);
    expect(() => linked.triad('gone', 6)).toThrow(RangeError);
  });
});
