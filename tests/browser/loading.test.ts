/// <reference lib="dom" />
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework, demonstrationCollections } from '../../server/demonstration/collections.ts';
import { loadCollection } from '../../server/services/demonstration.ts';
import { type ServedHouse, servedHouse, signIn } from './pages.ts';
import { moment } from './phone.ts';

const patterns = '**/patterns';
const view = '?waves=spring-2026&on.region=midlands';

/** A researcher at a saved view of the demonstration, where the pattern body comes as `answer` gives it. */
async function boardWith(served: ServedHouse, answer: (route: Route, whole: Buffer) => Promise<void>): Promise<Page> {
  const { page } = await signIn(served, 'rosa@demonstration.invalid');
  const collection = await served.house.collections.bySlug('ccpl-pulse');
  await page.route(patterns, async (route) => answer(route, await (await route.fetch()).body()));
  await page.goto(`${served.address}/explore/${collection?.id}${view}`);
  return page;
}

/** The board is whole again, at the same view. */
async function isBack(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Midlands/ })
    .first()
    .waitFor();
  await page.locator('canvas').first().waitFor();
  expect(new URL(page.url()).search).toBe(view);
}

it('a pattern body that is malformed, cut short or lost on its way is said in place, and fetched again at the same view', async () => {
  const served = await servedHouse();
  const faults: [string, (route: Route, whole: Buffer) => Promise<void>, string][] = [
    ['malformed', (route) => route.fulfill({ body: '<html>Welcome to the guest network</html>' }), 'What came cannot be read.'],
    ['cut short', (route, whole) => route.fulfill({ body: whole.subarray(0, whole.length - 9) }), 'What came cannot be read.'],
    ['lost', (route) => route.abort('connectionreset'), 'The server did not answer.'],
  ];
  for (const [what, answer, said] of faults) {
    const page = await boardWith(served, answer);
    await page.getByText(said).waitFor();
    expect([what, await page.locator('canvas').count()]).toEqual([what, 0]);
    await page.unroute(patterns);
    await page.getByRole('button', { name: 'Try again' }).click();
    await isBack(page);
    await page.context().close();
  }
});

it('a session that ends while the board loads asks to sign in at the same address', async () => {
  const served = await servedHouse();
  const page = await boardWith(served, async (route) => {
    await served.house.database.db.deleteFrom('sessions').execute();
    await route.continue();
  });
  await page.getByText('You are signed out.').waitFor();
  await page.unroute(patterns);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Password').waitFor();
  expect(new URL(page.url()).search).toBe(view);
});

