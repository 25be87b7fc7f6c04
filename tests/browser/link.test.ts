/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openCollection } from '../fixtures.ts';
import { schemesAt, violationsOf } from './looking.ts';
import { openPage, phone, type ServedHouse, servedHouse, signIn } from './pages.ts';
import { shortFramework } from './phone.ts';
import { finger, send, type Telling, tellOnUntil, tellUntilReceipt } from './telling.ts';

const telling: Telling = {
  title: 'A title',
  text: 'We met at the board.',
  choices: { feeling: 'Positive' },
  reading: 'The study team may read my story',
  sharing: [],
};

const pulse = async ({ house }: ServedHouse) => `/office/${(await house.collections.bySlug('ccpl-pulse'))?.id}/link`;

it('a designer makes a key for a poster, prints it, requires keys, and ends one: by keyboard where it matters', async () => {
  const served = await servedHouse();
  const { page, context, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('[data-collection="ccpl-pulse"]').getByRole('link', { name: 'Link and poster' }).click();
  const link = page.locator('[data-link]');
  await link.waitFor();
  expect(await link.inputValue()).toMatch(/\/c\/ccpl-pulse$/);
  await page.waitForFunction(() => document.querySelector('img')?.naturalWidth);

  await page.getByLabel('A new key, for').fill('Ward poster, Leeds');
  await page.keyboard.press('Enter');
  await page.locator('[data-key="Ward poster, Leeds"]').waitFor();
  expect(await link.inputValue()).toMatch(/\/c\/ccpl-pulse#[0-9A-Z-]{14}$/);
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
  const [poster] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Poster/ }).click()]);
  expect(poster.suggestedFilename()).toBe('ccpl-pulse-ward-poster-leeds.pdf');
  expect(readFileSync(await poster.path(), 'latin1').slice(0, 5)).toBe('%PDF-');

  const needed = page.getByRole('switch', { name: /A story needs a key/ });
  await needed.focus();
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: /Yes, for seven days/ }).waitFor();
  expect(await needed.isChecked()).toBe(false);
  await page.keyboard.press('Escape');
  await page.getByRole('radio').first().waitFor({ state: 'detached' });
  await needed.focus();
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: /No, from this moment/ }).check();
  await page.keyboard.press('Enter');
  await page.getByText('Only who opens a link with a key').waitFor();
  expect(await needed.isChecked()).toBe(true);

  await page.getByRole('button', { name: 'Revoke: Ward poster, Leeds' }).click();
  await page.getByRole('button', { name: 'Revoke this key' }).click();
  await page.locator('[data-revoked="Ward poster, Leeds"]').getByText('are taken until').waitFor();
  await page.getByText('No link lets anybody in just now').waitFor();
  expect(await page.getByRole('button', { name: /Poster/ }).count()).toBe(0);
  expect(errors).toEqual([]);
}, 120_000);

it('an Enter that is held on "Revoke" asks, and ends no key', async () => {
  const served = await servedHouse();
  const { page, requests } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(`${served.address}${await pulse(served)}`);
  await page.getByLabel('A new key, for').fill('Ward poster, Leeds');
  await page.keyboard.press('Enter');
  const revoke = page.getByRole('button', { name: 'Revoke: Ward poster, Leeds' });
  await revoke.focus();
  for (const _held of [1, 2, 3]) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.getByRole('button', { name: 'Revoke this key' }).waitFor();
  await page.keyboard.press('Escape');
  await revoke.waitFor();
  expect(requests.filter((request) => request.url().endsWith('/revocation'))).toEqual([]);
}, 120_000);

it('a lead prints and copies, and does not keep the keys', async () => {
  const served = await servedHouse();
  const { page } = await signIn(served, 'len@demonstration.invalid');
  await page.goto(`${served.address}${await pulse(served)}`);
  await page.locator('[data-link]').waitFor();
  expect(await page.getByRole('switch').isDisabled()).toBe(true);
  expect(await page.getByLabel('A new key, for').count()).toBe(0);
}, 120_000);

