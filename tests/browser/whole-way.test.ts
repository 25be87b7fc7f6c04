/// <reference lib="dom" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { grant, post, signedIn } from '../fixtures.ts';
import { openPage, phone, type ServedHouse, servedHouse, signIn } from './pages.ts';
import { finger, send, type Telling, tellUntilReceipt } from './telling.ts';

const marker = 'heliotrope wheelbarrow';
const telling: Telling = {
  title: 'The wheelbarrow',
  text: `We argued about the ${marker} for an hour, and then the night team decided.`,
  choices: { feeling: 'Very negative', setting: 'Hospice', role: 'Senior clinician', region: 'Midlands' },
  spots: { decisions: [0.88, 0.5], changes: [0.4, 0.6] },
  reading: 'The study team may read my story',
  sharing: ['In workshops in my own region'],
};

const numberOf = (page: Page, attribute: string) => page.locator(`[${attribute}]`).first().getAttribute(attribute).then(Number);

async function totalOnBoard(page: Page): Promise<number> {
  await page.reload();
  await page.locator('[data-total]').waitFor();
  return numberOf(page, 'data-total');
}

function bytesOnDisk({ folder }: ServedHouse): string {
  return readdirSync(folder)
    .filter((file) => file.startsWith('storyfield.sqlite'))
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('');
}

async function exportByClick(page: Page): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Export \d+ stor/ }).click()]);
  return parse(readFileSync(await download.path(), 'utf8'), { columns: true, bom: true });
}

const holdsMarker = (rows: Record<string, string>[]) => rows.some((row) => JSON.stringify(row).includes(marker));

