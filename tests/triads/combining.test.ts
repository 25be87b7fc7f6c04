import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signifier } from '../../triads/framework/framework.ts';
import { composition } from '../../triads/geometry/composition.ts';
import { planePoint } from '../../triads/geometry/coordinates.ts';
import { toPlane } from '../../triads/geometry/plane.ts';
import { spanOf } from '../../triads/geometry/span.ts';
import { triangularVertices } from '../../triads/patterns/triangular-bins.ts';
import { type Clause, type Condition, inverted, type Shape, sourceOf } from '../../triads/selection/clause.ts';
import {
  conditionOn,
  conditionsOf,
  drawnOn,
  extendedOn,
  matching,
  matchOf,
  shapesOf,
  switchedTo,
  waveBefore,
  withCondition,
  withoutCondition,
} from '../../triads/selection/combining.ts';
import { isWithin } from '../../triads/selection/polygon.ts';
import { readClauses, writeClauses } from '../../triads/selection/written.ts';

const text = { en: 'text' };
const common = { about: 'story' as const, question: text, short: text };
const signifiers: Signifier[] = [
  { ...common, key: 'focus', kind: 'triad', corners: { top: text, left: text, right: text } },
  { ...common, key: 'decisions', kind: 'dyad', poles: { left: text, right: text } },
  { ...common, key: 'felt', kind: 'choice', several: false, options: ['good', 'bad'].map((key) => ({ key, label: text })) },
];
const range = (from: number, to: number): Shape => ({ kind: 'range', signifier: 'decisions', from, to });
const low = range(0, 0.2);
const high = range(0.8, 1);
const good: Condition = { kind: 'options', signifier: 'felt', options: ['good'] };
const spring: Condition = { kind: 'waves', waves: ['spring'] };
const reread = (clauses: readonly Clause[]) => readClauses(writeClauses(clauses), signifiers, ['spring', 'autumn']);

describe('what is drawn on a plot', () => {
  it('takes the place of what was drawn, comes beside it, carries it on, and goes when drawn again', () => {
    const once = drawnOn(undefined, low, false) ?? undefined;
    expect(drawnOn(once, high, false)).toEqual(high);
    const both = drawnOn(once, high, true) ?? undefined;
    expect(shapesOf(both)).toEqual([low, high]);
    expect(shapesOf(extendedOn(both, range(0.6, 1)) ?? undefined)).toEqual([low, range(0.6, 1)]);
    expect(drawnOn(both, low, false)).toEqual(high);
    expect(drawnOn(once, low, true)).toBeNull();
  });

  it('keeps whether it is left out, and stands in an address with all its shapes', () => {
    const both = drawnOn(inverted(low), high, true);
    expect(both).toMatchObject({ kind: 'several', not: true });
    expect(reread(both ? [both] : [])).toEqual([both]);
    expect(writeClauses(both ? [both] : [])).toEqual([['on.decisions', '!0~0.2~~0.8~1']]);
  });

  it('lets zones come and go beside a lasso', () => {
    const area: Shape = { kind: 'area', signifier: 'focus', polygon: [planePoint(0, 0), planePoint(0.4, 0), planePoint(0.2, 0.3)] };
    const zoned = (...zones: ('top' | 'left')[]): Shape => ({ kind: 'zones', signifier: 'focus', zones });
    const beside = drawnOn(area, zoned('top'), true) ?? undefined;
    expect(shapesOf(beside)).toEqual([area, zoned('top')]);
    expect(shapesOf(drawnOn(beside, zoned('top', 'left'), true) ?? undefined)).toEqual([area, zoned('top', 'left')]);
    expect(drawnOn(beside, zoned(), true)).toEqual(area);
    expect(drawnOn(area, zoned('top'), false)).toEqual(zoned('top'));
    expect(reread(beside ? [beside] : [])).toEqual(beside ? [beside] : []);
  });
});

