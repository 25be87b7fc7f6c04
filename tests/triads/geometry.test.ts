import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositionOf } from '../../triads/geometry/chosen.ts';
import { composition, nearestComposition, renormalise } from '../../triads/geometry/composition.ts';
import { type Composition, type Corner, corners, planePoint, screenPoint } from '../../triads/geometry/coordinates.ts';
import { type Arrow, isArrow, step } from '../../triads/geometry/keyboard.ts';
import { closeToComposition, fromPlane, toPlane } from '../../triads/geometry/plane.ts';
import { asShown, asStored, cornerAt, type Rotation } from '../../triads/geometry/rotation.ts';
import { fromScreen, toScreen, triangleIn } from '../../triads/geometry/screen.ts';

const compositions = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => composition(Math.min(a, b), Math.abs(a - b), 1 - Math.max(a, b)));
const anyPoint = fc
  .tuple(fc.double({ min: -3, max: 4, noNaN: true }), fc.double({ min: -3, max: 4, noNaN: true }))
  .map(([x, y]) => planePoint(x, y));
const rotations = fc.constantFrom<Rotation>(0, 1, 2);

function near(actual: Composition, expected: readonly number[]): void {
  for (const [index, share] of expected.entries()) expect(actual[index]).toBeCloseTo(share, 12);
}

describe('a composition', () => {
  it('keeps shares as they are', () => expect([...composition(0.2, 0.3, 0.5)]).toEqual([0.2, 0.3, 0.5]));

  it.each([
    [0.5, 0.5, 0.1],
    [-0.1, 0.6, 0.5],
    [1.1, -0.1, 0],
    [Number.NaN, 0.5, 0.5],
    [0, 0, 0],
  ])('refuses %d, %d, %d', (top, left, right) => expect(() => composition(top, left, right)).toThrow(RangeError));

  it('is made of percent, counts, huge and tiny amounts', () => {
    near(renormalise(20, 30, 50), [0.2, 0.3, 0.5]);
    near(renormalise(1e308, 1e308, 0), [0.5, 0.5, 0]);
    near(renormalise(5e-324, 0, 0), [1, 0, 0]);
  });

  it.each([
    [0, 0, 0],
    [1, -1, 1],
    [Infinity, 1, 1],
    [1, Number.NaN, 1],
  ])('cannot be made of amounts %d, %d, %d', (top, left, right) => expect(() => renormalise(top, left, right)).toThrow(RangeError));
});

describe('the plane', () => {
  it('has the corners where SenseMaker has them', () => {
    expect(toPlane(composition(0, 1, 0))).toEqual({ x: 0, y: 0 });
    expect(toPlane(composition(0, 0, 1))).toEqual({ x: 1, y: 0 });
    const top = toPlane(composition(1, 0, 0));
    expect(top.x).toBe(0.5);
    expect(top.y).toBeCloseTo(0.8660254038, 10);
  });

  it('agrees with the point d3-ternary 3.0.9 draws for top .2, left .3, right .5', () => {
    // d3-ternary: circumradius 1 around (0, 0), y downwards; its side is √3 and its centre ours at (1/2, √3/6).
    const { x, y } = toPlane(composition(0.2, 0.3, 0.5));
    expect((x - 0.5) * Math.sqrt(3)).toBeCloseTo(0.17320508, 8);
    expect(-(y - Math.sqrt(3) / 6) * Math.sqrt(3)).toBeCloseTo(0.2, 8);
  });

  it('gives back the composition of every point of the triangle', () => {
    fc.assert(fc.property(compositions, (shares) => near(fromPlane(toPlane(shares)), shares)));
  });

  it('refuses points outside the triangle', () => {
    expect(() => fromPlane(planePoint(0.5, -0.01))).toThrow(RangeError);
    expect(() => fromPlane(planePoint(0, 0.5))).toThrow(RangeError);
    expect(() => fromPlane(planePoint(Number.NaN, 0))).toThrow(RangeError);
  });

  it('clamps a point below the base straight up, and one beyond a corner to the corner', () => {
    near(closeToComposition(planePoint(0.3, -2)), [0, 0.7, 0.3]);
    near(closeToComposition(planePoint(-1, -0.1)), [0, 1, 0]);
    near(closeToComposition(planePoint(2, 0)), [0, 0, 1]);
    near(closeToComposition(planePoint(0.5, 9)), [1, 0, 0]);
    expect(() => closeToComposition(planePoint(Infinity, 0))).toThrow(RangeError);
  });

  it('clamps to a point that no other point of the triangle beats', () => {
    fc.assert(
      fc.property(anyPoint, compositions, (point, other) => {
        const clamped = closeToComposition(point);
        const distance = (shares: Composition) => Math.hypot(toPlane(shares).x - point.x, toPlane(shares).y - point.y);
        expect(() => composition(...(clamped as unknown as [number, number, number]))).not.toThrow();
        expect(distance(clamped)).toBeLessThanOrEqual(distance(other) + 1e-9);
      }),
    );
  });

  it('leaves a composition that is one as it is', () => near(nearestComposition(1 / 3, 1 / 3, 1 / 3), [1 / 3, 1 / 3, 1 / 3]));
});

