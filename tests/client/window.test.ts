import { expect, it } from 'vitest';
import { shownPages } from '../../client/explore/reading/window.ts';

const total = ({ pages, below }: ReturnType<typeof shownPages>, heightOf: (page: number) => number) =>
  pages.reduce((sum, { page, above }) => sum + above + heightOf(page), below);

it('only what is in sight, its neighbours and what is kept are there, and the list is as high as all of it', () => {
  const shown = shownPages(5000, new Map([[0, 2000]]), { from: 100_000, to: 100_900 }, 7);
  expect(shown.pages.map(({ page }) => page)).toEqual([7, 49, 50, 51]);
  expect(total(shown, (page) => (page === 0 ? 2000 : shown.mean))).toBe(5000 * 2000);
});

it('what is not measured is as high as the others on the average', () => {
  const heights = new Map([
    [0, 1000],
    [1, 2000],
  ]);
  const shown = shownPages(10, heights, { from: 0, to: 900 }, null);
  expect(shown.mean).toBe(1500);
  expect(shown.pages.map(({ page }) => page)).toEqual([0, 1]);
  expect(shown.below).toBe(8 * 1500);
});

it('the longest list is no higher than browsers can lay out, and none has no page', () => {
  const shown = shownPages(1_000_000, new Map([[0, 2600]]), { from: 14_000_000, to: 14_000_900 }, null);
  expect(total(shown, (page) => (page === 0 ? 2600 : shown.mean))).toBeLessThan(16_000_000);
  expect(shown.pages.length).toBeGreaterThan(2);
  expect(shownPages(0, new Map(), { from: 0, to: 900 }, null).pages).toEqual([]);
});
