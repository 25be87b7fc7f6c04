import { describe, expect, it } from 'vitest';
import { corners, towards } from '../../client/plots/marks.ts';
import { screenPoint } from '../../triads/geometry/coordinates.ts';
import { toScreen } from '../../triads/geometry/screen.ts';
import { zoneOutline } from '../../triads/geometry/zone-shapes.ts';
import { zones } from '../../triads/geometry/zones.ts';
import { triangularVertices } from '../../triads/patterns/triangular-bins.ts';

const triangle = { side: 200, origin: screenPoint(10, 200) };
const cells = (side: number) =>
  Array.from({ length: side * side }, (_, cell) => ({ outline: triangularVertices(cell, side).map((point) => toScreen(point, triangle)) }));
const grid = Array.from({ length: 25 }, (_, nth) => ({
  outline: corners({ x: (nth % 5) * 40, y: Math.floor(nth / 5) * 30, width: 40, height: 30 }),
}));
const bars = Array.from({ length: 20 }, (_, nth) => ({ outline: corners({ x: nth * 9, y: 0, width: 9, height: 60 }) }));
const groups = {
  zones: zones.map((zone) => ({ outline: zoneOutline(zone).map((point) => toScreen(point, triangle)) })),
  'cells, 5 a side': cells(5),
  'cells, 10 a side': cells(10),
  squares: grid,
  bars,
};

describe('arrows over the parts of a plot', () => {
  it.each(Object.entries(groups))('reach each of the %s from each other', (_, marks) => {
    for (const from of [0, marks.length >> 1, marks.length - 1]) {
      const reached = new Set([from]);
      for (const at of reached)
        for (const arrow of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const) reached.add(towards(marks, at, arrow));
      expect(reached.size).toBe(marks.length);
    }
  });

  it('go to the neighbour, and stay where there is none', () => {
    expect([
      towards(bars, 3, 'ArrowRight'),
      towards(bars, 3, 'ArrowLeft'),
      towards(bars, 0, 'ArrowLeft'),
      towards(bars, 3, 'ArrowUp'),
    ]).toEqual([4, 2, 0, 3]);
    expect([towards(grid, 12, 'ArrowUp'), towards(grid, 12, 'ArrowDown')]).toEqual([7, 17]);
  });
});
