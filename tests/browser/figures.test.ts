/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { faultsOf } from './looking.ts';
import { phone, servedHouse, signIn } from './pages.ts';

/** Saves what is seen in one way. */
async function saved(page: Page, way: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.locator(`[data-way="${way}"]`).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

it('a plot and the board are taken out as picture, drawing, page and numbers, copied, and printed', async () => {
  const served = await servedHouse();
  const { page, context, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { collections } = (await (await context.request.get(`${served.address}/api/v1/collections`)).json()) as {
    collections: { id: string; slug: string }[];
  };
  const collection = collections.find(({ slug }) => slug.includes('pulse')) ?? collections[0];
  await page.goto(`${served.address}/explore/${collection?.id}?plot=decisions&as=ridges`);
  const dialog = page.getByRole('dialog');
  const opener = dialog.getByRole('button', { name: 'Take out' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-way'))).toBe('copy');
  await page.keyboard.press('Escape');
  expect([await dialog.isVisible(), await page.locator('[data-way]').count()]).toEqual([true, 0]);

  await page.goto(`${served.address}/explore/${collection?.id}?plot=decisions`);
  await opener.click();
  const day = new Date().toISOString().slice(0, 10);
  const png = await saved(page, 'png');
  expect(png.name).toBe(`${collection?.slug}-decisions-histogram-${day}.png`);
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * 1123, 2 * 794]);
  const csv = (await saved(page, 'csv')).bytes.toString('utf8');
  const [head, ...rows] = csv.trimEnd().split('\r\n');
  expect(head).toBe('\uFEFFfrom,to,placed');
  expect(rows).toHaveLength(25);
  expect((await saved(page, 'pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const svg = (await saved(page, 'svg')).bytes.toString('utf8');
  const texts = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    return [parsed.documentElement.localName, ...[...parsed.querySelectorAll('text')].map(({ textContent }) => textContent)];
  }, svg);
  expect(texts[0]).toBe('svg');
  expect(texts.join('|')).toMatch(/Invented data/);
  await page.locator('[data-way="copy"]').click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toContain('image/png');

  await page.evaluate(() => Reflect.deleteProperty(window, 'ClipboardItem'));
  await page.locator('[data-way="copy"]').click();
  await page.getByText('This browser lets no page copy pictures.').waitFor();
  await page.route('**/api/v1/figures/pdf', (route) => route.abort());
  await page.locator('[data-way="pdf"]').click();
  await page.getByText('The server did not answer.').waitFor();

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const printed = await page.pdf({ preferCSSPageSize: true });
  expect(printed.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null, colorScheme: null });

  // Of seven regions four lie over each other: numbers, sentences and the name of the file are of those four.
  await page.unroute('**/api/v1/figures/pdf');
  await page.goto(`${served.address}/explore/${collection?.id}?plot=changes&as=groups&by=region&how=overlaid`);
  await opener.click();
  const over = await saved(page, 'svg');
  expect(over.name).toBe(`${collection?.slug}-changes-compare-by-region-4-of-7-over-each-other-${day}.svg`);
  const drawn = over.bytes.toString('utf8');
  expect(drawn).not.toContain('Triangular bins.');
  expect(drawn).toContain('Not in this figure');
  const shown = [...drawn.matchAll(/\((\d+) placed\)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  expect(drawn.replaceAll('\u00a0', ' ')).toContain(`${shown} placed`);

  await page.goto(`${served.address}/explore/${collection?.id}`);
  await page.getByRole('button', { name: 'Take out' }).click();
  const board = (await saved(page, 'csv')).bytes.toString('utf8');
  expect(board).toMatch(/^\uFEFFplot,plot_label,kind,part_of,part,part_label,top,.*,group,count,share\r\n/);
  for (const kind of ['triad,bin', 'dyad,range', 'stones,square', 'choice,option']) expect(board).toContain(`,${kind},`);

  // Wherever its button stands, the menu lies within the window and over all else.
  const isWhole = () =>
    page.locator('.ways:popover-open').evaluate((menu) => {
      const { left, right, top, bottom } = menu.getBoundingClientRect();
      const ways = [...menu.querySelectorAll('[data-way]')].map((way) => way.getBoundingClientRect());
      const areOver = ways.every(({ x, y, height }) => menu.contains(document.elementFromPoint(x + 4, y + height / 2)));
      return ways.length === 5 && areOver && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
  expect(await isWhole()).toBe(true);
  await page.setViewportSize(phone.viewport);
  if (!(await page.getByRole('button', { name: 'Take out' }).isVisible())) await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('button', { name: 'Take out' }).click();
  await page.locator('[data-way="pdf"]').waitFor();
  expect(await isWhole()).toBe(true);
  expect((await faultsOf(page)).filter((fault) => !fault.startsWith('a target of'))).toEqual([]);
  expect(errors).toEqual([]);
});
