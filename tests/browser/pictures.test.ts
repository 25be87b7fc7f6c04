/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { opened } from './fixed.ts';
import { faultsOf } from './looking.ts';
import { phone, servedHouse, signIn } from './pages.ts';

/**
 * How dark each part of a plot is beside its darkest, from 0 to 9, in eight rows of eight over its own frame: coarse enough that neither fonts nor
 * how edges are smoothed on another machine change it by more than two.
 */
function grid(page: Page, nth: number): Promise<string[]> {
  return page
    .getByRole('dialog')
    .locator('canvas:first-of-type')
    .nth(nth)
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      // What is chosen lies on a layer of its own.
      const whole = new OffscreenCanvas(width, height).getContext('2d');
      for (const layer of canvas.parentElement?.querySelectorAll('canvas') ?? []) whole?.drawImage(layer, 0, 0);
      const pixels = whole?.getImageData(0, 0, width, height).data ?? [];
      const { triangle, canvas: square } = canvas.parentElement?.querySelector<SVGElement>('[data-triangle], [data-canvas]')?.dataset ?? {};
      const [x = 0, y = 0, side = 0] = triangle?.split(' ').map(Number) ?? [];
      const tall = (side * Math.sqrt(3)) / 2;
      const inSquare = square?.split(' ').map(Number) ?? [0, 0, width, height];
      const [left = 0, top = 0, wide = 1, high = 1] = triangle ? [x, y - tall, side, tall] : inSquare;
      const cells = Array.from({ length: 64 }, () => [0, 0] as [number, number]);
      for (let row = Math.ceil(top); row < top + high; row++) {
        for (let column = Math.ceil(left); column < left + wide; column++) {
          const at = 4 * (row * width + column);
          const light = (0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0)) / 255;
          const cell = cells[8 * Math.floor((8 * (row - top)) / high) + Math.floor((8 * (column - left)) / wide)];
          if (!cell) continue;
          cell[0] += ((pixels[at + 3] ?? 0) / 255) * (1 - light);
          cell[1]++;
        }
      }
      const dark = cells.map(([sum, of]) => sum / Math.max(1, of));
      const most = Math.max(...dark, 1e-9);
      return Array.from({ length: 8 }, (_, row) =>
        dark
          .slice(8 * row, 8 * row + 8)
          .map((one) => Math.round((9 * one) / most))
          .join(''),
      );
    });
}

/** Each view of the fixed stories, by its query and which of its canvases, as it was found right. */
const pictures: Record<string, [nth: number, picture: string]> = {
  'plot=changes&centre=no': [0, '00000000 00000000 00220000 00380000 00000000 00000000 00009300 00000000'],
  'plot=changes&as=hexagons': [0, '00000000 00000000 00180000 00390000 00110000 00004400 00009600 00005300'],
  'plot=changes&as=points': [0, '00000000 00000000 00110000 00080000 00000000 00000000 00009100 00000000'],
  'plot=changes&as=contours': [0, '00000000 00010000 00371000 00682000 00231000 00015300 00029600 00004300'],
  'plot=changes&as=groups': [1, '00000000 00000000 00220000 00490000 00000000 00000000 00000000 00000000'],
  'plot=changes&as=groups&how=overlaid': [0, '00000000 00000000 00110000 00060000 00000000 00000000 00009100 00000000'],
  'plot=changes&as=difference': [0, '00000000 00000000 00110000 00370000 00000000 00000000 00009300 00000000'],
  'plot=changes&on.region=midlands': [0, '00000000 00000000 00220000 00390000 00000000 00000000 00009300 00000000'],
  'plot=decisions&as=points': [0, '00000000 00000000 00000000 00000000 00000000 00000000 01000010 09000090'],
  'plot=weighing': [0, '00000000 00000000 00000000 00000000 00000000 00000000 00000090 00000000'],
  'plot=weighing&as=each': [1, '00000000 00000000 00000000 00000000 00000000 00000000 00000090 00000000'],
  'plot=weighing&as=squares': [1, '00000000 00000000 00000000 00000000 00000000 00000241 00000492 00000110'],
  'plot=weighing&as=groups': [1, '00000000 00000000 00000000 00000000 00000000 00000000 00000090 00000000'],
};

it('every view drawn on a canvas looks as it was found right', async () => {
  const { page, path, errors } = await opened();
  const found: [string, string][] = [];
  for (const [query, [nth]] of Object.entries(pictures)) {
    await page.goto(`${path}?${query}`);
    await page.getByRole('dialog').locator('canvas:first-of-type').nth(nth).waitFor();
    await page.evaluate(() => document.fonts.ready);
    found.push([query, (await grid(page, nth)).join(' ')]);
  }
  const far = found.filter(([query, picture]) => {
    const known = pictures[query]?.[1] ?? '';
    return known.length !== picture.length || [...known].some((digit, at) => Math.abs(Number(digit) - Number(picture[at])) > 2);
  });
  expect(far).toEqual([]);

  // The centre is switched on and off, and stays so from view to view.
  const dialog = page.getByRole('dialog');
  await page.goto(`${path}?plot=changes&as=contours&waves=spring`);
  await dialog.locator('[data-centre]').waitFor();
  await dialog.getByLabel('Draw the centre').uncheck();
  await dialog.locator('[data-centre]').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Points', exact: true }).click();
  expect(await dialog.locator('[data-centre]').count()).toBe(0);
  await dialog.getByLabel('Draw the centre').check();
  await dialog.getByRole('button', { name: 'Zones', exact: true }).click();
  await dialog.locator('[data-centre]').waitFor();
  expect(errors).toEqual([]);
}, 180_000);

it('a way round the demonstration points at what is there, goes by keys, can be left, and is offered plainly only once', async () => {
  const served = await servedHouse();
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  const collection = await served.house.collections.bySlug('ccpl-pulse');
  await page.goto(`${served.address}/explore/${collection?.id}`);
  await page.locator('[data-plot]').first().waitFor();
  // The whole board stands in one window.
  const below = await page
    .locator('[data-plot]')
    .evaluateAll((cards) => Math.max(...cards.map((card) => card.getBoundingClientRect().bottom)));
  expect(below).toBeLessThanOrEqual(900);
  const link = page.getByRole('link', { name: 'Show me round' });
  const isNew = () => link.evaluate((link) => link.classList.contains('isNew'));
  expect(await isNew()).toBe(true);
  await link.focus();
  await page.keyboard.press('Enter');
  const tour = page.getByRole('dialog', { name: 'These stories are invented' });
  await tour.waitFor();
  expect((await faultsOf(page)).filter((fault) => !fault.startsWith('a target'))).toEqual([]);
  for (let step = 2; step <= 6; step++) {
    await page.keyboard.press('ArrowRight');
    await page.locator(`.tour[data-step="${step}"]`).waitFor();
    // Each stop has a ring round something, and is itself within the window.
    await page.waitForFunction(() => (document.querySelector('.ring')?.getBoundingClientRect().width ?? 0) > 20);
    const box = await page.locator('.tour[role]').boundingBox();
    expect([step, box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1440 && box.y + box.height <= 900]).toEqual([step, true]);
  }
  await page.keyboard.press('Escape');
  await page.locator('.tour[role]').waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
  expect(await link.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.reload();
  await link.waitFor();
  expect(await isNew()).toBe(false);
  await page.setViewportSize(phone.viewport);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await link.click();
  await tour.waitFor();
  expect((await faultsOf(page)).filter((fault) => !fault.startsWith('a target'))).toEqual([]);
  expect(errors).toEqual([]);
}, 120_000);
