import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DyadColumn, stateCode, type TriadColumn } from '../../triads/columns/columns.ts';
import { type Flags, noFlags, setFlag } from '../../triads/columns/flags.ts';
import { quantise, quantiseTriad } from '../../triads/columns/quantise.ts';
import { composition } from '../../triads/geometry/composition.ts';
import type { PlanePoint } from '../../triads/geometry/coordinates.ts';
import { toPlane } from '../../triads/geometry/plane.ts';
import { zones } from '../../triads/geometry/zones.ts';
import { choiceCounts } from '../../triads/patterns/choice-counts.ts';
import { dyadHistogram, dyadQuantiles, dyadSummary } from '../../triads/patterns/dyad-patterns.ts';
import { hexagonCentre, hexagonCount, hexagonCounts, hexagonOf, hexagonVertices } from '../../triads/patterns/hexagonal-bins.ts';
import { stateCounts } from '../../triads/patterns/rows.ts';
import { triangularCell, triangularCellOf, triangularCounts, triangularVertices } from '../../triads/patterns/triangular-bins.ts';
import { zoneCounts } from '../../triads/patterns/zone-counts.ts';

type Shares = [top: number, left: number, right: number];

const { placed, chosen, na, skipped } = stateCode;

function triadColumn(placements: readonly Shares[], states = placements.map(() => placed)): TriadColumn {
  const quantised = placements.map(([top, , right]) => quantiseTriad(top, right));
  return {
    state: Uint8Array.from(states),
    top: Uint16Array.from(quantised, ([top]) => top),
    right: Uint16Array.from(quantised, ([, right]) => right),
  };
}

function dyadColumn(placements: readonly number[], states = placements.map(() => placed)): DyadColumn {
  return { state: Uint8Array.from(states), right: Uint16Array.from(placements, quantise) };
}

const sum = (counts: Uint32Array) => counts.reduce((before, count) => before + count, 0);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const shares: fc.Arbitrary<Shares> = fc.tuple(share, share).map(([a, b]) => [Math.min(a, b), Math.abs(a - b), 1 - Math.max(a, b)]);
/** Points of a grid: corners, edges and the lines between cells. */
const gridShares: fc.Arbitrary<Shares> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat())
  .map(([side, a, b]) => [(a % (side + 1)) / side, 0, ((b % (side + 1 - (a % (side + 1)))) % (side + 1)) / side] as const)
  .map(([top, , right]) => [top, Math.max(0, 1 - top - right), right]);
const side = fc.integer({ min: 1, max: 30 });

const edges: Shares[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [0.5, 0.5, 0],
  [0.5, 0, 0.5],
  [0, 0.5, 0.5],
  [0.3, 0, 0.7],
  [0.7, 0, 0.3],
  [0.1, 0, 0.9],
  [1 / 3, 1 / 3, 1 / 3],
];

describe('triangular bins', () => {
  it('number their cells from the base upwards and from the left', () => {
    expect(Array.from({ length: 9 }, (_, cell) => triangularCell(cell, 3))).toEqual([
      { row: 0, column: 0, upward: true },
      { row: 0, column: 0, upward: false },
      { row: 0, column: 1, upward: true },
      { row: 0, column: 1, upward: false },
      { row: 0, column: 2, upward: true },
      { row: 1, column: 0, upward: true },
      { row: 1, column: 0, upward: false },
      { row: 1, column: 1, upward: true },
      { row: 2, column: 0, upward: true },
    ]);
    expect(() => triangularCell(9, 3)).toThrow(RangeError);
    expect(() => triangularCell(-1, 3)).toThrow(RangeError);
  });

  it('take corners, edges and the middle', () => {
    expect(edges.map((shares) => triangularCellOf(composition(...shares), 2))).toEqual([3, 0, 2, 3, 3, 2, 2, 3, 2, 1]);
  });

  it('have a cell for every composition, and its corners around it', () => {
    fc.assert(
      fc.property(fc.oneof(shares, gridShares), side, (shares, side) => {
        const cell = triangularCellOf(composition(...shares), side);
        const corners = triangularVertices(cell, side);
        const point = toPlane(composition(...shares));
        expect(isWithin(point, corners)).toBe(true);
      }),
    );
  });

  it('fill the triangle without overlap', () => {
    const areas = Array.from({ length: 49 }, (_, cell) => area(triangularVertices(cell, 7)));
    expect(areas.reduce((before, each) => before + each, 0)).toBeCloseTo(Math.sqrt(3) / 4, 12);
    const middles = areas.map((_, cell) => middleOf(triangularVertices(cell, 7)));
    for (const [cell, { x, y }] of middles.entries()) {
      const top = y / (Math.sqrt(3) / 2);
      expect(triangularCellOf(composition(top, 1 - top - (x - top / 2), x - top / 2), 7)).toBe(cell);
    }
  });

  it('hold every placement exactly once, whatever the side', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(shares, gridShares)), side, (placements, side) => {
        const counts = triangularCounts(triadColumn(placements), side);
        expect(counts).toHaveLength(side * side);
        expect(sum(counts)).toBe(placements.length);
      }),
    );
  });

  it('leave out what was chosen, not applicable or skipped', () => {
    const column = triadColumn(
      [
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
      ],
      [placed, chosen, na, skipped],
    );
    expect([...triangularCounts(column, 1)]).toEqual([1]);
  });

  it('look only at the rows they are given', () => {
    expect([...triangularCounts(triadColumn(edges), 2, Uint32Array.of(0, 1, 9))]).toEqual([1, 1, 0, 1]);
    expect([...triangularCounts(triadColumn(edges), 2, new Uint32Array())]).toEqual([0, 0, 0, 0]);
  });
});

