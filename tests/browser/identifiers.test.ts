/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { post } from '../fixtures.ts';
import { openManyLanguages } from '../many-languages.ts';
import { violationsOf } from './looking.ts';
import { openPage, phone, servedHouse, testBrowser } from './pages.ts';
import { shortFramework, shortHouse } from './phone.ts';
import { finger, goOn, isPast, keyboard, pageOf, receiptOn, send, type Telling, tellOnUntil, tellUntilReceipt } from './telling.ts';

const telling: Telling = {
  title: 'What Bronagh said',
  text: 'We had been stuck for weeks. Dr Okafor came down from Ward 7B with 943 476 5919 on a note. I rang 07700 900123 at once.',
  choices: {},
  reading: 'The study team may read my story',
  sharing: [],
};

const chunk = /\/identifiers-[\w-]+\.js$/;

/** Goes on until "Check your answers". */
async function toCheck(page: Page, form: string, words: Pick<Telling, 'title' | 'text'> = telling): Promise<void> {
  await page.goto(form);
  await page.getByRole('button', { name: 'Start now' }).tap();
  await page.locator('main[data-page="story"]').waitFor();
  await tellOnUntil(page, finger(page), { ...telling, ...words }, 'check');
}

/** A house with a short form, and a browser. */
async function short() {
  const browser = await testBrowser();
  return { ...(await shortHouse()), browser };
}

const points = (page: Page) => page.locator('[data-identifier]');
const marks = (page: Page) => page.locator('[data-identifier] mark').allInnerTexts();

it('points out names, wards, a spaced NHS number and a number kept for fiction, by nothing but what it loads from here', async () => {
  const { address, browser, form } = await short();
  const { page, requests, errors } = await openPage(browser, phone);
  await toCheck(page, form);
  await points(page).first().waitFor();
  expect(await marks(page)).toEqual(['Bronagh', 'Dr Okafor', 'Ward 7B', '943 476 5919', '07700 900123']);
  await page.getByRole('heading', { name: '5 things here may identify someone' }).waitFor();
  expect(requests.filter((request) => chunk.test(request.url()))).toHaveLength(1);
  expect([...new Set(requests.map((request) => new URL(request.url()).origin))]).toEqual([address]);
  expect(requests.filter((request) => request.method() !== 'GET')).toEqual([]);
  expect(errors).toEqual([]);
}, 120_000);

it('one tap replaces, another brings back; all can be replaced at once; what was decided stays when coming back', async () => {
  const { app, browser, form } = await short();
  const { page } = await openPage(browser, phone);
  await toCheck(page, form);
  const story = page.locator('dl').first();
  await page.getByRole('button', { name: 'Change “Dr Okafor” to “a colleague”' }).tap();
  await page.getByRole('status').filter({ hasText: '“Dr Okafor” is now “a colleague”.' }).waitFor({ state: 'attached' });
  await story.getByText('A colleague came down from Ward 7B').waitFor();
  await expect.poll(() => page.locator(':focus').innerText()).toMatch(/^Undo/);
  await page.getByRole('button', { name: /^Undo.*Dr Okafor/ }).tap();
  await story.getByText('Dr Okafor came down').waitFor();
  await page.getByRole('button', { name: /^Leave as it is.*Bronagh/ }).tap();
  await expect.poll(() => page.locator(':focus').innerText()).toMatch(/^Undo/);
  await page.getByRole('button', { name: 'Change all of them' }).tap();
  await page.getByRole('heading', { name: 'You have seen to all that we found' }).waitFor();
  const replaced =
    'We had been stuck for weeks. A colleague came down from a ward with an NHS number on a note. I rang a phone number at once.';
  await story.getByText(replaced).waitFor();
  await page.getByRole('button', { name: 'Continue', exact: true }).tap();
  const receipt = await receiptOn(page);
  await page.getByRole('button', { name: 'Back' }).tap();
  await page.getByRole('button', { name: /^Undo.*Bronagh/ }).waitFor();
  expect(await points(page).count()).toBe(5);
  await page.getByRole('button', { name: 'Continue', exact: true }).tap();
  await send(page, finger(page));
  expect((await post(app, '/receipt/open', { receipt })).json().words).toMatchObject({ title: 'What Bronagh said', text: replaced });
}, 120_000);

it('is a hint and no gate: by keyboard, nothing touched, the story goes as it was written, and the part is loaded on that page alone', async () => {
  const { app, browser, form } = await short();
  const { page, requests } = await openPage(browser, { viewport: { width: 390, height: 844 } });
  await page.goto(form);
  const hand = keyboard(page);
  const loaded: string[] = [];
  const press: typeof hand.press = async (button) => {
    if ((await pageOf(page)) !== 'check' && requests.some((request) => chunk.test(request.url()))) loaded.push((await pageOf(page)) ?? '');
    await hand.press(button);
  };
  const receipt = await tellUntilReceipt(page, { ...hand, press }, telling);
  expect(loaded).toEqual([]);
  await send(page, hand);
  expect((await post(app, '/receipt/open', { receipt })).json().words).toMatchObject({ title: telling.title, text: telling.text });
}, 180_000);

