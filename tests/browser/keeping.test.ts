/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { post } from '../fixtures.ts';
import { faultsOf } from './looking.ts';
import { openPage, phone as screen, testBrowser } from './pages.ts';
import { isSaved, moment, newPhone, shortFramework, shortHouse } from './phone.ts';
import { beginStory, doubleTap, isAtStart, press, stored, telling } from './story.ts';
import { fillPage, finger, goOn, pageOf, receiptOn, send, tellOnUntil, tellUntilReceipt } from './telling.ts';

const day = 86_400_000;

it('what was typed just before the page is loaded anew is there afterwards', async () => {
  const house = await shortHouse();
  const { page, context } = await openPage(await testBrowser(), { ...screen, serviceWorkers: 'block' });
  await context.clock.install();
  await page.goto(house.form);
  await beginStory(page);
  // No pause in typing is ever long enough.
  await context.clock.pauseAt(Date.now() + 60_000);
  const words = page.getByRole('textbox').first();
  await words.fill('To the last word.');
  const isKept = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () => document.querySelector('[data-kept="saved"]') && resolve();
        new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
      }),
  );
  await page.route(house.form, (route) => isKept.then(() => route.continue()));
  await page.reload();
  await context.clock.resume();
  await press(page, 'Continue my story');
  expect(await words.inputValue()).toBe('To the last word.');
}, 120_000);

it('a version published while a draft is open: the draft finishes on its own, a new story begins on the new one', async () => {
  const turn = Date.parse('2026-06-01T12:00:00Z');
  let now = turn - 1000;
  const house = await shortHouse({ now: () => new Date(now), collection: { closes: new Date(turn).toISOString() } });
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  await beginStory(page);
  const framework = {
    ...shortFramework,
    prompt: { ...shortFramework.prompt, question: { 'en-GB': 'What surprised you?' } },
  };
  await house.askFrom(new Date(turn), framework);
  now = turn + 1000;

  const other = await context.newPage();
  await other.goto(house.form);
  await goOn(other, finger(other).press, 'Start now');
  await other.getByRole('heading', { name: 'What surprised you?' }).waitFor();
  await other.close();

  await tellOnUntil(page, finger(page), telling, 'receipt');
  const receipt = await receiptOn(page);
  await send(page, finger(page));
  const opened = (await post(house.app, '/receipt/open', { receipt })).json();
  expect(opened.version).toBe(house.collection.waves[0]?.versionId);
  await press(page, 'Tell another story');
  await page.getByRole('heading', { name: 'What surprised you?' }).waitFor();
}, 120_000);

it.each([
  ['changed', { title: { 'en-GB': 'Another title' } }],
  ['closed', { state: 'closed', closes: '2026-06-01T12:00:00Z' }],
])(
  'a form that comes late, and %s, leaves a story alone that was begun, also on the start page',
  async (_, change) => {
    const house = await shortHouse();
    const { page, context } = await newPhone().open();
    await page.goto(house.form);
    await isAtStart(page);
    const isFresh = moment();
    const hasCome = moment();
    await context.route('**/form', async (route) => {
      await isFresh.promise;
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), ...change } });
      hasCome.resolve();
    });
    await page.goto(house.form);
    await beginStory(page);
    await page.goBack();
    await isAtStart(page);
    isFresh.resolve();
    await hasCome.promise;
    await expect
      .poll(() => page.evaluate(async () => (await caches.match('/api/v1/collections/short/form'))?.json()))
      .toMatchObject(change);
    if ('state' in change) await page.getByText('This collection closed on').waitFor();
    await goOn(page, finger(page).press, 'Start now');
    expect(await page.getByRole('textbox').first().inputValue()).toBe(telling.text);
  },
  120_000,
);

it('going back from a second story never leads into the first one’s pages, nor past questions', async () => {
  const house = await shortHouse();
  const { page } = await newPhone().open();
  await page.goto(house.form);
  await tellUntilReceipt(page, finger(page), telling);
  await send(page, finger(page));
  await goOn(page, finger(page).press, 'Tell another story');
  await fillPage(page, finger(page), { ...telling, text: 'A second one.' });
  await isSaved(page);
  for (let times = 0; times < 3; times += 1) {
    await page.goBack();
    await isAtStart(page);
  }
  await page.goto(house.form);
  await press(page, 'Continue my story');
  await goOn(page, finger(page).press, 'Start now');
  expect(await page.getByRole('textbox').first().inputValue()).toBe('A second one.');
  await goOn(page, finger(page).press);
  expect(await pageOf(page)).toBe(shortFramework.signifiers[0]?.key);
}, 120_000);

