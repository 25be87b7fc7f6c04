/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Collection } from '../../server/contract/collections.ts';
import { ArrowReader } from '../../triads/columns/arrow.ts';
import type { Columns } from '../../triads/columns/columns.ts';
import { stateCounts } from '../../triads/patterns/rows.ts';
import { readClauses } from '../../triads/selection/written.ts';
import { naiveRows } from '../triads/selecting-naively.ts';
import { faultsOf } from './looking.ts';
import { phone, type ServedHouse, servedHouse, signIn } from './pages.ts';

/** The demonstration on a board, and what the API says of it. */
async function board(served: ServedHouse, options?: typeof phone) {
  const { house, address } = served;
  const pulse = await house.collections.bySlug('ccpl-pulse');
  if (!pulse) throw new Error('the demonstration is not there');
  const opened = await signIn(served, 'rosa@demonstration.invalid', options);
  const { page } = opened;
  const about = await (await page.request.get(`${address}/api/v1/collections/${pulse.id}`)).json();
  const reader = new ArrowReader(about.signifiers);
  reader.push(await (await page.request.get(`${address}/api/v1/collections/${pulse.id}/patterns`)).body());
  const path = `${address}/explore/${pulse.id}`;
  await page.goto(path);
  await page.locator('[data-plot]').first().waitFor();
  return { ...opened, path, about, columns: reader.end() };
}
type About = Pick<Collection, 'waves' | 'signifiers'>;

const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const plot = (page: Page, key: string) => page.locator(`[data-plot="${key}"]`);
const chip = (page: Page, words: RegExp) => page.getByRole('button', { name: words });

/** Waits for the address to choose something, then holds every number on the board against a recount, row by row. */
async function agrees(page: Page, columns: Columns, about: About, chosen: RegExp): Promise<void> {
  await expect.poll(() => query(page), { timeout: 15_000 }).toMatch(chosen);
  const waves = about.waves.map(({ key }) => key);
  const rows = naiveRows(columns, readClauses(new URL(page.url()).searchParams, about.signifiers, waves));
  const expected = new Map(
    [...columns.triads, ...columns.dyads, ...columns.stones].map(([key, { state }]) => [key, `${stateCounts(state, rows).placed}`]),
  );
  const shown = () =>
    page
      .locator('[data-plot]')
      .evaluateAll((cards) => cards.map((card) => [card.getAttribute('data-plot'), card.getAttribute('data-chosen')]));
  await expect.poll(shown, { timeout: 15_000 }).toEqual(expect.arrayContaining([...expected]));
  expect(await page.locator('[data-chosen][data-total]').first().getAttribute('data-chosen')).toBe(`${rows.length}`);
}

/** A drag over part of a plot, each end as shares of its width and height. */
async function dragged(page: Page, key: string, from: readonly number[], to: readonly number[]): Promise<void> {
  const box = await plot(page, key).locator('svg[role="img"]').boundingBox();
  if (!box) throw new Error(`${key} is not on the page`);
  const at = ([x = 0, y = 0]: readonly number[]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([to[0] ?? 0, from[1] ?? 0]), { steps: 4 });
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

/** Where everything stands on the page that can be touched on the board, but what is chosen itself. */
function standing(page: Page): Promise<string[]> {
  return page.locator('[aria-label="What is chosen"] button:not(.chip *), [data-plot]').evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      const name = one.getAttribute('data-plot') ?? one.getAttribute('aria-label') ?? one.textContent;
      return [name, ...[x + scrollX, y + scrollY, width, height].map(Math.round)].join(' ');
    }),
  );
}

/** The plots on whose parts Tab comes to stand, once round the page. */
async function reachedByTab(page: Page): Promise<string[]> {
  const reached = new Set<string>();
  await page.locator('body').focus();
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() =>
      document.activeElement?.matches('[role="listbox"]') ? document.activeElement.closest('[data-plot]')?.getAttribute('data-plot') : null,
    );
    if (at) reached.add(at);
  }
  return [...reached].sort();
}