it('the page has no fault that axe finds: at a desk and on a phone, light and dark, with keys and while asking', async () => {
  const served = await servedHouse();
  const { page } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(`${served.address}${await pulse(served)}`);
  for (const label of ['Ward poster, Leeds', 'Letter to practices']) {
    await page.getByLabel('A new key, for').fill(label);
    await page.keyboard.press('Enter');
    await page.locator(`[data-key="${label}"]`).waitFor();
  }
  await page.getByRole('button', { name: 'Revoke: Letter to practices' }).click();
  for (const viewport of [{ width: 1440, height: 900 }, phone.viewport]) {
    for (const colorScheme of schemesAt(viewport.width)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const violations = await violationsOf(page);
      expect([viewport.width, colorScheme, violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)]).toEqual([
        viewport.width,
        colorScheme,
        [],
      ]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  }
}, 120_000);

it('a link is said kindly to be incomplete, wrong or ended, in the language asked for, with where to turn; with its key it takes a story', async () => {
  const { house, address, browser } = await servedHouse();
  const collection = await openCollection(house, { slug: 'keyed', languages: ['en-GB', 'cy'] });
  const { id: personId } = await house.people.insert({ name: 'Dana', email: 'dana@example.org', grants: [], demonstration: false });
  await house.links.require(collection, personId, true, false);
  const good = await house.links.make(collection, personId, 'Ward poster');
  const ended = await house.links.make(collection, personId, 'Old poster');
  await house.links.revoke(collection, personId, ended.id, true);
  const [goodKey, endedKey] = [good, ended].map(({ link }) => link?.split('#')[1]);
  const { page, requests, errors } = await openPage(browser, phone);
  const cases: [string, RegExp][] = [
    ['/c/keyed', /not complete/],
    ['/c/keyed#0000-0000-0000', /not quite right/],
    [`/c/keyed#${endedKey}`, /no longer in use/],
    ['/c/keyed?language=cy', /yn gyflawn/],
    ['/c/keyed?language=xx', /not complete/],
    ['/c/', /cannot find/],
    ['/c', /cannot find/],
    ['/c/ccpl-2022', /closed on 23 March 2022/],
  ];
  for (const [path, expected] of cases) {
    await page.goto('about:blank');
    await page.goto(`${address}${path}`);
    await page.getByText(expected).first().waitFor();
    if (path.startsWith('/c/keyed')) expect(await page.locator('main details').count()).toBe(1);
    const violations = await violationsOf(page);
    expect([path, violations.map(({ id }) => id)]).toEqual([path, []]);
  }

  // Another link opened in the same page is followed between stories; while one is told it changes nothing.
  const start = page.getByRole('button', { name: 'Start now' });
  await page.goto('about:blank');
  await page.goto(`${address}/c/keyed`);
  await page.getByText(/not complete/).waitFor();
  await page.goto(`${address}/c/keyed#${goodKey}`);
  await start.waitFor();
  await page.goto(`${address}/c/keyed#${endedKey}`);
  await page.getByText(/no longer in use/).waitFor();
  // Without a network, what was said of one link is not said of another.
  await page.route('**/form', (route) => route.abort());
  await page.goto(`${address}/c/keyed#${goodKey}`);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.unroute('**/form');
  await page.goto(`${address}/c/keyed#${endedKey}`);
  await page.getByText(/no longer in use/).waitFor();
  await page.goto(`${address}/c/keyed#${goodKey}`);
  const hand = finger(page);
  await start.tap();
  await page.getByRole('textbox').first().fill('We met at the board.');
  await Promise.all([page.waitForResponse(/\/form/), page.goto(`${address}/c/keyed#${endedKey}`)]);
  expect(await page.getByRole('textbox').first().inputValue()).toBe('We met at the board.');
  await tellOnUntil(page, hand, telling, 'receipt');
  await send(page, hand);
  for (const request of requests) expect(new URL(request.url().split('#')[0] ?? '').href).not.toContain(goodKey);
  expect(errors).toEqual([]);
}, 180_000);

it('a story refused for its revoked link goes by the link that is opened since, in the same page or a new one', async () => {
  const { house, address, browser } = await servedHouse();
  const collection = await openCollection(house, { slug: 'keyed', framework: shortFramework });
  const { id: personId } = await house.people.insert({ name: 'Dana', email: 'dana@example.org', grants: [], demonstration: false });
  await house.links.require(collection, personId, true, false);
  const made = async (label: string) => {
    const { id, link } = await house.links.make(collection, personId, label);
    return { id, path: `${address}/c/keyed#${link?.split('#')[1]}` };
  };
  const newer = await made('Newer poster');
  for (const isNewPage of [false, true]) {
    const old = await made(`Old poster ${isNewPage}`);
    const { page, errors } = await openPage(browser, phone);
    const hand = finger(page);
    await page.goto(old.path);
    await tellUntilReceipt(page, hand, telling);
    await house.links.revoke(collection, personId, old.id, false);
    await page.getByRole('button', { name: 'Send my story' }).focus();
    await page.keyboard.down('Enter');
    await page.getByRole('heading', { name: 'Your story was not taken' }).waitFor();
    // Still held, it passes nothing by.
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await page.locator('[data-receipt]').count()).toBe(0);
    if (isNewPage) {
      await page.goto('about:blank');
      await page.goto(newer.path);
      await page.getByRole('button', { name: 'Open it again' }).tap();
    } else {
      await Promise.all([page.waitForResponse(/\/form/), page.goto(newer.path)]);
      await page.getByRole('button', { name: 'Change my story' }).tap();
    }
    await page.getByText(telling.text).waitFor();
    await tellOnUntil(page, hand, telling, 'receipt');
    await send(page, hand);
    expect(errors).toEqual([]);
    await page.close();
  }
  expect(await house.listings.ids(collection.id)).toHaveLength(2);
}, 180_000);