it('a collection that closes while a draft is open takes it; no new story begins there', async () => {
  const closes = Date.parse('2026-06-01T12:00:00Z');
  let now = closes - 1000;
  const house = await shortHouse({ now: () => new Date(now), collection: { closes: new Date(closes).toISOString() } });
  const { page } = await newPhone().open();
  await page.goto(house.form);
  await beginStory(page);
  now = closes + 6 * day;
  await page.goto(house.form);
  // What would be deleted could not be told anew.
  await page.getByText('This collection closed on').waitFor();
  expect(await page.getByRole('button', { name: 'Start a new one' }).count()).toBe(0);
  await press(page, 'Continue my story');
  await tellOnUntil(page, finger(page), telling, 'receipt');
  await send(page, finger(page));
  expect(await house.stories()).toBe(1);
  await press(page, 'Tell another story');
  await page.getByRole('heading', { name: 'No more stories for now' }).waitFor();
}, 120_000);

it('a phone that is slow to say what it keeps shows the form as it is now, not as it was', async () => {
  const closes = Date.parse('2026-06-01T12:00:00Z');
  let now = closes - 1000;
  const house = await shortHouse({ now: () => new Date(now), collection: { closes: new Date(closes).toISOString() } });
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  await isAtStart(page);
  now = closes + day;
  const other = await context.newPage();
  await other.goto(`${house.address}/api/v1/openapi.json`);
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('storyfield');
        open.onsuccess = () => {
          const stories = open.result.transaction('stories', 'readwrite').objectStore('stories');
          const keepBusy = () => {
            if (!Reflect.has(window, 'done')) stories.count().onsuccess = keepBusy;
            resolve();
          };
          keepBusy();
        };
      }),
  );
  // What is kept is found first, and then what is fresh comes, while the stories of this phone are still looked for.
  await page.addInitScript(() => {
    const { match } = Cache.prototype;
    Cache.prototype.match = async function (...asked) {
      const found = await match.apply(this, asked);
      Object.assign(window, { found: await found?.clone().text() });
      return found;
    };
  });
  await page.route('**/form', async (route) => {
    await page.waitForFunction(() => Reflect.has(window, 'found'));
    await route.continue();
  });
  const fresh = page.waitForResponse('**/form');
  await page.goto(house.form);
  await (await fresh).finished();
  expect(await page.locator('main').getAttribute('data-page')).toBe('loading');
  await other.evaluate(() => Object.assign(window, { done: true }));
  await page.getByRole('heading', { name: 'No more stories for now' }).waitFor();
}, 120_000);

it('a story refused after it waited says why, and stays until it is dismissed or opened again', async () => {
  const closes = Date.parse('2026-06-01T12:00:00Z');
  let now = closes - 1000;
  const house = await shortHouse({ now: () => new Date(now), collection: { closes: new Date(closes).toISOString() } });
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  await tellUntilReceipt(page, finger(page), telling);
  await context.route('**/stories', (route) => route.abort('connectionreset'));
  await press(page, 'Send my story');
  await page.getByText('Waiting for a connection').waitFor();
  now = closes + 8 * day;
  await context.unroute('**/stories');
  await page.goto(house.form);
  const refused = page.locator('[data-outbox="refused"]');
  await refused.getByText('This collection has closed').waitFor();
  expect(await page.content()).not.toContain('gargoyle');
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(house.form);
  await refused.getByRole('button', { name: 'Open it again' }).tap();
  await page.getByText(telling.text).waitFor();
  expect(await pageOf(page)).toBe('check');
  await tellOnUntil(page, finger(page), telling, 'receipt');
  await press(page, 'Send my story');
  await page.getByRole('alert').getByText('This collection has closed').waitFor();
  // No change of it helps: what can be done is to keep the words, and to turn to somebody.
  expect(await page.getByRole('button', { name: 'Change my story' }).count()).toBe(0);
  await page.getByText('where to turn with a worry').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(page, 'Copy');
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(telling.text);
  await page.goto(house.form);
  await refused.getByRole('button', { name: 'Remove' }).tap();
  await refused.getByRole('button', { name: 'Yes, delete it' }).tap();
  await refused.waitFor({ state: 'detached' });
  expect((await stored(page)).rows).toBe(0);
  expect(await house.stories()).toBe(0);
}, 120_000);

