/// <reference lib="dom" />
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../server/config.ts';
import { testFolder } from '../houses.ts';
import { openPage, phone, testBrowser } from './pages.ts';
import { isKept, newPhone, shortHouse, until } from './phone.ts';

/** The files of words that are on the phone. */
const wordsKept = async () => (await (await caches.open('words')).keys()).map(({ url }) => new URL(url).pathname);

/** Has each worker look whether there is a newer one; resolves once the receipt page's has taken over. */
const renew = async () => {
  const receipt = await navigator.serviceWorker.getRegistration('/receipt');
  const renewed = new Promise<void>((resolve) => {
    receipt?.addEventListener('updatefound', () =>
      receipt.installing?.addEventListener('statechange', ({ target }) => (target as ServiceWorker).state === 'activated' && resolve()),
    );
  });
  await Promise.all([receipt?.update(), (await navigator.serviceWorker.getRegistration('/c/'))?.update()]);
  await renewed;
};

it('words of a build stay on the phone for as long as a page of it is open, whatever new worker begins, and then go', async () => {
  const client = join(testFolder(), 'client');
  cpSync(join(projectRoot, 'dist', 'client'), client, { recursive: true });
  const house = await shortHouse({ client, collection: { languages: ['en-GB', 'cy'] } });
  const { context, page } = await newPhone().open();
  await page.goto(house.form);
  await isKept(page);
  await expect.poll(async () => (await page.evaluate(wordsKept)).length).toBe(1);
  const [old = ''] = await page.evaluate(wordsKept);

  // The next build has other words in Welsh; those of the first are gone from the server.
  const { name, next } = { name: old.slice(old.lastIndexOf('/') + 1, -'.js'.length), next: 'cy-anew' };
  const assets = join(client, 'assets');
  for (const file of readdirSync(assets).filter((file) => file.startsWith(name)))
    renameSync(join(assets, file), join(assets, file.replace(name, next)));
  const worker = join(client, 'sw.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll(name, next));
  for (const ending of ['br', 'gz']) rmSync(`${worker}.${ending}`);
  const anew = old.replace(name, next);
  await page.evaluate(renew);
  await until(page, async () => Boolean((await navigator.serviceWorker.getRegistration('/c/'))?.waiting));
  expect(await page.evaluate((file) => fetch(file).then(({ ok }) => ok), old)).toBe(true);
  expect((await page.evaluate(wordsKept)).sort()).toEqual([old, anew].sort());

  const last = await context.newPage();
  await last.goto(`${house.address}/api/v1/openapi.json`);
  await page.close();
  await expect.poll(() => last.evaluate(wordsKept)).toEqual([anew]);
}, 120_000);

it('words that could not be had are said to be missing, and are had once they can be, in the same page', async () => {
  const house = await shortHouse({ collection: { languages: ['en-GB', 'cy'] } });
  const { page } = await openPage(await testBrowser(), { ...phone, serviceWorkers: 'block' });
  const file = /\/cy-[^/]+\.js/;
  await page.route(file, (route) => route.abort());
  await page.goto(house.form);
  await page.getByRole('button', { name: 'Cymraeg' }).tap();
  await page.getByText('could not be loaded in this language').waitFor();
  await page.unroute(file);
  await page.getByRole('button', { name: 'Try again' }).tap();
  await page.getByRole('button', { name: 'Dechrau nawr' }).waitFor();
}, 120_000);
