import { expect, it } from 'vitest';
import { isoWeek, weeksFrom } from '../../triads/columns/weeks.ts';
import { movedBetween } from '../../triads/patterns/moved.ts';
import { seeded } from '../seeded.ts';

it('says what share would have to lie elsewhere, and which parts gained and lost most', () => {
  expect(movedBetween([40, 40, 20], [20, 20, 10])).toMatchObject({ share: 0 });
  expect(movedBetween([10, 0, 0], [0, 0, 4])).toMatchObject({ share: 1, most: 2, least: 0 });
  // 60, 30, 10 of a hundred, then 30, 35, 35.
  const moved = movedBetween([60, 30, 10], [30, 35, 35]);
  expect(moved?.share).toBeCloseTo(0.3, 12);
  expect(moved).toMatchObject({ most: 2, least: 0 });
  expect(movedBetween([0, 0], [3, 4])).toBeNull();
  expect(() => movedBetween([1], [1, 2])).toThrow(RangeError);
});

it('what chance shows is the mean over divisions of the same stories', () => {
  const random = seeded(5);
  for (const [n, m] of [
    [240, 280],
    [30, 90],
    [12, 9],
  ] as const) {
    // Parts of 40, 25, 15, 10 and 10 in a hundred, dealt out again and again.
    const stories = Array.from({ length: n + m }, (_, nth) => [0, 0, 0, 0, 1, 1, 1, 2, 3, 4][nth % 10] ?? 0);
    let sum = 0;
    let chance = 0;
    const deals = 2000;
    for (let deal = 0; deal < deals; deal++) {
      for (let last = stories.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        [stories[last], stories[other]] = [stories[other] ?? 0, stories[last] ?? 0];
      }
      const counts = (of: number[]) => [0, 1, 2, 3, 4].map((part) => of.filter((one) => one === part).length);
      const moved = movedBetween(counts(stories.slice(0, n)), counts(stories.slice(n)));
      sum += moved?.share ?? 0;
      chance = moved?.byChance ?? 0;
    }
    expect(Math.abs(chance / (sum / deals) - 1)).toBeLessThan(0.05);
  }
});

it('weeks follow each other through a year of 53 and one of 52', () => {
  expect(weeksFrom('2026-W52', '2027-W02')).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
  expect(weeksFrom('2025-W52', '2026-W01')).toEqual(['2025-W52', '2026-W01']);
  expect(weeksFrom('2026-W10', '2026-W10')).toEqual(['2026-W10']);
  expect(weeksFrom('2026-W11', '2026-W10')).toEqual([]);
  const all = weeksFrom('2020-W01', '2030-W52');
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(Array.from({ length: all.length }, (_, nth) => isoWeek(new Date(Date.UTC(2019, 11, 30 + nth * 7)))));
});