it('a large board is drawn before its last story has come, says how many are here, and then is whole; one whose connection is cut is not', async () => {
  const served = await servedHouse();
  const pulse = demonstrationCollections.find(({ slug }) => slug === 'ccpl-pulse');
  if (!pulse) throw new Error('there is no pulse');
  const large = await loadCollection(served.house, { ...pulse, slug: 'large', stories: stories(ccplFramework, 7, 12_000) });
  const { page } = await signIn(served, 'rosa@demonstration.invalid');
  // The end of the body waits until the beginning was seen.
  let release = () => {};
  const isSeen = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.exposeFunction('seen', () => isSeen);
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = async (input, init) => {
      const response = await real(input, init);
      if (!String(input).endsWith('/patterns') || !response.body) return response;
      let sent = 0;
      const held = new TransformStream<Uint8Array, Uint8Array>({
        async transform(chunk, controller) {
          const first = chunk.subarray(0, Math.max(0, 1_000_000 - sent));
          sent += chunk.length;
          if (first.length) controller.enqueue(first);
          if (first.length === chunk.length) return;
          await (window as unknown as { seen(): Promise<void> }).seen();
          controller.enqueue(chunk.subarray(first.length));
        },
      });
      return new Response(response.body.pipeThrough(held), response);
    };
  });
  await page.goto(`${served.address}/explore/${large.id}`);
  const said = page.getByText('are on their way');
  await said.waitFor();
  expect(await said.textContent()).toMatch(/^8,192 of 12,000 stories are here/);
  await page.locator('canvas').first().waitFor();
  release();
  await said.waitFor({ state: 'detached' });
  await page.getByText('12,000 stories').first().waitFor();

  // A server that goes away after the first batch: what was drawn is not left standing as if it were all.
  let cuts = true;
  let drew = (_stories: number) => {};
  const isDrawn = new Promise<number>((resolve) => {
    drew = resolve;
  });
  served.app.server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!cuts || !request.url?.endsWith('/patterns')) return;
    const write = response.write.bind(response) as (chunk: Buffer) => boolean;
    let sent = 0;
    const cut = (chunk: Buffer) => {
      const first = chunk.subarray(0, Math.max(0, 480_000 - sent));
      sent += first.length;
      const isTaken = write(first);
      if (first.length < chunk.length) void isDrawn.then(() => request.socket.destroy());
      return isTaken;
    };
    Object.assign(response, { write: cut, end: cut });
  });
  const other = await signIn(served, 'rosa@demonstration.invalid');
  await other.page.exposeFunction('drew', (stories: number) => drew(stories));
  await other.page.addInitScript(() => {
    new MutationObserver(() => {
      const words = document.querySelector('[role="status"]')?.textContent ?? '';
      const [stories] = /^[\d,]+(?= of .* are on their way)/.exec(words) ?? [];
      if (stories) (window as unknown as { drew(stories: number): void }).drew(Number(stories.replace(',', '')));
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await other.page.goto(`${served.address}/explore/${large.id}${view}`);
  await other.page.getByText('The connection broke off.').waitFor();
  expect(await isDrawn).toBe(8_192);
  expect(await other.page.locator('canvas').count()).toBe(0);
  await other.page.reload();
  await other.page.getByRole('button', { name: 'Try again' }).waitFor();
  cuts = false;
  await other.page.getByRole('button', { name: 'Try again' }).click();
  await isBack(other.page);

  // Of thousands of stories only those in sight are there; keys lead to each of them, also to the last.
  const { page: reader } = other;
  await reader.goto(`${served.address}/explore/${large.id}`);
  const articles = reader.locator('article[data-story]');
  const opened = reader.locator('article[data-story]:has(h3 [aria-expanded="true"])');
  const placeOf = async () => Number(await opened.getAttribute('aria-posinset'));
  await reader.getByText('12,000 stories, of which').waitFor();
  await articles.first().waitFor();
  const all = Number(await articles.first().getAttribute('aria-setsize'));
  expect(all).toBeGreaterThan(5_000);
  await articles.first().locator('h3 button').focus();
  await reader.keyboard.press('j');
  await expect.poll(placeOf).toBe(2);
  await reader.keyboard.press('End');
  await expect.poll(placeOf, { timeout: 15_000 }).toBe(all);
  expect(await opened.evaluate((story) => story.getBoundingClientRect().top < innerHeight)).toBe(true);
  expect(await articles.count()).toBeLessThan(150);
  await reader.keyboard.press('ArrowUp');
  await expect.poll(placeOf).toBe(all - 1);
  await reader.keyboard.press('Home');
  await expect.poll(placeOf).toBe(1);
  await reader.keyboard.press('PageDown');
  await expect.poll(() => articles.first().evaluate((story) => story.getBoundingClientRect().top)).toBeLessThan(0);
  expect(await articles.count()).toBeLessThan(150);
}, 120_000);

it('a collection that cannot be opened is nothing to the page that is open by then, nor to the next', async () => {
  const served = await servedHouse();
  const { page } = await signIn(served, 'rosa@demonstration.invalid');
  const isLost = moment();
  const lost = (await served.house.collections.bySlug('ccpl-2022'))?.id;
  await page.route(`**/api/v1/collections/${lost}`, async (route) => {
    await isLost.promise;
    await route.abort('connectionreset');
  });
  const open = (slug: string, name: string) => page.locator(`[data-collection="${slug}"]`).getByRole('link', { name }).click();
  await open('ccpl-2022', 'Numbers');
  await page.getByText('Opening the collection…').waitFor();
  await page.goBack();
  await open('ccpl-pulse', 'Numbers');
  const numbers = page.getByRole('heading', { name: 'The numbers' });
  await numbers.waitFor();
  await Promise.all([page.waitForEvent('requestfailed'), isLost.resolve()]);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await numbers.isVisible()).toBe(true);

  await page.goto(`${served.address}/explore/${lost}`);
  await page.getByText('This cannot be shown').waitFor();
  await page.getByRole('link', { name: 'Collections' }).click();
  await page.locator('[data-collection="ccpl-pulse"]').waitFor();
});

it('what is exported is what was counted: while another choice is counted nothing is', async () => {
  const served = await servedHouse();
  const { page } = await signIn(served, 'len@demonstration.invalid');
  const isCounted = moment();
  await page.route('**/exports/preview?*zones=true*', async (route) => {
    await isCounted.promise;
    await route.continue();
  });
  await page.goto(`${served.address}/office/${(await served.house.collections.bySlug('ccpl-pulse'))?.id}/export`);
  const taking = page.getByRole('button', { name: /^Export \d+ stor/ });
  await taking.waitFor();
  expect(await taking.isDisabled()).toBe(false);
  await page.getByRole('checkbox', { name: /Say in words/ }).check();
  expect(await taking.isDisabled()).toBe(true);
  isCounted.resolve();
  await expect.poll(() => taking.isDisabled()).toBe(false);
});