it('stories are chosen by pointer, by keys and by finger, and every plot answers as a recount of the rows says', async () => {
  const served = await servedHouse();
  const { page, path, about, columns, errors } = await board(served);

  // By pointer: a range, beside it another, a lasso; turned round; any of them. The plots stay where they are.
  const unmoved = await plot(page, 'focus').boundingBox();
  await dragged(page, 'decisions', [0.02, 0.3], [0.3, 0.5]);
  await agrees(page, columns, about, /on\.decisions=0\.0\d~0\.\d+$/);
  await page.keyboard.down('Shift');
  await dragged(page, 'decisions', [0.8, 0.3], [0.99, 0.5]);
  await page.keyboard.up('Shift');
  await agrees(page, columns, about, /on\.decisions=0\.0\d~0\.\d+~~0\.\d+~(0\.9\d|1)$/);
  await dragged(page, 'focus', [0.3, 0.3], [0.7, 0.75]);
  await agrees(page, columns, about, /on\.focus=area:/);
  // A straight stroke goes round nothing, and takes nothing away.
  const drawn = query(page);
  await dragged(page, 'focus', [0.3, 0.5], [0.7, 0.5]);
  expect(query(page)).toBe(drawn);
  await chip(page, /^Turn round: Decisions were made/).click();
  await agrees(page, columns, about, /on\.decisions=!0\.0\d~/);
  await page.getByRole('button', { name: 'Any of these' }).click();
  await agrees(page, columns, about, /any=on\.decisions=!/);
  await page.locator('[data-facet="region.midlands"]').click();
  await agrees(page, columns, about, /on\.region=midlands/);
  expect(query(page)).toMatch(/^\?any=/);
  expect(await plot(page, 'focus').boundingBox()).toEqual(unmoved);

  // Undo is going back, redo going forward; what is open stays open.
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => !location.search.includes('midlands'));
  await page.goBack();
  await agrees(page, columns, about, /^\?on\.decisions=!/);
  await page.getByRole('button', { name: 'Redo' }).click();
  await agrees(page, columns, about, /any=/);
  await page.keyboard.press('Control+Shift+z');
  await agrees(page, columns, about, /on\.region=midlands/);
  await page.getByRole('button', { name: 'Action focused on…: table' }).click();
  await page.getByRole('dialog').locator('[data-part="top"]').waitFor();
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => !location.search.includes('midlands'));
  expect(query(page)).toContain('plot=focus&as=table');
  await page.keyboard.press('Escape');
  const kept = query(page);
  await page.reload();
  await agrees(page, columns, about, /any=on\.decisions=!/);
  expect(query(page)).toBe(kept);
  // A reload forgets no step, back or ahead.
  await page.getByRole('button', { name: 'Undo' }).click();
  await agrees(page, columns, about, /^\?on\.decisions=!/);
  await page.reload();
  await page.getByRole('button', { name: 'Redo' }).click();
  await agrees(page, columns, about, /any=on\.decisions=!/);
  await page.getByRole('button', { name: 'All of these' }).click();

  // Lassos on stones and rectangles on both; undone as anything else.
  await dragged(page, 'weighing', [0.3, 0.2], [0.75, 0.7]);
  await agrees(page, columns, about, /on\.weighing=area:/);
  await chip(page, /^Remove: Effort and risk: a stone drawn round/).waitFor();
  await page.getByRole('button', { name: 'Rectangles' }).click();
  await dragged(page, 'weighing', [0.3, 0.2], [0.75, 0.7]);
  await agrees(page, columns, about, /on\.weighing=0\.\d+~0\.\d+,0\.\d+~0\.\d+/);
  await dragged(page, 'focus', [0.3, 0.3], [0.7, 0.75]);
  await agrees(page, columns, about, /on\.focus=area:(-?[\d.]+,-?[\d.]+~?){4}(&|$)/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(() => !/focus=area:([^~]*~){3}[^~]*(&|$)/.test(location.search));

  // By keys: bars, zones, cells, squares; chips taken away one by one, with somewhere to go on.
  await page.goto(path);
  await plot(page, 'focus').waitFor();
  expect(await reachedByTab(page)).toEqual([...columns.triads.keys(), ...columns.dyads.keys(), ...columns.stones.keys()].sort());
  await plot(page, 'decisions').getByRole('listbox').focus();
  await page.keyboard.press('Home');
  expect(
    await page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')?.textContent),
  ).toMatch(/Arrows go between parts, Enter chooses,.*Delete takes away/);
  expect(await page.locator('.bubble b').textContent()).toMatch(
    /^95 to 100 % through a clear process or structure|^over 95 % through a clear/,
  );
  await page.keyboard.press('Enter');
  await agrees(page, columns, about, /on\.decisions=0~0\.05$/);
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight');
  await agrees(page, columns, about, /on\.decisions=0~0\.2$/);
  await plot(page, 'focus').getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  await agrees(page, columns, about, /on\.focus=zone:top$/);
  await page.keyboard.press('Shift+ArrowDown');
  await agrees(page, columns, about, /on\.focus=zone:top,/);
  await page.keyboard.press('+');
  await page.keyboard.press('Enter');
  await agrees(page, columns, about, /on\.focus=area:(0\.?\d*,0\.?\d*~?){3}$/);
  await page.getByRole('button', { name: 'Rectangles' }).press('Enter');
  await plot(page, 'focus').getByRole('listbox').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await agrees(page, columns, about, /on\.focus=area:(0\.?\d*,0\.?\d*~?){4}$/);
  await plot(page, 'weighing').getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  await agrees(page, columns, about, /on\.weighing=0~0\.5,0\.5~1/);
  await chip(page, /^Remove: Action focused on/).focus();
  await page.keyboard.press('Delete');
  await page.waitForFunction(() => !location.search.includes('focus'));
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Remove: Effort and risk/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.search === '');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Undo');

  // Every plot says what it shows, also choices; all triads in one view.
  await page.goto(`${path}?on.region=midlands`);
  await page.getByRole('button', { name: 'In words' }).click();
  await plot(page, 'focus')
    .getByText(/^Of \d+ stories placed( or chosen in words)?, the largest group is at/)
    .waitFor();
  await page.getByText(/^Of 131 stories that answered, the largest group says “Positive”/).waitFor();
  await page.getByLabel('Triads as').selectOption('points');
  await page.waitForFunction(() => location.search.includes('triads=points'));
  expect(await plot(page, 'focus').getByRole('img').getAttribute('aria-label')).toMatch(
    /^One point a story\. Of the stories chosen: Of \d+ stories placed/,
  );
  expect((await faultsOf(page)).filter((fault) => !fault.startsWith('a target'))).toEqual([]);
  expect(errors).toEqual([]);
}, 240_000);