describe('hexagonal bins', () => {
  it('lie around the grid points, from the left corner to the top', () => {
    expect(hexagonCount(2)).toBe(6);
    expect(hexagonCentre(0, 2)).toEqual({ x: 0, y: 0 });
    expect(hexagonCentre(2, 2)).toEqual({ x: 1, y: 0 });
    expect(hexagonCentre(5, 2).x).toBe(0.5);
    expect(hexagonCentre(5, 2).y).toBeCloseTo(Math.sqrt(3) / 2, 12);
    expect(() => hexagonCentre(6, 2)).toThrow(RangeError);
    expect(() => hexagonCentre(-1, 2)).toThrow(RangeError);
  });

  it('have one point straight up, and share their sides', () => {
    const corners = hexagonVertices(0, 1);
    expect(corners[0]?.x).toBeCloseTo(0, 12);
    expect(corners[0]?.y).toBeCloseTo(1 / Math.sqrt(3), 12);
    expect(corners[1]?.x).toBeCloseTo(0.5, 12);
    expect(corners[2]?.x).toBeCloseTo(0.5, 12);
  });

  it('take the placements nearest to their centre', () => {
    fc.assert(
      fc.property(fc.oneof(shares, gridShares), side, (shares, side) => {
        const point = toPlane(composition(...shares));
        const cell = hexagonOf(composition(...shares), side);
        const distance = (cell: number) => Math.hypot(hexagonCentre(cell, side).x - point.x, hexagonCentre(cell, side).y - point.y);
        const nearest = Math.min(...Array.from({ length: hexagonCount(side) }, (_, cell) => distance(cell)));
        expect(distance(cell)).toBeLessThanOrEqual(nearest + 1e-9);
      }),
    );
  });

  it('hold every placement exactly once, whatever the side', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(shares, gridShares)), side, (placements, side) => {
        const counts = hexagonCounts(triadColumn(placements), side);
        expect(counts).toHaveLength(hexagonCount(side));
        expect(sum(counts)).toBe(placements.length);
      }),
    );
  });

  it('look only at what was placed in the rows they are given', () => {
    const column = triadColumn(
      edges,
      edges.map((_, row) => (row === 0 ? chosen : placed)),
    );
    expect([...hexagonCounts(column, 1, Uint32Array.of(0, 1, 2))]).toEqual([1, 1, 0]);
  });
});

describe('zone counts', () => {
  it('keep what was placed and what was chosen in words apart', () => {
    const column = triadColumn(
      [
        [0.2, 0.2, 0.6],
        [0.6, 0.2, 0.2],
        [0.8, 0.1, 0.1],
        [0.45, 0.45, 0.1],
        [1 / 3, 1 / 3, 1 / 3],
        [1, 0, 0],
        [1, 0, 0],
      ],
      [placed, placed, chosen, chosen, chosen, na, skipped],
    );
    const counts = zoneCounts(column);
    const named = (counts: Uint32Array) =>
      Object.fromEntries(zones.flatMap((zone, index) => (counts[index] ? [[zone, counts[index]]] : [])));
    expect(named(counts.placed)).toEqual({ top: 1, 'top-right': 1 });
    expect(named(counts.chosen)).toEqual({ top: 1, 'top-left': 1, centre: 1 });
    expect(named(zoneCounts(column, Uint32Array.of(1, 2)).placed)).toEqual({ top: 1 });
  });
});

