/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { secondTap } from '../../client/tell/frame/secondTap.ts';
import { openPage, phone, testBrowser } from './pages.ts';
import { moment, newPhone, shortHouse } from './phone.ts';
import { beginStory, doubleTap, isAtStart, press, stored, telling } from './story.ts';
import { fillPage, finger, goOn, pageOf, send, tellUntilReceipt } from './telling.ts';

it('a second tap passes no page by: what it falls on acts once the page can have been seen, or once something is done there', async () => {
  const house = await shortHouse();
  const { page, context } = await openPage(await testBrowser(), phone);
  await context.clock.install();
  await page.goto(house.form);
  await goOn(page, finger(page).press, 'Start now');
  await fillPage(page, finger(page), telling);
  const onward = page.getByRole('button', { name: 'Continue' });
  await context.clock.pauseAt(Date.now() + 60_000);
  await doubleTap(page, onward);
  await context.clock.runFor(secondTap);
  await goOn(page, finger(page).press);
  expect(await pageOf(page)).toBe('decisions');
  await fillPage(page, finger(page), telling);
  await goOn(page, finger(page).press);
  expect(await pageOf(page)).toBe('weighing');
}, 120_000);

it('"Tell another story" pressed twice on a poor line begins one, and leaves it alone', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.clock.install();
  await page.goto(house.form);
  await tellUntilReceipt(page, finger(page), telling);
  await send(page, finger(page));
  await context.route('**/form', () => {});
  await page.getByRole('button', { name: 'Tell another story' }).click({ trial: true });
  await context.clock.pauseAt(Date.now() + 60_000);
  await press(page, 'Tell another story');
  await page.getByRole('button', { name: 'Opening…' }).dispatchEvent('click');
  await context.clock.runFor(3000);
  const words = page.getByRole('textbox').first();
  await words.fill('A second one.');
  await context.clock.runFor(4000);
  expect(await words.inputValue()).toBe('A second one.');
  await context.clock.resume();

  // "Start now" says that it waits, too.
  await page.goto(house.form);
  await press(page, 'Start a new one');
  await press(page, 'Yes, delete it');
  await isAtStart(page);
  await context.clock.pauseAt(Date.now() + 600_000);
  await press(page, 'Start now');
  await page.getByRole('button', { name: 'Opening…' }).waitFor();
  await context.clock.runFor(3000);
  await words.waitFor();
}, 120_000);

it('a page that is only kept to be gone back to gives its story to the page that is open', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  await beginStory(page);
  const other = await context.newPage();
  await other.goto(house.form);
  await isAtStart(other);
  const turns = (name: string) => page.evaluate((name) => void dispatchEvent(new PageTransitionEvent(name, { persisted: true })), name);
  await turns('pagehide');
  await other.goto(house.form);
  await press(other, 'Continue my story');
  await Promise.all([page.waitForEvent('load'), turns('pageshow')]);
  await isAtStart(page);
}, 120_000);

it('a database that comes late keeps what is told from then on', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.clock.install();
  // It is still being made, by another page.
  const other = await context.newPage();
  await other.goto(`${house.address}/api/v1/openapi.json`);
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('storyfield', 1);
        open.onsuccess = () => open.result.close();
        open.onupgradeneeded = () => {
          const stories = open.result.createObjectStore('stories', { keyPath: 'id' });
          const keepBusy = () => {
            if (!Reflect.has(window, 'done')) stories.count().onsuccess = keepBusy;
            resolve();
          };
          keepBusy();
        };
      }),
  );
  await page.goto(house.form);
  await page.getByText('Opening…').waitFor();
  await context.clock.runFor(3100);
  await isAtStart(page);
  await page.locator('[data-kept="refused"]').waitFor();
  await other.evaluate(() => Object.assign(window, { done: true }));
  await beginStory(page);
  await page.locator('[data-kept="refused"]').waitFor({ state: 'detached' });
  await page.goto(house.form);
  await press(page, 'Continue my story');
}, 120_000);

it('what is cleared while it is sent is not sent afterwards, and nothing of it comes back', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  let posts = 0;
  let isOnline = false;
  const isSending = moment();
  const isCleared = moment();
  const isAnswered = moment();
  await context.route('**/stories', async (route) => {
    if (!isOnline) return route.abort('connectionreset');
    posts += 1;
    isSending.resolve();
    await isCleared.promise;
    await route.continue();
    isAnswered.resolve();
  });
  await page.goto(house.form);
  for (const text of [telling.text, 'A second one.']) {
    await tellUntilReceipt(page, finger(page), { ...telling, text });
    await press(page, 'Send my story');
    await page.getByText('Waiting for a connection').waitFor();
    await page.goto(house.form);
    await isAtStart(page);
  }
  await page.goto('about:blank');
  isOnline = true;
  await page.goto(house.form);
  await isSending.promise;
  await press(page, 'Clear everything from this phone');
  await press(page, 'Yes, clear everything');
  await page.locator('main[data-page="cleared"]').waitFor();
  isCleared.resolve();
  await isAnswered.promise;
  await page.evaluate(() => navigator.locks.request('storyfield outbox', () => {}));
  expect([await house.stories(), posts, (await stored(page)).rows]).toEqual([1, 1, 0]);
}, 120_000);

it('a refused story opened beside an unfinished one is the one shown; opened by one page, no other offers it', async () => {
  const closes = Date.parse('2026-06-01T12:00:00Z');
  let now = closes - 1000;
  const house = await shortHouse({ now: () => new Date(now), collection: { closes: new Date(closes).toISOString() } });
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  await context.route('**/stories', (route) => route.abort('connectionreset'));
  await tellUntilReceipt(page, finger(page), telling);
  await press(page, 'Send my story');
  await page.getByText('Waiting for a connection').waitFor();
  await goOn(page, finger(page).press, 'Tell another story');
  await fillPage(page, finger(page), { ...telling, text: 'A second one.' });
  await page.locator('[data-kept="saved"]').waitFor();
  now = closes + 8 * 86_400_000;
  await context.unroute('**/stories');
  await page.goto(house.form);
  const other = await context.newPage();
  await other.goto(`${house.address}/receipt`);
  for (const tab of [page, other]) await tab.locator('[data-outbox="refused"]').waitFor();
  await press(page, 'Open it again');
  await page.getByText(telling.text).waitFor();
  expect(await pageOf(page)).toBe('check');
  await other.locator('[data-outbox]').waitFor({ state: 'detached' });
  await page.goto(house.form);
  await press(page, 'Continue my story');
  await page.getByText(telling.text).waitFor();
}, 120_000);

it('a refused story opened on the receipt page is gone on with on its own form', async () => {
  const closes = Date.parse('2026-06-01T12:00:00Z');
  let now = closes - 1000;
  const house = await shortHouse({ now: () => new Date(now), collection: { closes: new Date(closes).toISOString() } });
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  await context.route('**/stories', (route) => route.abort('connectionreset'));
  await tellUntilReceipt(page, finger(page), telling);
  await press(page, 'Send my story');
  await page.getByText('Waiting for a connection').waitFor();
  now = closes + 8 * 86_400_000;
  await context.unroute('**/stories');
  await page.goto(`${house.address}/receipt`);
  await page.locator('[data-outbox="refused"]').waitFor();
  await press(page, 'Open it again');
  await press(page, 'Continue my story');
  await page.getByText(telling.text).waitFor();
  expect(new URL(page.url()).pathname).toBe('/c/short');
}, 120_000);