it.each(['on another device', 'on this phone, in another tab'])(
  'a story taken back %s before its arrival was heard of leaves nothing here but that it was',
  async (where) => {
    const house = await shortHouse();
    const { page, context } = await newPhone().open();
    await context.clock.install();
    let isHeard = false;
    await context.route('**/stories', async (route) => {
      const response = await route.fetch();
      await (isHeard ? route.fulfill({ response }) : route.abort());
    });
    await page.goto(house.form);
    const receipt = await tellUntilReceipt(page, finger(page), telling);
    await press(page, 'Send my story');
    await page.getByText('Waiting for a connection').waitFor();
    expect(await house.stories()).toBe(1);
    if (where === 'on another device') await post(house.app, '/receipt/withdraw', { receipt });
    else {
      const other = await context.newPage();
      await other.goto(`${house.address}/receipt`);
      await other.getByLabel('The code of your story').fill(receipt);
      await press(other, 'Open my story');
      await press(other, 'Take my story back');
      await press(other, 'Yes, take it back and delete it');
      await other.getByText('has been taken back and deleted').waitFor();
      await other.close();
    }
    expect(await house.stories()).toBe(0);
    isHeard = true;
    await page.getByRole('heading', { name: 'Your story has been taken back and deleted' }).waitFor();
    expect(await page.locator('[data-receipt]').count()).toBe(0);
    // Removed elsewhere, it is no story that waits.
    if (where === 'on another device') {
      const other = await context.newPage();
      await other.goto(house.form);
      await press(other, 'Remove');
      await expect.poll(async () => (await stored(other)).rows).toBe(0);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Your story has been taken back and deleted');
      return;
    }
    await goOn(page, finger(page).press, 'Tell another story');
    const told = page.locator('[data-outbox]');
    await page.goto(house.form);
    await told.getByText('Your story has been taken back and deleted').waitFor();
    expect(await told.getByRole('button').allTextContents()).toEqual(['Remove']);
    expect(await faultsOf(page)).toEqual([]);
    await context.clock.fastForward('24:01:00');
    await told.waitFor({ state: 'detached' });
    expect((await stored(page)).rows).toBe(0);
    expect(await house.stories()).toBe(0);
  },
  120_000,
);

it('a draft left alone is erased after 24 hours, while the page is open and when it is opened; what waits is not', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.clock.install();
  await page.goto(house.form);
  await tellUntilReceipt(page, finger(page), telling);
  await context.route('**/stories', (route) => route.abort('connectionreset'));
  await press(page, 'Send my story');
  await page.getByText('Waiting for a connection').waitFor();
  await goOn(page, finger(page).press, 'Tell another story');
  await fillPage(page, finger(page), telling);
  await isSaved(page);
  expect((await stored(page)).rows).toBe(2);
  await context.clock.fastForward('23:50:00');
  expect(await page.getByRole('textbox').first().inputValue()).toBe(telling.text);
  await context.clock.fastForward('11:00');
  await isAtStart(page);
  await page.getByText('Your unfinished story was erased').waitFor();
  await page.locator('[data-outbox="waiting"]').waitFor();
  expect((await stored(page)).rows).toBe(1);

  await beginStory(page);
  await page.goto('about:blank');
  await context.clock.fastForward('24:01:00');
  await page.goto(house.form);
  await isAtStart(page);
  expect((await stored(page)).rows).toBe(1);
  await context.unroute('**/stories');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.locator('[data-outbox="sent"]').waitFor();
  expect(await house.stories()).toBe(1);
}, 120_000);

it('a clock set two days ahead erases nothing of the story on the page', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.clock.install();
  await page.goto(house.form);
  await beginStory(page);
  await context.clock.setSystemTime(Date.now() + 2 * day);
  await context.clock.fastForward('01:01');
  expect((await stored(page)).rows).toBe(1);
  expect(await page.getByRole('textbox').first().inputValue()).toBe(telling.text);
}, 120_000);

it('a story written while the clock was ahead is kept a day from when the clock was set right, not longer', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.clock.install({ time: Date.now() + 400 * day });
  await page.goto(house.form);
  await beginStory(page);
  await page.goto('about:blank');
  await context.clock.setSystemTime(Date.now());
  await page.goto(house.form);
  await page.getByText('You last wrote on it today').waitFor();
  await context.clock.fastForward('24:01:00');
  await isAtStart(page);
  expect((await stored(page)).rows).toBe(0);
}, 120_000);

