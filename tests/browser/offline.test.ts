/// <reference lib="dom" />
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { projectRoot } from '../../server/config.ts';
import { post } from '../fixtures.ts';
import { testFolder } from '../houses.ts';
import { isKept, isSaved, moment, newPhone, shortHouse, until } from './phone.ts';
import { press, telling } from './story.ts';
import { fillPage, finger, goOn, pageOf, receiptOn, send, tellOnUntil, tellUntilReceipt } from './telling.ts';

const words = ['Obsidian', 'velvet gargoyle'];

const built = join(projectRoot, 'dist', 'client');
const start = (page: Page) => page.getByRole('button', { name: 'Start now' });

/** The files of the form's own words in other languages that are on the phone. */
const wordsKept = async () => (await (await caches.open('words')).keys()).map(({ url }) => url).join(' ');

it('after one visit a story is told entirely without a network, waits, and is sent when it returns', async () => {
  const house = await shortHouse();
  const { context, page } = await newPhone().open();
  await page.goto(house.form);
  await isKept(page);
  await context.setOffline(true);
  await page.goto(house.form);
  const hand = finger(page);
  const receipt = await tellUntilReceipt(page, hand, telling);
  await hand.press(page.getByRole('button', { name: 'Send my story' }));
  await page.getByText('Waiting for a connection').waitFor();
  expect(await receiptOn(page)).toBe(receipt);

  // Closed and opened again, still without a network: it waits, its words unseen, its code there when asked for.
  await page.goto(house.form);
  await page.locator('[data-outbox="waiting"]').waitFor();
  for (const word of words) expect(await page.content()).not.toContain(word);
  expect((await page.content()).replaceAll('-', '')).not.toContain(receipt);
  await page.getByRole('button', { name: 'Show its code' }).tap();
  expect((await page.locator('[data-outbox]').innerText()).replaceAll('-', '')).toContain(receipt);
  await page.goto(`${house.address}/receipt`);
  await page.getByLabel('The code of your story').waitFor();
  await page.locator('[data-outbox="waiting"]').waitFor();
  expect(await house.stories()).toBe(0);

  await context.setOffline(false);
  // It arrived while nobody looked: its code can still be asked for, and nothing else of it is left.
  const sent = page.locator('[data-outbox="sent"]');
  await sent.waitFor();
  expect(await house.stories()).toBe(1);
  expect((await page.content()).replaceAll('-', '')).not.toContain(receipt);
  await sent.getByRole('button', { name: 'Show its code' }).tap();
  expect((await sent.innerText()).replaceAll('-', '')).toContain(receipt);
  await sent.getByRole('button', { name: 'Remove' }).tap();
  await sent.getByRole('button', { name: 'Yes, remove it' }).tap();
  await sent.waitFor({ state: 'detached' });
  expect((await post(house.app, '/receipt/open', { receipt })).json().words).toMatchObject({ text: telling.text });
}, 120_000);

it('what is on the phone shows no word, neither in its database nor in any file of the browser', async () => {
  const house = await shortHouse();
  const phone = newPhone();
  const { page, kill } = await phone.open();
  await page.goto(house.form);
  await tellUntilReceipt(page, finger(page), telling);
  await isSaved(page);
  const { key } = await page.evaluate(async () => {
    const open = indexedDB.open('storyfield');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const all = database.transaction('stories').objectStore('stories').getAll();
    const [row] = await new Promise<{ key: CryptoKey; bytes: ArrayBuffer }[]>((resolve) => {
      all.onsuccess = () => resolve(all.result);
    });
    return { key: { extractable: row?.key.extractable, name: row?.key.algorithm.name }, size: row?.bytes.byteLength };
  });
  expect(key).toEqual({ extractable: false, name: 'AES-GCM' });
  await kill();
  const files = readdirSync(phone.profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(10);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const word of words) {
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect([name, word, bytes.includes(word, 0, encoding)]).toEqual([name, word, false]);
    }
  }
}, 120_000);

it('where no page of the form is open any more, the browser has the worker send what waits', async () => {
  let isDown = true;
  const isCutOff = moment();
  const house = await shortHouse({
    prepare: (app) =>
      app.addHook('onRequest', async (request, reply) => {
        if (request.method !== 'POST' || !isDown) return;
        reply.hijack();
        request.raw.destroy();
        isCutOff.resolve();
      }),
  });
  const { context, page } = await newPhone().open();
  await page.goto(house.form);
  await isKept(page);
  await tellUntilReceipt(page, finger(page), telling);
  await press(page, 'Send my story');
  await page.getByText('Waiting for a connection').waitFor();
  await isCutOff.promise;

  const other = await context.newPage();
  await other.goto(`${house.address}/api/v1/openapi.json`);
  await page.close();
  const inspector = await context.newCDPSession(other);
  const registered = new Promise<string>((resolve) =>
    inspector.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const form = registrations.find(({ scopeURL }) => scopeURL.endsWith('/c/'));
      if (form) resolve(form.registrationId);
    }),
  );
  await inspector.send('ServiceWorker.enable');
  const sync = { origin: house.address, registrationId: await registered, tag: 'outbox', lastChance: false };
  expect(await house.stories()).toBe(0);
  isDown = false;
  await inspector.send('ServiceWorker.dispatchSyncEvent', sync);
  await expect.poll(() => house.stories()).toBe(1);
  await other.goto(house.form);
  await other.locator('[data-outbox="sent"]').waitFor();
  expect(await house.stories()).toBe(1);
}, 120_000);