it('one story goes its whole way: told, stored, seen, read, released, exported, taken back', async () => {
  const served = await servedHouse();
  const { app, house, address, browser } = served;
  const collection = await house.collections.bySlug('ccpl-pulse');
  const at = `/collections/${collection?.id}`;

  const rosa = await signIn(served, 'rosa@demonstration.invalid');
  const len = await signIn(served, 'len@demonstration.invalid');
  await rosa.page.goto(`${address}/explore/${collection?.id}`);
  expect(await totalOnBoard(rosa.page)).toBe(520);
  await len.page.goto(`${address}/office/${collection?.id}/export`);
  const standing = len.page.locator('[data-standing="region"]');
  const [releasedBefore, waitingBefore] = await Promise.all(
    ['data-released', 'data-waiting'].map((name) => standing.getAttribute(name).then(Number)),
  );

  // Told: the receipt is shown before anything was sent.
  const teller = await openPage(browser, phone);
  await teller.page.goto(`${address}/c/ccpl-pulse`);
  const hand = finger(teller.page);
  const receipt = await tellUntilReceipt(teller.page, hand, telling);
  expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(teller.requests.filter((request) => request.method() === 'POST')).toEqual([]);
  expect((await post(app, '/receipt/open', { receipt })).statusCode).toBe(404);
  await send(teller.page, hand);
  expect((await teller.page.locator('[data-receipt]').innerText()).replace(/[^0-9A-Z]/g, '')).toBe(receipt);
  const [submission, ...others] = teller.requests.filter((request) => request.method() === 'POST');
  expect(others).toEqual([]);
  expect((await submission?.response())?.status()).toBe(201);
  for (const request of teller.requests) expect(request.url().startsWith(address) || request.url().startsWith('blob:')).toBe(true);

  // Stored: the receipt opens it, and a repeat makes no second one.
  const opened = (await post(app, '/receipt/open', { receipt })).json();
  expect(opened.words).toMatchObject({ title: telling.title, text: telling.text });
  expect(opened.answers.changes.by).toBe('touch');
  expect(opened.answers.decisions.right).toBeGreaterThan(0.85);
  expect(opened.consent.sort()).toEqual(['patterns', 'read', 'workshop-own']);
  const body = submission?.postDataJSON();
  const key = (await submission?.allHeaders())?.['idempotency-key'] ?? '';
  expect((await post(app, '/collections/ccpl-pulse/stories', body, { 'idempotency-key': key })).statusCode).toBe(200);

  // Seen and read: one more on the board; filters and an area of a plot lead to it.
  expect(await totalOnBoard(rosa.page)).toBe(521);
  for (const facet of ['region.midlands', 'feeling.very-negative', 'setting.hospice'])
    await rosa.page.locator(`[data-facet="${facet}"]`).click();
  const filtered = await numberOf(rosa.page, 'data-total').then(() =>
    rosa.page.locator('[data-total]').getAttribute('data-chosen').then(Number),
  );
  expect(filtered).toBeGreaterThan(0);
  expect(filtered).toBeLessThan(60);
  const plot = await rosa.page.locator('[data-plot="decisions"] svg').first().boundingBox();
  if (!plot) throw new Error('the decisions dyad is not on the board');
  await rosa.page.mouse.move(plot.x + plot.width * 0.8, plot.y + plot.height * 0.3);
  await rosa.page.mouse.down();
  await rosa.page.mouse.move(plot.x + plot.width * 0.99, plot.y + plot.height * 0.4, { steps: 6 });
  await rosa.page.mouse.up();

  const story = rosa.page.locator('[data-story]', { hasText: marker });
  await story.waitFor();
  const storyId = await story.getAttribute('data-story');
  const chosen = Number(await rosa.page.locator('[data-total]').getAttribute('data-chosen'));
  expect(chosen).toBeGreaterThan(0);
  expect(chosen).toBeLessThanOrEqual(filtered);
  const shares =
    (await rosa.page.locator('[data-plot]').evaluateAll((plots) => plots.map((plot) => Number((plot as HTMLElement).dataset.placed)))) ??
    [];
  expect(shares).toHaveLength(11);

  // Not yet released: neither the lead nor an export has it.
  await len.page.reload();
  await standing.waitFor();
  expect(Number(await standing.getAttribute('data-waiting'))).toBe((waitingBefore ?? 0) + 1);
  expect(Number(await standing.getAttribute('data-released'))).toBe(releasedBefore);
  expect(holdsMarker(await exportByClick(len.page))).toBe(false);
  const midlands = await signedIn(app, [grant('lead', null, 'midlands')]);
  const london = await signedIn(app, [grant('lead', null, 'london')]);
  const read = (headers: Record<string, string>) => app.inject({ url: `/api/v1${at}/stories/${storyId}`, headers });
  expect((await read(midlands)).statusCode).toBe(404);

  // Released by a person who has read it.
  await rosa.page.goto(`${address}/office/${collection?.id}/release`);
  await findInQueue(rosa.page);
  await rosa.page.getByRole('button', { name: 'Edit by hand' }).click();
  await rosa.page.getByRole('textbox', { name: 'Story' }).fill(`We argued about the ${marker}, and then the night team decided.`);
  const [decided] = await Promise.all([
    rosa.page.waitForResponse((response) => response.url().includes(`/reviews/${storyId}`)),
    rosa.page.getByRole('button', { name: 'Release', exact: true }).click(),
  ]);
  expect(decided.status()).toBe(200);
  expect((await read(midlands)).json()).toMatchObject({
    words: { text: `We argued about the ${marker}, and then the night team decided.` },
    answers: null,
  });
  expect((await read(london)).statusCode).toBe(404);

  // Exported by the lead of its region.
  await len.page.reload();
  await standing.waitFor();
  expect(Number(await standing.getAttribute('data-waiting'))).toBe(waitingBefore);
  expect(Number(await standing.getAttribute('data-released'))).toBe((releasedBefore ?? 0) + 1);
  const exported = await exportByClick(len.page);
  expect(holdsMarker(exported)).toBe(true);
  for (const row of exported)
    expect(Object.keys(row)).toEqual(['row', 'number', 'title', 'story', 'language', 'wave', 'about', 'note', 'use', 'export']);

  // Taken back with the receipt, in two taps.
  await teller.page.goto(`${address}/receipt`);
  await teller.page.getByLabel('The code of your story').fill(receipt.toLowerCase());
  await teller.page.getByRole('button', { name: 'Open my story' }).tap();
  await teller.page.getByText(marker).first().waitFor();
  expect(bytesOnDisk(served)).toContain(marker);
  await teller.page.getByRole('button', { name: 'Take my story back' }).tap();
  await teller.page.getByRole('button', { name: 'Yes, take it back and delete it' }).tap();
  await teller.page.getByRole('heading', { name: 'Your story has been taken back and deleted' }).waitFor();

  // Gone: from the plots, from reading, from exports made before and after, and from the database file.
  await rosa.page.goto(`${address}/explore/${collection?.id}`);
  expect(await totalOnBoard(rosa.page)).toBe(520);
  const researcher = await signedIn(app, [grant('researcher')]);
  for (const headers of [researcher, midlands, london]) expect((await read(headers)).statusCode).toBe(404);
  await len.page.reload();
  await len.page.locator('[data-recalled="1"]').waitFor();
  const again = await len.page.request.get(
    `${address}${await len.page
      .locator('[data-recalled="1"]')
      .getByRole('link', { name: /^Fetch export/ })
      .getAttribute('href')}`,
  );
  expect(await again.text()).not.toContain(marker);
  expect(holdsMarker(await exportByClick(len.page))).toBe(false);
  expect(bytesOnDisk(served)).not.toContain(marker);
  expect([...teller.errors, ...rosa.errors, ...len.errors]).toEqual([]);
}, 240_000);

/** Opens the marked story in the release queue, going through its pages. */
async function findInQueue(page: Page): Promise<void> {
  const entry = page.getByRole('navigation').getByRole('button', { name: telling.title });
  const more = page.getByRole('button', { name: 'More', exact: true });
  await page.getByRole('button', { name: 'Release', exact: true }).waitFor();
  for (let pages = 0; pages < 20 && !(await entry.count()); pages += 1) {
    const listed = page.getByRole('navigation').getByRole('listitem');
    const before = await listed.count();
    await more.click();
    await page.waitForFunction((before) => document.querySelectorAll('nav li').length > before, before);
  }
  await entry.click();
}