it('"Continue your unfinished story?" can be answered with a new one, which asks once; clearing leaves nothing', async () => {
  const house = await shortHouse();
  const { page } = await newPhone().open();
  await page.goto(house.form);
  await beginStory(page);
  await page.goto(house.form);
  await page.getByRole('heading', { name: 'Continue your unfinished story?' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Start a new one');
  await press(page, 'No, keep it');
  await press(page, 'Start a new one');
  await press(page, 'Yes, delete it');
  await isAtStart(page);
  expect((await stored(page)).rows).toBe(0);

  await beginStory(page);
  await page.goto(house.form);
  await press(page, 'Clear everything from this phone');
  await press(page, 'Yes, clear everything');
  await page.getByRole('heading', { name: 'Everything has been cleared' }).waitFor();
  expect(await stored(page)).toEqual({ rows: 0, local: 0, session: 0, forms: false });
  await page.goto(house.form);
  await isAtStart(page);
}, 120_000);

it('two tabs tell two stories: neither takes the other’s draft, and what waits is sent once', async () => {
  let posts = 0;
  const house = await shortHouse({
    prepare: (app) =>
      app.addHook('onResponse', async ({ method }) => {
        if (method === 'POST') posts += 1;
      }),
  });
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  await beginStory(page);
  const other = await context.newPage();
  await other.goto(house.form);
  await isAtStart(other);
  await context.route('**/stories', (route) => route.abort('connectionreset'));
  await tellUntilReceipt(other, finger(other), { ...telling, text: 'A second one.' });
  await press(other, 'Send my story');
  await other.getByText('Waiting for a connection').waitFor();
  await page.bringToFront();
  await tellOnUntil(page, finger(page), telling, 'receipt');
  await press(page, 'Send my story');
  await page.getByText('Waiting for a connection').waitFor();
  await context.unroute('**/stories');
  for (const tab of [page, other]) await tab.evaluate(() => dispatchEvent(new Event('online')));
  for (const tab of [page, other]) await tab.getByRole('heading', { name: 'Your story is safe' }).waitFor();
  expect([await house.stories(), posts]).toEqual([2, 2]);
  for (const tab of [page, other]) await tab.locator('[data-outbox="sent"]').waitFor();
}, 120_000);

it('"Your story is safe" can be reloaded: the code is there for a day, unless it is removed or the story taken back, and never listed beside itself', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.clock.install();
  await page.addInitScript(() => {
    Object.assign(window, { listed: 0 });
    new MutationObserver(() => {
      if (document.querySelector('main[data-page=sent] [data-outbox]')) Object.assign(window, { listed: 1 });
    }).observe(document, { childList: true, subtree: true });
  });
  const sent = page.locator('[data-outbox="sent"]');
  await page.goto(house.form);
  const first = await tellUntilReceipt(page, finger(page), telling);
  await send(page, finger(page));
  await page.getByText('this phone shows the code again').waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'listed'))).toBe(0);
  await page.reload();
  await isAtStart(page);
  expect(await page.content()).not.toContain('gargoyle');
  await press(page, 'Show its code');
  expect((await sent.innerText()).replaceAll('-', '')).toContain(first);

  // Another story takes nothing from it; told in one page or in two, both are there.
  await tellUntilReceipt(page, finger(page), telling);
  await send(page, finger(page));
  await sent.waitFor();
  await goOn(page, finger(page).press, 'Tell another story');
  await page.goBack();
  await isAtStart(page);
  await expect.poll(() => sent.count()).toBe(2);
  await doubleTap(page, sent.getByRole('button', { name: 'Remove' }).first());
  expect(await sent.count()).toBe(2);

  await page.goto(`${house.address}/receipt`);
  await page.getByLabel('The code of your story').fill(first);
  await press(page, 'Open my story');
  await press(page, 'Take my story back');
  await press(page, 'Yes, take it back and delete it');
  await page.getByText('has been taken back and deleted').waitFor();
  await expect.poll(async () => (await stored(page)).rows).toBe(1);

  // Left open for a day, the page forgets as the phone does.
  await page.goto(house.form);
  await sent.waitFor();
  await context.clock.fastForward('24:01:00');
  await sent.waitFor({ state: 'detached' });
  expect((await stored(page)).rows).toBe(0);
}, 120_000);

const refusals: Record<string, (page: Page, address: string) => Promise<unknown>> = {
  'throws at once': (page) =>
    page.addInitScript(() =>
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    ),
  'is not there': (page) => page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined })),
  'is full': async (page, origin) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  },
};