it('says so where nothing was found, where it could not look, and is silent where no words leave the phone', async () => {
  const { browser, form } = await short();
  const { page } = await openPage(browser, phone);
  await toCheck(page, form, { title: 'A night', text: 'The consultant listened.' });
  await page.getByText('found none').waitFor();

  const other = await openPage(browser, { ...phone, serviceWorkers: 'block' });
  await other.page.route(chunk, (route) => route.abort('connectionreset'));
  await toCheck(other.page, form);
  await other.page.getByText('We could not look for names and numbers just now').waitFor();
  await other.page.getByRole('button', { name: 'Continue', exact: true }).tap();
  await other.page.locator('[data-receipt]').waitFor();

  const counted = await openPage(browser, phone);
  await toCheck(counted.page, form);
  await counted.page.getByRole('button', { name: 'Back' }).tap();
  await counted.page.getByRole('button', { name: 'Back' }).tap();
  await counted.page.getByRole('radio', { name: 'Only count my answers' }).tap();
  await counted.page.getByRole('button', { name: 'Continue', exact: true }).tap();
  await counted.page.getByText('Your words stay on this phone').waitFor();
  expect(await points(counted.page).count()).toBe(0);
}, 180_000);

it('is kept on the phone with the rest of the form, so that it looks without a network too', async () => {
  const { browser, form } = await short();
  const { page, context } = await openPage(browser, phone);
  await page.goto(form);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await context.setOffline(true);
  await toCheck(page, form);
  await points(page).first().waitFor();
}, 120_000);

it('looks through texts and words beside "other" too, and replaces them there', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house);
  const { page } = await openPage(browser, phone);
  await page.goto(`${address}/c/many`);
  await page.getByRole('button', { name: 'Start now' }).tap();
  await page.getByRole('textbox').first().fill('It was a long night.');
  for (let pages = 0; pages < 40 && (await pageOf(page)) !== 'check'; pages += 1) {
    const before = await pageOf(page);
    if (before === 'mood') {
      await page.getByRole('radio', { name: 'Something else' }).tap();
      await page.getByRole('textbox').fill('Like Aoife on Mondays');
    }
    if (before === 'wish') await page.getByRole('textbox').fill('More like Olusegun');
    if (before === 'reading') await page.getByRole('radio', { name: telling.reading }).tap();
    await page.getByRole('button', { name: 'Continue', exact: true }).tap();
    await isPast(page, before);
  }
  await points(page).first().waitFor();
  expect((await marks(page)).sort()).toEqual(['Aoife', 'Olusegun']);
  await page.getByRole('button', { name: 'Change all of them' }).tap();
  await page.locator('dl').getByText('More like someone').waitFor();
  await page.locator('dl').getByText('Like someone on Mondays').waitFor();
}, 120_000);

it('has no fault that axe finds while finds are shown, replaced and left, light and dark, down to 320 pixels', async () => {
  const { browser, form } = await short();
  for (const [width, colorScheme] of [
    [390, 'light'],
    [320, 'dark'],
  ] as const) {
    const { page } = await openPage(browser, { ...phone, viewport: { width, height: 844 }, colorScheme });
    await toCheck(page, form);
    await points(page).first().waitFor();
    const look = async () => {
      const violations = await violationsOf(page);
      expect([width, violations.map(({ id }) => id)]).toEqual([width, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      for (const button of await page.locator('[data-identifier] button').all()) {
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
    };
    await look();
    await page.getByRole('button', { name: /^Change “Dr Okafor”/ }).tap();
    await page.getByRole('button', { name: /^Leave as it is.*Ward 7B/ }).tap();
    await look();
  }
}, 180_000);

it('what is replaced beside "other" leaves the options as they were ticked last', async () => {
  const browser = await testBrowser();
  const signifiers = shortFramework.signifiers.filter(({ key }) => key === 'region');
  const setting = ccplFramework.signifiers.filter(({ key }) => key === 'setting');
  const { form } = await shortHouse({ collection: { framework: { ...shortFramework, signifiers: [...setting, ...signifiers] } } });
  const { page } = await openPage(browser, phone);
  const hand = finger(page);
  await page.goto(form);
  await goOn(page, hand.press, 'Start now');
  await tellOnUntil(page, hand, { ...telling, title: '', text: 'A night.' }, 'setting');
  await hand.choose(page.getByRole('checkbox', { name: 'Somewhere else' }));
  await page.getByRole('textbox').fill('Like Aoife on Mondays');
  await goOn(page, hand.press);
  await tellOnUntil(page, hand, telling, 'check');
  await points(page).first().waitFor();
  await page.getByRole('button', { name: /^Change.*Where did it take place/ }).tap();
  await hand.choose(page.getByRole('checkbox', { name: 'Acute hospital' }));
  await goOn(page, hand.press);
  await page.getByRole('button', { name: 'Change “Aoife” to “someone”' }).tap();
  const answer = page.locator('dd').filter({ hasText: 'Like someone on Mondays' });
  await answer.waitFor();
  expect(await answer.innerText()).toContain('Acute hospital');
}, 120_000);
