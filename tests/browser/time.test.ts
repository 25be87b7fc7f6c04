/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { anotherOf, opened } from './fixed.ts';
import { faultsOf } from './looking.ts';
import { phone } from './pages.ts';

it('a board over time: the path of centres, the weeks under a slider, and what moved most; boards of no story and of one', async () => {
  const { served, page, errors, path } = await opened();
  await page.goto(path);
  await page.getByRole('button', { name: 'Over time' }).click();
  expect(new URL(page.url()).searchParams.get('view')).toBe('time');
  const says = page.locator('[data-window]');
  expect(await says.textContent()).toContain('All 32 weeks, 80 stories');

  // The centres of the fixed stories lie where they were put, numbered in order of time.
  const step = (wave: string) => page.locator(`.path [data-step="${wave}"]`);
  await step('autumn').waitFor();
  const shares = (wave: string) =>
    step(wave).evaluate((mark) => {
      const [x = 0, y = 0, side = 1] = (mark.closest('[data-triangle]') as SVGElement).dataset.triangle?.split(' ').map(Number) ?? [];
      const top = (y - Number(mark.getAttribute('cy'))) / ((side * Math.sqrt(3)) / 2);
      return [top, (Number(mark.getAttribute('cx')) - x) / side - top / 2];
    });
  const [[springTop = 0, springRight = 0], [autumnTop = 0, autumnRight = 0]] = [await shares('spring'), await shares('autumn')];
  for (const [found, known] of [
    [springTop, 0.2],
    [springRight, 0.5],
    [autumnTop, 0.6],
    [autumnRight, 0.1],
  ] as const)
    expect(Math.abs(found - known)).toBeLessThan(0.02);

  // What moved most leads to its plot; nobody was asked to place `impact`.
  const moved = page.locator('[data-moved]');
  const first = await moved.evaluateAll((lines) => lines.slice(0, 2).map((line) => (line as HTMLElement).dataset.moved));
  expect(first).toEqual(expect.arrayContaining([expect.stringMatching(/changes|decisions|feeling/)]));
  expect(await page.locator('[data-moved="changes"]').getAttribute('data-share')).toBe('1.000');
  expect(await page.locator('[data-moved="focus"]').getAttribute('data-share')).toBe('0.000');
  expect(await page.locator('[data-moved="impact"]').textContent()).toContain('Too few to compare');
  await page.locator('[data-moved="decisions"] a').click();
  const medians = page.locator('.path [data-median]');
  await medians.first().waitFor();
  expect(await medians.evaluateAll((marks) => marks.map((mark) => (mark as SVGElement).dataset.median))).toEqual(['0.200', '0.800']);
  expect(new URL(page.url()).searchParams.get('over')).toBe('decisions');

  // A pattern at two ends has no centre, so no path: it says so, and offers the zones.
  await page.locator('[data-moved="focus"] a').click();
  await page.getByText('There is no path: fewer than two waves have a centre.').waitFor();
  expect(await page.locator('[data-without-centre]').count()).toBe(2);
  await page.getByRole('button', { name: 'Show the zones' }).click();
  await page.locator('.each svg text', { hasText: '50 %' }).first().waitFor();

  // The slider goes by keys; its weeks are a clause like any other, and the few in them are said to be few.
  const slider = page.getByRole('slider', { name: 'Last week looked at' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => document.querySelector('[data-window]')?.getAttribute('data-window') === '2026-W37~2026-W40');
  expect(await says.textContent()).toContain('4 weeks up to 2026-W40, 30 stories');
  expect(await slider.getAttribute('aria-valuetext')).toBe('4 weeks up to 2026-W40, 30 stories');
  await page.getByLabel('Weeks at a time').selectOption('2');
  await page.waitForFunction(() => document.querySelector('[data-window]')?.getAttribute('data-stories') === '20');
  expect(await says.textContent()).toContain('So few that single stories move what is seen.');
  expect(new URL(page.url()).searchParams.get('weeks')).toBe('2026-W39~2026-W40');
  await page.keyboard.press('Tab');
  await page.getByText('20 of 80 stories').first().waitFor();
  await page.locator('[data-group="weeks"]').waitFor();
  expect(await page.locator('[data-group="weeks"] .counts').textContent()).toContain('20 placed');

  // At the first week there is no other before it; sliding on, the window is as wide as before.
  await slider.focus();
  await page.keyboard.press('Home');
  await page.waitForFunction(() => document.querySelector('[data-window]')?.getAttribute('data-window') === '2026-W10~2026-W10');
  expect(await page.getByLabel('Weeks at a time').inputValue()).toBe('2');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('[data-window]')?.getAttribute('data-window') === '2026-W10~2026-W11');
  await page.goto(`${path}?view=time&over=focus&weeks=2026-W39~2026-W40`);
  await page.locator('[data-window="2026-W39~2026-W40"]').waitFor();

  // Two stretches of weeks against each other: of the two before only one holds stories.
  await page.getByLabel('From', { exact: true }).selectOption('before');
  await page.getByLabel('To', { exact: true }).selectOption('weeks');
  await page.waitForFunction(() => document.querySelector('[data-moved="changes"]')?.textContent?.includes('10, then 20 answers'));

  // Another clause filters every plot but its own, and a reload shows the same.
  await page.goto(`${path}?view=time&on.region=midlands`);
  await page.locator('[data-moved="region"]').waitFor();
  expect(await page.locator('[data-moved="region"]').textContent()).toContain('40, then 39 answers');
  expect(await page.locator('[data-moved="changes"]').textContent()).toContain('Too few to compare');
  await page.getByRole('button', { name: 'Play' }).click();
  // However late a slow machine looks, it has gone on from there.
  await page.waitForFunction(() => (document.querySelector('[data-window]')?.getAttribute('data-window') ?? '') > '2026-W10~2026-W13');
  await page.getByRole('button', { name: 'Stop' }).click();

  for (const query of [
    'view=time',
    'view=time&over=weighing&weeks=2026-W10~2026-W13',
    'view=time&over=feeling',
    'view=time&over=focus&drawn=zones',
  ]) {
    for (const [viewport, colorScheme] of [
      [{ width: 1440, height: 900 }, 'light'],
      [phone.viewport, 'dark'],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(`${path}?${query}`);
      await page.locator('[data-moved]').first().waitFor();
      const faults = (await faultsOf(page)).filter((fault) => !fault.startsWith('a target'));
      expect([query, colorScheme, faults]).toEqual([query, colorScheme, []]);
    }
  }

  // A board of no story and one of a single one say what cannot be concluded, with nothing at fault.
  for (const [count, said] of [
    [0, 'No story has come in yet.'],
    [1, 'no triad has a centre below 30 placed'],
  ] as const) {
    await page.goto(await anotherOf(served, count));
    await page.getByText(said).waitFor();
    expect(await page.locator('[data-plot="changes"]').getAttribute('data-placed')).toBe(`${count}`);
    for (const viewport of [phone.viewport, { width: 1440, height: 900 }]) {
      await page.setViewportSize(viewport);
      const faults = (await faultsOf(page)).filter((fault) => !fault.startsWith('a target'));
      expect([count, viewport.width, faults]).toEqual([count, viewport.width, []]);
    }
  }
  expect(errors).toEqual([]);
}, 240_000);