describe('the screen', () => {
  it('draws the triangle as large as the box allows, in its middle, the top up', () => {
    const triangle = triangleIn({ width: 220, height: 400, padding: 10 });
    expect(triangle.side).toBe(200);
    const top = toScreen(toPlane(composition(1, 0, 0)), triangle);
    const left = toScreen(toPlane(composition(0, 1, 0)), triangle);
    expect(top.x).toBe(110);
    expect(left.x).toBe(10);
    expect((top.y + left.y) / 2).toBeCloseTo(200, 10);
    expect(top.y).toBeLessThan(left.y);
  });

  it('is bound by the height of a wide box', () => {
    expect(triangleIn({ width: 1000, height: 120 * Math.sqrt(3) + 20, padding: 10 }).side).toBeCloseTo(240, 10);
  });

  it('leads back to the plane', () => {
    const triangle = triangleIn({ width: 300, height: 280, padding: 12 });
    fc.assert(
      fc.property(anyPoint, (point) => {
        const back = fromScreen(toScreen(point, triangle), triangle);
        expect(back.x).toBeCloseTo(point.x, 10);
        expect(back.y).toBeCloseTo(point.y, 10);
      }),
    );
    expect(toScreen(fromScreen(screenPoint(7, 9), triangle), triangle).x).toBeCloseTo(7, 10);
  });

  it('refuses a box without room', () => expect(() => triangleIn({ width: 20, height: 20, padding: 10 })).toThrow(RangeError));
});

describe('the arrow keys', () => {
  const start = composition(0.4, 0.3, 0.3);

  it.each<[Arrow, number, number]>([
    ['ArrowUp', 0, 1],
    ['ArrowDown', 0, -1],
    ['ArrowLeft', -1, 0],
    ['ArrowRight', 1, 0],
  ])('%s moves the way it points', (arrow, x, y) => {
    const from = toPlane(start);
    const to = toPlane(step(start, arrow, 'coarse'));
    expect(to.x - from.x).toBeCloseTo(x * 0.05, 12);
    expect(to.y - from.y).toBeCloseTo((y * 0.05 * Math.sqrt(3)) / 2, 12);
  });

  it('take a coarse step of 5 % and a fine one of 1 %', () => {
    near(step(start, 'ArrowUp', 'coarse'), [0.45, 0.275, 0.275]);
    near(step(start, 'ArrowRight', 'fine'), [0.4, 0.29, 0.31]);
  });

  it('stay at a corner they point to, and slide along an edge', () => {
    near(step(composition(1, 0, 0), 'ArrowUp', 'coarse'), [1, 0, 0]);
    near(step(composition(0, 0, 1), 'ArrowRight', 'coarse'), [0, 0, 1]);
    near(step(composition(0, 0.5, 0.5), 'ArrowDown', 'coarse'), [0, 0.5, 0.5]);
    near(step(composition(0.5, 0.5, 0), 'ArrowLeft', 'coarse'), [0.475, 0.525, 0]);
  });

  it('never leave the triangle', () => {
    const presses = fc.array(fc.tuple(fc.constantFrom<Arrow>('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'), fc.boolean()));
    fc.assert(
      fc.property(compositions, presses, (from, pressed) => {
        const end = pressed.reduce((at, [arrow, fine]) => step(at, arrow, fine ? 'fine' : 'coarse'), from);
        expect(() => composition(...(end as unknown as [number, number, number]))).not.toThrow();
      }),
    );
  });

  it('are the only keys that move', () => {
    expect(isArrow('ArrowUp')).toBe(true);
    expect(isArrow('Enter')).toBe(false);
    expect(isArrow('toString')).toBe(false);
  });
});

describe('rotated corners', () => {
  it('show corner (i + r) mod 3 at position i', () => {
    expect(corners.map((position) => cornerAt(position, 1))).toEqual(['left', 'right', 'top']);
    expect([...asShown(composition(0.2, 0.3, 0.5), 1)]).toEqual([0.3, 0.5, 0.2]);
    expect([...asShown(composition(0.2, 0.3, 0.5), 2)]).toEqual([0.5, 0.2, 0.3]);
  });

  it('are stored as the framework has them', () => {
    fc.assert(
      fc.property(compositions, rotations, (stored, rotation) => {
        expect([...asStored(asShown(stored, rotation), rotation)]).toEqual([...stored]);
      }),
    );
  });
});

describe('choosing words', () => {
  it.each<[Corner[], number[]]>([
    [['top'], [0.8, 0.1, 0.1]],
    [['right'], [0.1, 0.1, 0.8]],
    [
      ['top', 'left'],
      [0.45, 0.45, 0.1],
    ],
    [
      ['right', 'left'],
      [0.1, 0.45, 0.45],
    ],
    [
      ['top', 'left', 'right'],
      [1 / 3, 1 / 3, 1 / 3],
    ],
  ])('%j stands for %j', (chosen, shares) => expect([...compositionOf(new Set(chosen))]).toEqual(shares));

  it('needs at least one corner', () => expect(() => compositionOf(new Set())).toThrow(RangeError));
});