describe('state counts', () => {
  it('are all there, zero when there are none', () => {
    expect(stateCounts(new Uint8Array())).toEqual({ placed: 0, chosen: 0, na: 0, skipped: 0, unasked: 0 });
    expect(stateCounts(Uint8Array.of(placed, na, placed, skipped))).toEqual({ placed: 2, chosen: 0, na: 1, skipped: 1, unasked: 0 });
    expect(stateCounts(Uint8Array.of(placed, na, placed, chosen), Uint32Array.of(1, 3))).toEqual({
      placed: 0,
      chosen: 1,
      na: 1,
      skipped: 0,
      unasked: 0,
    });
  });
});

describe('a dyad', () => {
  it('counts each placement once, both poles included', () => {
    expect([...dyadHistogram(dyadColumn([0, 0.2, 0.5, 1, 0.19]), 5)]).toEqual([2, 1, 1, 0, 1]);
    fc.assert(
      fc.property(fc.array(share), fc.integer({ min: 1, max: 50 }), (placements, bins) => {
        expect(sum(dyadHistogram(dyadColumn(placements), bins))).toBe(placements.length);
      }),
    );
  });

  it('has no median where nothing was placed', () => {
    expect(dyadSummary(dyadColumn([]))).toEqual({ n: 0, lower: null, median: null, upper: null });
    expect(dyadSummary(dyadColumn([0.5], [na]))).toEqual({ n: 0, lower: null, median: null, upper: null });
  });

  it('has one placement as all its quartiles', () => {
    expect(dyadSummary(dyadColumn([0.2]))).toEqual({ n: 1, lower: 0.2, median: 0.2, upper: 0.2 });
  });

  it('has the quartiles of R’s quantile(c(0, 1), type = 7)', () => {
    expect(dyadSummary(dyadColumn([1, 0]))).toEqual({ n: 2, lower: 0.25, median: 0.5, upper: 0.75 });
  });

  it('has the quartiles of R’s quantile(c(.1, .2, .4, .7, .8, 1), type = 7)', () => {
    const { n, lower, median, upper } = dyadSummary(dyadColumn([0.7, 0.1, 1, 0.2, 0.8, 0.4]));
    expect(n).toBe(6);
    expect(lower).toBeCloseTo(0.25, 4);
    expect(median).toBeCloseTo(0.55, 4);
    expect(upper).toBeCloseTo(0.775, 4);
  });

  it('has the quantiles that are asked for, as R’s quantile(c(.1, .2, .4, .7, .8, 1), c(.95, .05), type = 7)', () => {
    const { n, shares } = dyadQuantiles(dyadColumn([0.7, 0.1, 1, 0.2, 0.8, 0.4]), [0.95, 0.05]);
    expect([n, ...shares.map((share) => share.toFixed(3))]).toEqual([6, '0.950', '0.125']);
    expect(dyadQuantiles(dyadColumn([]), [0.5])).toEqual({ n: 0, shares: [] });
  });

  it('summarises only what was placed in the rows given', () => {
    const column = dyadColumn([0, 1, 0.2, 0.6], [placed, chosen, placed, placed]);
    expect(dyadSummary(column).n).toBe(3);
    expect(dyadSummary(column, Uint32Array.of(1, 2, 3))).toEqual({ n: 2, lower: 0.3, median: 0.4, upper: 0.5 });
  });
});

describe('choice counts', () => {
  const column = {
    several: true,
    state: Uint8Array.of(placed, placed, na, skipped),
    options: noFlags(['calm', 'cross', 'glad'], 4),
  };
  for (const [key, row] of [
    ['calm', 0],
    ['calm', 1],
    ['cross', 0],
  ] as const)
    setFlag(column.options.get(key) as Flags, row);

  it('count every option chosen, and who answered', () => {
    const { answered, options } = choiceCounts(column);
    expect(answered).toBe(2);
    expect([...options]).toEqual([
      ['calm', 2],
      ['cross', 1],
      ['glad', 0],
    ]);
    expect([...choiceCounts(column, Uint32Array.of(1, 2)).options.values()]).toEqual([1, 0, 0]);
  });
});

function isWithin(point: PlanePoint, [a, b, c]: [PlanePoint, PlanePoint, PlanePoint]): boolean {
  const turn = (from: PlanePoint, to: PlanePoint) => (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
  const turns = [turn(a, b), turn(b, c), turn(c, a)];
  return turns.every((each) => each >= -1e-9) || turns.every((each) => each <= 1e-9);
}

function area([a, b, c]: [PlanePoint, PlanePoint, PlanePoint]): number {
  return Math.abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
}

function middleOf([a, b, c]: [PlanePoint, PlanePoint, PlanePoint]): { x: number; y: number } {
  return { x: (a.x + b.x + c.x) / 3, y: (a.y + b.y + c.y) / 3 };
}
