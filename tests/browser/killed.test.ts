/// <reference lib="dom" />
import type { FastifyRequest } from 'fastify';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { post } from '../fixtures.ts';
import { type Held, isSaved, moment, newPhone, type ShortHouse, shortHouse } from './phone.ts';
import { fillPage, finger, goOn, pageOf, receiptOn, send, type Telling, tellOnUntil } from './telling.ts';

const telling: Telling = {
  title: 'Obsidian kettle',
  text: 'A velvet gargoyle chaired the handover.',
  choices: { feeling: 'Positive', region: 'London' },
  reading: 'The study team may read my story',
  sharing: ['In reports and published data'],
};

/** The pages on which something is told, in their order. */
const pages = ['story', 'changes', 'decisions', 'weighing', 'feeling', 'wish', 'region', 'reading', 'sharing', 'check', 'receipt'];

const start = (page: Page) => goOn(page, finger(page).press, 'Start now');

/** The story is on the server, once, as it was told. */
async function isStoredOnce({ app, stories }: ShortHouse, receipt: string): Promise<void> {
  expect(await stories()).toBe(1);
  const opened = (await post(app, '/receipt/open', { receipt })).json();
  expect(opened.words).toMatchObject({ title: telling.title, text: telling.text });
  expect(Object.keys(opened.answers).sort()).toEqual(['changes', 'decisions', 'feeling', 'region', 'weighing']);
  expect(opened.consent.sort()).toEqual(['patterns', 'publish', 'read']);
}

it.each(pages)(
  'killed on the page "%s" once it said "saved": the same phone goes on there, and one story arrives',
  async (until) => {
    const house = await shortHouse();
    const phone = newPhone();
    const { page, kill } = await phone.open();
    await page.goto(house.form);
    await start(page);
    await tellOnUntil(page, finger(page), telling, until);
    await fillPage(page, finger(page), telling);
    await isSaved(page);
    await kill();

    const again = (await phone.open()).page;
    await again.goto(house.form);
    await again.getByRole('heading', { name: 'Continue your unfinished story?' }).waitFor();
    for (const word of ['gargoyle', 'Obsidian']) expect(await again.content()).not.toContain(word);
    await again.getByRole('button', { name: 'Continue my story' }).tap();
    await again.locator('[data-kept]').waitFor();
    expect(await pageOf(again)).toBe(until);
    const hand = finger(again);
    if (until !== 'receipt') await goOn(again, hand.press);
    await tellOnUntil(again, hand, telling, 'receipt');
    const receipt = await receiptOn(again);
    await send(again, hand);
    await isStoredOnce(house, receipt);
    await again.goto(house.form);
    await again.getByRole('button', { name: 'Start now' }).waitFor();
  },
  120_000,
);

/** Tells a story to the page with its receipt. */
async function toldUntilReceipt(house: ShortHouse): Promise<{ phone: ReturnType<typeof newPhone>; held: Held; receipt: string }> {
  const phone = newPhone();
  const held = await phone.open();
  await held.page.goto(house.form);
  await start(held.page);
  await tellOnUntil(held.page, finger(held.page), telling, 'receipt');
  await isSaved(held.page);
  return { phone, held, receipt: await receiptOn(held.page) };
}

/** Opens the same phone again, and does what a participant would to have the story arrive. */
async function complete(house: ShortHouse, phone: ReturnType<typeof newPhone>): Promise<void> {
  const { page } = await phone.open();
  await page.goto(house.form);
  await page.locator('[data-page="unfinished"], [data-outbox="sent"]').first().waitFor();
  if ((await pageOf(page)) === 'unfinished') {
    await page.getByRole('button', { name: 'Continue my story' }).tap();
    return send(page, finger(page));
  }
  await page.locator('[data-outbox="sent"]').waitFor();
}

const press = (page: Page) => page.getByRole('button', { name: 'Send my story' }).tap({ noWaitAfter: true });

it('killed as "Send" is pressed: one story arrives', async () => {
  const house = await shortHouse();
  const { phone, held, receipt } = await toldUntilReceipt(house);
  await press(held.page);
  await held.kill();
  await complete(house, phone);
  await isStoredOnce(house, receipt);
}, 120_000);

it('killed before the request leaves: one story arrives', async () => {
  const house = await shortHouse();
  const { phone, held, receipt } = await toldUntilReceipt(house);
  const leaving = new Promise<void>((resolve) => held.context.route('**/stories', () => resolve()));
  await press(held.page);
  await leaving;
  await held.kill();
  expect(await house.stories()).toBe(0);
  await complete(house, phone);
  await isStoredOnce(house, receipt);
}, 120_000);

it.each([
  ['while the request is on its way', 'preHandler', 0],
  ['after the server stored it, before the answer arrives', 'onSend', 1],
] as const)(
  'killed %s: one story arrives',
  async (_, point, storedByThen) => {
    const reached = moment();
    const killed = moment();
    const hold = async ({ method, url }: FastifyRequest) => {
      if (method !== 'POST' || !url.endsWith('/stories')) return;
      reached.resolve();
      await killed.promise;
    };
    const house = await shortHouse({
      prepare: (app) => (point === 'onSend' ? app.addHook('onSend', hold) : app.addHook('preHandler', hold)),
    });
    const { phone, held, receipt } = await toldUntilReceipt(house);
    await press(held.page);
    await reached.promise;
    expect(await house.stories()).toBe(storedByThen);
    await held.kill();
    killed.resolve();
    await complete(house, phone);
    await isStoredOnce(house, receipt);
  },
  120_000,
);

it('killed after the answer came, before the phone took it in: one story arrives', async () => {
  const house = await shortHouse();
  const { phone, held, receipt } = await toldUntilReceipt(house);
  const answered = new Promise<void>((resolve) => held.page.exposeFunction('answered', resolve));
  // The answer is there; the phone stops before it reads it.
  await held.page.evaluate(() => {
    Response.prototype.json = () => {
      (window as unknown as { answered(): void }).answered();
      return new Promise(() => {});
    };
  });
  await press(held.page);
  await answered;
  expect(await house.stories()).toBe(1);
  await held.kill();
  await complete(house, phone);
  await isStoredOnce(house, receipt);
}, 120_000);