it('a later visit transfers nothing but freshness checks, and no visit asks anybody else for anything', async () => {
  const asked: { method: string; url: string; status: number }[] = [];
  let isLater = false;
  const house = await shortHouse({
    // Of the later visit is what it asks for: the last answers to the first may be written down after it has begun.
    prepare: (app) =>
      app.addHook('onRequest', async ({ method, url }, reply) => {
        if (isLater) reply.raw.on('finish', () => asked.push({ method, url, status: reply.statusCode }));
      }),
  });
  const { context, page } = await newPhone().open();
  const urls: string[] = [];
  context.on('request', (request) => urls.push(request.url()));
  await page.goto(house.form);
  await isKept(page);
  await page.goto('about:blank');
  isLater = true;
  await page.goto(house.form);
  await start(page).waitFor();
  await tellUntilReceipt(page, finger(page), telling);
  expect(asked.filter(({ url }) => url.includes('/form'))).toEqual([{ method: 'GET', url: '/api/v1/collections/short/form', status: 304 }]);
  for (const { url, status } of asked) expect([url, status]).toEqual([url, 304]);
  for (const url of asked.map(({ url }) => url)) expect(url).toMatch(/\/form$|^\/sw\.js$/);
  await send(page, finger(page));
  expect(await house.stories()).toBe(1);
  for (const url of urls) expect(url).toMatch(new RegExp(`^(${house.address}/|blob:|about:)`));
}, 120_000);

it('a new build while a draft is open loses nothing and breaks nothing; it is there at the next visit', async () => {
  const client = join(testFolder(), 'client');
  cpSync(built, client, { recursive: true });
  const house = await shortHouse({ client, collection: { languages: ['en-GB', 'cy'] } });
  const { context, page } = await newPhone().open();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(house.form);
  await isKept(page);
  await expect.poll(() => page.evaluate(wordsKept)).not.toBe('');
  const hand = finger(page);
  await goOn(page, hand.press, 'Start now');
  await fillPage(page, hand, telling);

  // Another build takes the place of the first, whose files are gone from the server.
  const old = readdirSync(join(client, 'assets'));
  rmSync(client, { recursive: true });
  await build({
    configFile: join(projectRoot, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: client, emptyOutDir: true },
    plugins: [
      { name: 'next', transform: (code, id) => (id.endsWith('/wording/en.ts') ? code.replace('Keep this code', 'Mind this code') : null) },
    ],
  });
  expect(readdirSync(join(client, 'assets')).filter((file) => !old.includes(file)).length).toBeGreaterThan(2);
  await page.evaluate(() => navigator.serviceWorker.getRegistration('/c/').then((worker) => worker?.update()));
  await until(page, async () => Boolean((await navigator.serviceWorker.getRegistration('/c/'))?.waiting));

  // The open page goes on as it is: what it loads only now comes from the phone.
  const loadsLate = await page.evaluate(
    (files) => Promise.all(files.map((file) => fetch(`/assets/${file}`).then(({ ok }) => ok))),
    old.filter((file) => /^(cy|identifiers|ReceiptRoom).*\.js$/.test(file)),
  );
  expect(loadsLate.length).toBeGreaterThan(2);
  expect(new Set(loadsLate)).toEqual(new Set([true]));
  await tellOnUntil(page, hand, telling, 'receipt');
  await page.getByRole('heading', { name: 'Keep this code' }).waitFor();

  // Reloaded, it is gone on with; closed and opened, the new build has the story.
  await isSaved(page);
  const next = await context.newPage();
  await next.goto(`${house.address}/api/v1/openapi.json`);
  await page.close();
  await until(next, async () => (await navigator.serviceWorker.getRegistration('/c/'))?.waiting === null);
  await next.goto(house.form);
  await next.getByRole('button', { name: 'Continue my story' }).tap();
  await next.getByRole('heading', { name: 'Mind this code' }).waitFor();
  expect(await pageOf(next)).toBe('receipt');
  expect(await next.evaluate(wordsKept)).toMatch(/\/cy-[^/]+$/);
  await send(next, finger(next));
  expect(await house.stories()).toBe(1);
  expect(errors).toEqual([]);
}, 180_000);
