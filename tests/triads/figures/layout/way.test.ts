import { expect, it } from 'vitest';
import { stepNumbers, stepRadius, wayHeads } from '../../../../triads/figures/layout/way.ts';
import { drawnFrom } from '../../columns-drawn.ts';

it('the numbers of steps that lie close together stand on no other number and on no mark, with a line where they stand away', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = drawnFrom(seed);
    const steps = Array.from({ length: 6 }, () => ({ x: 100 + random() * 14, y: 100 + random() * 14 }));
    const [numbers = []] = stepNumbers([steps]);
    expect(numbers).toHaveLength(6);
    for (const [nth, one] of numbers.entries()) {
      for (const other of numbers.slice(nth + 1)) expect(Math.abs(one.x - other.x) >= 13 || Math.abs(one.y - other.y) >= 15).toBe(true);
      for (const step of steps) expect(Math.hypot(one.x - step.x, one.y - step.y)).toBeGreaterThan(9);
      const step = steps[nth] ?? one;
      expect(one.leader !== null).toBe(Math.hypot(one.x - step.x, one.y - step.y) > 15);
    }
  }
});

it('a number far from other steps stands close to its own, and needs no line', () => {
  const [numbers = []] = stepNumbers([
    [
      { x: 20, y: 20 },
      { x: 120, y: 90 },
    ],
  ]);
  expect(numbers.map(({ leader }) => leader)).toEqual([null, null]);
});

it('the first and last step are larger than those between, and heads say where a way goes where there is room', () => {
  expect([stepRadius(0, 4) > stepRadius(1, 4), stepRadius(3, 4) > stepRadius(0, 4)]).toEqual([true, true]);
  const [[tip, back] = []] = wayHeads([
    { x: 0, y: 0 },
    { x: 60, y: 0 },
    { x: 70, y: 0 },
  ]);
  expect(tip?.x).toBeGreaterThan(back?.x ?? Number.POSITIVE_INFINITY);
  expect(wayHeads([{ x: 0, y: 0 }])).toEqual([]);
});