it('a finger scrolls the board until it is told to draw; every control is large enough', async () => {
  const served = await servedHouse();
  const { page, about, columns, context, errors } = await board(served, phone);
  // A hand touches what was painted last, and rests before it lifts: right after a flick Chromium at times makes no tap of a touch.
  const painted = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const hand = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints });
  const tapAt = async (point: { x: number; y: number }) => {
    await touch('touchStart', point);
    await touch('touchEnd');
  };
  const tap = async (name: string) => {
    const button = page.getByRole('button', { name });
    await button.scrollIntoViewIfNeeded();
    await painted();
    const box = await button.boundingBox();
    if (!box) throw new Error(`“${name}” is not on the page`);
    await tapAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  };
  const swipe = async (key: string, from: readonly number[], to: readonly number[]) => {
    await plot(page, key).scrollIntoViewIfNeeded();
    await painted();
    const box = await plot(page, key).locator('svg[role="img"]').boundingBox();
    if (!box) throw new Error(`${key} is not on the page`);
    const point = (share: number) => ({
      x: box.x + ((from[0] ?? 0) + share * ((to[0] ?? 0) - (from[0] ?? 0))) * box.width,
      y: box.y + ((from[1] ?? 0) + share * ((to[1] ?? 0) - (from[1] ?? 0))) * box.height,
    });
    await touch('touchStart', point(0));
    for (const share of [0.25, 0.5, 0.75, 1, 1, 1]) {
      await touch('touchMove', point(share));
      await painted();
    }
    await touch('touchEnd');
  };
  await swipe('decisions', [0.5, 0.8], [0.5, 0.1]);
  expect(query(page)).toBe('');
  await tap('Draw by finger');
  await page.getByRole('button', { name: 'Draw by finger', pressed: true }).waitFor();
  const before = await standing(page);
  await swipe('decisions', [0.1, 0.4], [0.4, 0.4]);
  await agrees(page, columns, about, /on\.decisions=0\.[01]\d?~0\.[34]\d?$/);
  // Nothing else that can be touched moved because of that: one tap is enough.
  expect(await standing(page)).toEqual(before);
  await tap('Rectangles');
  await page.getByRole('button', { name: 'Rectangles', pressed: true }).waitFor();
  await swipe('weighing', [0.2, 0.2], [0.7, 0.7]);
  await agrees(page, columns, about, /on\.weighing=0\.\d+~0\.\d+,0\.\d+~0\.\d+/);
  await plot(page, 'focus').scrollIntoViewIfNeeded();
  const spot = await plot(page, 'focus')
    .locator('svg[role="img"]')
    .evaluate((surface) => {
      const [x = 0, y = 0, side = 0] = (surface as SVGElement).dataset.triangle?.split(' ').map(Number) ?? [];
      const box = surface.getBoundingClientRect();
      return { x: box.x + x + side / 2, y: box.y + y - side * 0.75 };
    });
  await tapAt(spot);
  await agrees(page, columns, about, /on\.focus=zone:top$/);
  await tap('Undo');
  await page.waitForFunction(() => !location.search.includes('focus'));
  expect(await faultsOf(page)).toEqual([]);

  // The head leaves room for the plots; the stories are a touch away, and each is found where it was left.
  expect((await page.locator('header').first().boundingBox())?.height).toBeLessThanOrEqual(110);
  const at = (top: number) => page.waitForFunction((y) => Math.abs(scrollY - y) < 2, top);
  await page.evaluate(() => scrollTo(0, 400));
  await at(400);
  await page.getByRole('button', { name: /^\d+ stories Read them/ }).tap();
  await page.getByRole('feed', { name: 'Stories' }).waitFor();
  await page.getByRole('group', { name: 'What is chosen' }).waitFor({ state: 'hidden' });
  await at(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.evaluate(() => scrollTo(0, 900));
  await at(900);
  await page.goBack();
  await page.getByRole('group', { name: 'What is chosen' }).waitFor();
  await at(400);
  await page.goForward();
  await at(900);
  await page.getByRole('button', { name: /Back to the plots/ }).tap();
  await page.waitForFunction(() => !location.search.includes('reading'));
  await at(400);
  expect(errors).toEqual([]);
}, 180_000);