it.each(Object.entries(refusals))(
  'where the phone’s storage %s, the form says so, asks to stay, and sends online',
  async (_, refuse) => {
    const house = await shortHouse();
    const { page } = await newPhone().open();
    await refuse(page, house.address);
    await page.goto(house.form);
    await goOn(page, finger(page).press, 'Start now');
    await fillPage(page, finger(page), telling);
    await page.locator('[data-kept="refused"]').getByText('This phone cannot keep your story').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => void setTimeout(() => location.reload()));
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await tellOnUntil(page, finger(page), telling, 'receipt');
    await send(page, finger(page));
    expect(await house.stories()).toBe(1);
  },
  120_000,
);

it('a shared device keeps nothing, says so, and returns to the start by itself; what could not be sent waits on the page', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.clock.install();
  await page.goto(`${house.form}?shared=1`);
  await page.getByText('This is a shared device').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await tellUntilReceipt(page, finger(page), telling);
  await send(page, finger(page));
  await press(page, 'Finish, and clear this page for the next person');
  await isAtStart(page);

  await context.route('**/stories', (route) => route.abort('connectionreset'));
  const receipt = await tellUntilReceipt(page, finger(page), telling);
  await press(page, 'Send my story');
  await page.getByText('Do not close this page').waitFor();
  expect(await stored(page)).toMatchObject({ rows: 0, local: 0, session: 0 });
  await context.clock.fastForward('03:01');
  await page.getByRole('heading', { name: 'Are you still there?' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'I am still here');
  expect(await pageOf(page)).toBe('receipt');
  await context.clock.fastForward('03:01');
  await page.getByRole('heading', { name: 'Are you still there?' }).waitFor();
  await context.clock.fastForward('01:01');
  await isAtStart(page);
  const waiting = page.locator('[data-outbox="waiting"]');
  await waiting.getByText('Do not close this page').waitFor();
  await page.goBack();
  await isAtStart(page);
  expect((await page.content()).replaceAll('-', '')).not.toContain(receipt);

  // A draft left behind is gone with its words.
  await goOn(page, finger(page).press, 'Start now');
  await fillPage(page, finger(page), telling);
  await context.clock.fastForward('03:01');
  await context.clock.fastForward('01:01');
  await isAtStart(page);
  await context.unroute('**/stories');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  // What became of it is for whoever told it, and not for the next person.
  await waiting.waitFor({ state: 'detached' });
  expect(await page.locator('[data-outbox]').count()).toBe(0);
  expect(await house.stories()).toBe(2);
  expect(await stored(page)).toMatchObject({ rows: 0, local: 0, session: 0 });
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
}, 120_000);

it('a story opened by its code on a shared device is put away after as long as any other', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.clock.install();
  await page.goto(`${house.form}?shared=1`);
  const receipt = await tellUntilReceipt(page, finger(page), telling);
  await send(page, finger(page));
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: /Read it, change what you allow/ }).tap();
  const opened = await opening;
  await opened.getByLabel('The code of your story').fill(receipt);
  await press(opened, 'Open my story');
  await opened.getByText(telling.text).waitFor();
  await context.clock.fastForward('03:01');
  await opened.getByRole('heading', { name: 'Are you still there?' }).waitFor();
  await press(opened, 'I am still here');
  await opened.getByText(telling.text).waitFor();
  await context.clock.fastForward('03:01');
  await opened.getByRole('heading', { name: 'Are you still there?' }).waitFor();
  await context.clock.fastForward('01:01');
  await opened.getByRole('heading', { name: 'Open your story' }).waitFor();
  expect(await opened.getByLabel('The code of your story').inputValue()).toBe('');
  expect(await opened.content()).not.toContain('gargoyle');

  await isAtStart(page);
  await page.getByRole('link', { name: 'I have told a story' }).tap();
  await page.waitForURL(/\/receipt\?.*shared=1/);
}, 120_000);

it('a browser without a worker tells stories all the same', async () => {
  const house = await shortHouse();
  const { context } = await newPhone().open();
  const browser = context.browser();
  if (!browser) throw new Error('no browser');
  const { page, errors } = await openPage(browser, { ...screen, serviceWorkers: 'block' });
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await page.goto(house.form);
  await tellUntilReceipt(page, finger(page), telling);
  await send(page, finger(page));
  expect([await house.stories(), errors]).toEqual([1, []]);
}, 120_000);
