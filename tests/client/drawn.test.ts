import { describe, expect, it } from 'vitest';
import { drawnRound } from '../../client/plots/form.ts';
import { lyingIn } from '../../client/plots/stones/paint.ts';
import { quantum } from '../../triads/columns/columns.ts';
import { planePoint, type ScreenPoint, screenPoint } from '../../triads/geometry/coordinates.ts';

const points = (...places: [number, number][]) => places.map(([x, y]) => screenPoint(x, y));
const inPlane = ({ x, y }: ScreenPoint) => planePoint(x / 100, y / 100);

describe('what is drawn on a plot', () => {
  it('is what was gone round, and nothing where a stroke goes round nothing', () => {
    expect(drawnRound('lasso', points([10, 10], [60, 10], [60, 60]), inPlane)).toHaveLength(3);
    expect(drawnRound('lasso', points([10, 10], [40, 10], [90, 10]), inPlane)).toBeNull();
    expect(drawnRound('lasso', points([10, 10], [90, 10], [11, 10]), inPlane)).toBeNull();
    expect(drawnRound('rectangle', points([10, 10], [90, 10]), inPlane)).toBeNull();
    expect(drawnRound('lasso', [], inPlane)).toBeNull();
  });

  it('is a rectangle of four corners, however flat', () => {
    expect(drawnRound('rectangle', points([10, 10], [90, 10.6]), inPlane)).toEqual([
      planePoint(0.1, 0.1),
      planePoint(0.9, 0.1),
      planePoint(0.9, 0.106),
      planePoint(0.1, 0.106),
    ]);
  });

  it('lights the stone that it is about, or any where it names none, but never one that lies elsewhere', () => {
    const rows = Uint32Array.of(0, 1);
    const stone = {
      state: Uint8Array.of(0, 0),
      x: Uint16Array.of(0.2 * quantum, 0.8 * quantum),
      y: Uint16Array.of(0.2 * quantum, 0.8 * quantum),
    };
    const low = { kind: 'box', signifier: 'board', x: [0, 0.5], y: [0, 0.5] } as const;
    expect([...lyingIn('now', stone, rows, [low])]).toEqual([0]);
    expect([...lyingIn('now', stone, rows, [{ ...low, stone: 'now' }])]).toEqual([0]);
    expect([...lyingIn('now', stone, rows, [{ ...low, stone: 'before' }])]).toEqual([]);
  });
});