describe('how conditions hold together', () => {
  it('is all or any, with the time always beside them', () => {
    const all: Clause[] = [good, spring, high];
    const any = matching(all, 'any');
    expect(any).toEqual([spring, { kind: 'any', of: [good, high] }]);
    expect([matchOf(all), matchOf(any), matchOf([...any, low])]).toEqual(['all', 'any', 'mixed']);
    expect(matching(any, 'all')).toEqual([spring, good, high]);
    expect(reread(any)).toEqual(any);
  });

  it('stays so when something is set or taken away, until there is one alone', () => {
    const any = matching([good, high], 'any');
    expect(withCondition(any, low)).toEqual([{ kind: 'any', of: [good, low] }]);
    expect(withCondition(any, spring)).toEqual([...any, spring]);
    expect(withoutCondition(any, 'felt')).toEqual([high]);
    expect(conditionOn(any, 'decisions')).toEqual(high);
  });

  it('loses no condition and makes up none, whatever the way back and forth', () => {
    const one = fc.constantFrom<Condition>(good, spring, low, inverted(high), { kind: 'zones', signifier: 'focus', zones: ['top'] });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), fc.array(fc.constantFrom('all' as const, 'any' as const)), (conditions, ways) => {
        const start = conditions.reduce<Clause[]>((all, condition) => withCondition(all, condition), []);
        const end = ways.reduce((clauses, way) => matching(clauses, way), start);
        const sorted = (clauses: readonly Clause[]) =>
          conditionsOf(clauses)
            .map((one) => JSON.stringify(one))
            .sort();
        expect(sorted(end)).toEqual(sorted(start));
        for (const condition of conditionsOf(end)) {
          expect(conditionOn(withoutCondition(end, sourceOf(condition)), sourceOf(condition))).toBeUndefined();
        }
      }),
    );
  });
});

describe('the span of cells of a triad', () => {
  it('holds the cells that it spans, lies in the triangle, and is the cell itself of one', () => {
    const cell = fc.nat(24);
    fc.assert(
      fc.property(cell, cell, (from, to) => {
        const points = [...triangularVertices(from, 5), ...triangularVertices(to, 5)];
        const span = spanOf(points);
        const middle = (cell: number) => {
          const corners = triangularVertices(cell, 5);
          const mean = (of: 'x' | 'y') => corners.reduce((sum, corner) => sum + corner[of], 0) / 3;
          return planePoint(mean('x'), mean('y'));
        };
        expect([isWithin(span, middle(from)), isWithin(span, middle(to))]).toEqual([true, true]);
        expect(span.length).toBeGreaterThanOrEqual(3);
        expect(span.length).toBeLessThanOrEqual(6);
        if (from === to) expect(span.length).toBe(3);
        const height = Math.sqrt(3) / 2;
        for (const { x, y } of span) {
          const [top, right] = [y / height, x - y / height / 2];
          expect(Math.min(top, right, 1 - top - right)).toBeGreaterThan(-1e-9);
        }
      }),
    );
  });

  it('is the whole triangle of its three corners', () => {
    const corners = [composition(1, 0, 0), composition(0, 1, 0), composition(0, 0, 1)].map(toPlane);
    expect(spanOf(corners)).toHaveLength(3);
  });
});

describe('values switched on or off', () => {
  it('stay left out where they were left out, and are chosen where they were chosen', () => {
    const one = { kind: 'options', signifier: 'felt', options: ['good'] } as const;
    const both = { ...one, options: ['good', 'bad'] };
    expect(switchedTo([{ ...one, not: true }], both)).toEqual([{ ...both, not: true }]);
    expect(switchedTo([one], both)).toEqual([both]);
    expect(switchedTo([], both)).toEqual([both]);
    const zones = { kind: 'zones', signifier: 'focus', zones: ['top'] } as const;
    expect(switchedTo([{ kind: 'any', of: [{ ...one, not: true }, zones] }], both)).toEqual([
      { kind: 'any', of: [{ ...both, not: true }, zones] },
    ]);
  });
});

describe('the wave before', () => {
  const earlier = (...chosen: Clause[]) => waveBefore(chosen, ['spring', 'summer', 'autumn']);

  it('is that of the one wave chosen, not of one that is left out, nor of several', () => {
    expect(earlier({ kind: 'waves', waves: ['autumn'] })).toBe('summer');
    expect(earlier({ kind: 'waves', waves: ['autumn'], not: true })).toBeNull();
    expect(earlier({ kind: 'waves', waves: ['summer', 'autumn'] })).toBeNull();
    expect([earlier({ kind: 'waves', waves: ['spring'] }), earlier()]).toEqual([null, null]);
  });
});
