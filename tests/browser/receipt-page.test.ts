/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { grant, newSubmission, post, signedIn, submit } from '../fixtures.ts';
import { openManyLanguages } from '../many-languages.ts';
import { openPage, phone, type ServedHouse, servedHouse, testBrowser } from './pages.ts';
import { moment, shortHouse } from './phone.ts';
import { finger, pageOf, send, type Telling, tellUntilReceipt } from './telling.ts';

async function stored(served: ServedHouse) {
  const collection = await openManyLanguages(served.house);
  const sent = newSubmission(collection, {
    story: { title: 'The long night', text: 'Aoife and I carried the trolley together.\n\nThen it was morning.' },
    answers: { help: { na: true }, mood: { options: ['other'], other: 'Strange' }, wish: { text: 'More chairs' } },
  });
  await submit(served.app, 'many', sent);
  const reopened = async () => (await post(served.app, '/receipt/open', { receipt: sent.receipt })).json();
  return { ...sent, collection, reopened };
}

async function openReceipt(page: Page, address: string, typed: string): Promise<void> {
  await page.goto(`${address}/receipt`);
  await page.getByLabel('The code of your story').fill(typed);
  await page.getByRole('button', { name: 'Open my story' }).tap();
}

const save = (page: Page) => page.getByRole('button', { name: 'Save what I allow' }).tap();
const saved = (page: Page) => page.getByText('Saved. This is what you allow now.').waitFor();

it('opens however the code is typed, and says the same of every wrong one', async () => {
  const served = await servedHouse();
  const { receipt } = await stored(served);
  const { page } = await openPage(served.browser, phone);
  await openReceipt(
    page,
    served.address,
    receipt
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'i')
      .replace(/(.{4})/g, '$1 - '),
  );
  await page.getByRole('heading', { name: 'Your story' }).waitFor();
  const said: string[] = [];
  for (const wrong of ['0123456789ABCDEF', 'not a code']) {
    await openReceipt(page, served.address, wrong);
    await page.getByRole('alert').waitFor();
    said.push(await page.getByRole('alert').innerText());
    expect(await page.locator(':focus').getAttribute('role')).toBe('alert');
    await page.getByRole('link', { name: 'We found no story with this code' }).tap();
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('receipt');
  }
  expect(new Set(said).size).toBe(1);
}, 120_000);

it('shows what a reviewer took out and put in, in words that change and in other answers', async () => {
  const served = await servedHouse();
  const { receipt, collection } = await stored(served);
  const reviewer = await signedIn(served.app, [grant('reviewer')]);
  const queue = `/collections/${collection.id}/reviews`;
  const [{ id, tag }] = (await served.app.inject({ url: `/api/v1${queue}`, headers: reviewer })).json().reviews;
  const words = {
    title: 'The long night',
    text: 'A colleague and I carried the trolley.\n\nThen it was morning.',
    answers: { mood: 'Strange' },
  };
  expect((await post(served.app, `${queue}/${id}`, { decision: 'release', tag, words }, reviewer)).statusCode).toBe(200);
  const { page } = await openPage(served.browser, phone);
  await openReceipt(page, served.address, receipt);
  const shown = page.locator('[data-differences]');
  await shown.waitFor();
  const texts = async (kind: string) => (await shown.locator(kind).allInnerTexts()).map((text) => text.replace(/^\(.*?\) ?/, '').trim());
  expect(await texts('del')).toEqual(['Aoife', 'together', 'More chairs']);
  expect(await texts('ins')).toEqual(['A colleague']);
}, 120_000);

it('gives each consent back and takes it again; reading takes all the words once more, and they alone', async () => {
  const served = await servedHouse();
  const { receipt, reopened } = await stored(served);
  const { page } = await openPage(served.browser, phone);
  await openReceipt(page, served.address, receipt);
  await page.getByRole('checkbox', { name: 'In workshops in other regions' }).uncheck();
  await save(page);
  await saved(page);
  expect((await reopened()).consent).not.toContain('workshop-other');

  await page.getByRole('radio', { name: 'Only count my answers' }).check();
  await page.getByText('your words are deleted at once').waitFor();
  await save(page);
  await saved(page);
  expect([(await reopened()).words, (await reopened()).consent]).toEqual([null, ['patterns']]);

  await page.getByRole('radio', { name: 'The study team may read my story' }).check();
  await page.getByText('No words of your story are kept').waitFor();
  await save(page);
  await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('story-again');
  await page.getByLabel('Your story', { exact: true }).fill('It was a long night.');
  await page.getByLabel('Title', { exact: true }).fill('Night');
  await page.getByLabel('How did it feel? (In your own words)').fill('Odd');
  await page.getByLabel('What do you wish?').fill('Two more chairs');
  await save(page);
  await saved(page);
  const now = await reopened();
  expect(now.words).toEqual({ title: 'Night', text: 'It was a long night.', answers: { mood: 'Odd', wish: 'Two more chairs' } });
  expect(now.answers).toEqual({ help: { na: true }, mood: { options: ['other'] } });
}, 120_000);

it('is read in another language midway; what was written stays', async () => {
  const served = await servedHouse();
  const { receipt } = await stored(served);
  const { page } = await openPage(served.browser, phone);
  await page.goto(`${served.address}/receipt`);
  await page.getByLabel('The code of your story').fill(receipt);
  await page.getByRole('button', { name: 'Cymraeg' }).tap();
  await page.getByRole('button', { name: 'Agor fy stori' }).tap();
  await page.getByRole('heading', { name: 'Your story' }).waitFor();
  await page.getByRole('radio', { name: 'Only count my answers' }).check();
  await page.getByRole('button', { name: 'اردو' }).tap();
  await page.getByRole('heading', { name: 'آپ کی کہانی' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  expect(await page.getByRole('radio', { name: 'صرف میرے جوابات گنیں' }).isChecked()).toBe(true);
}, 120_000);

it('a withdrawal whose answer was lost is done again and said to be done; the story is gone once', async () => {
  const served = await servedHouse();
  const { receipt } = await stored(served);
  const { page } = await openPage(served.browser, phone);
  await openReceipt(page, served.address, receipt);
  await page.getByRole('button', { name: 'Take my story back' }).tap();
  await page.route('**/receipt/withdraw', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  const sure = page.getByRole('button', { name: 'Yes, take it back and delete it' });
  await sure.tap();
  await page.getByText('There is no connection just now').waitFor();
  expect((await post(served.app, '/receipt/open', { receipt })).statusCode).toBe(404);
  await page.unroute('**/receipt/withdraw');
  await sure.tap();
  await page.getByRole('heading', { name: 'Your story has been taken back and deleted' }).waitFor();
}, 120_000);

it('neither a double tap nor a held Enter takes a story back: what deletes it stands elsewhere, and is gone to', async () => {
  const served = await servedHouse();
  const { receipt } = await stored(served);
  const { page, requests } = await openPage(served.browser, phone);
  await openReceipt(page, served.address, receipt);
  const ask = page.getByRole('button', { name: 'Take my story back' });
  await ask.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await ask.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  for (let taps = 0; taps < 2; taps += 1) await page.touchscreen.tap(x + width / 2, y + height / 2);
  await ask.focus();
  for (let repeats = 0; repeats < 3; repeats += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect.poll(() => page.locator(':focus').innerText()).toBe('No, keep it');
  expect(requests.filter((request) => request.url().endsWith('/withdraw'))).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Yes, take it back and delete it');
}, 120_000);

it('what is heard of a story after its page was left stays off the screen, and off the page of another', async () => {
  const served = await servedHouse();
  const first = await stored(served);
  const second = newSubmission(first.collection, { story: { title: 'The short day', text: 'Nobody carried anything.' }, answers: {} });
  await submit(served.app, 'many', second);
  const { page } = await openPage(served.browser, phone);
  await openReceipt(page, served.address, first.receipt);
  await page.getByRole('checkbox', { name: 'In workshops in other regions' }).uncheck();
  const left = moment();
  await page.route('**/receipt/consent', async (route) => {
    await left.promise;
    await route.continue();
  });
  const asking = page.waitForRequest('**/receipt/consent');
  await save(page);
  const asked = await asking;
  await page.goBack();
  await page.getByLabel('The code of your story').fill(second.receipt);
  await page.getByRole('button', { name: 'Open my story' }).tap();
  await page.getByText('Nobody carried anything.').waitFor();
  left.resolve();
  await (await asked.response())?.finished();
  await page.getByRole('button', { name: 'اردو' }).tap();
  await page.getByRole('heading', { name: 'آپ کی کہانی' }).waitFor();
  expect((await first.reopened()).consent).not.toContain('workshop-other');
  expect(await page.locator('main').innerText()).toContain('Nobody carried anything.');
}, 120_000);

it('a story whose taking back is heard of after its page was left is not listed on the phone any more', async () => {
  const { address, form } = await shortHouse();
  const { page } = await openPage(await testBrowser(), phone);
  await page.goto(form);
  const telling: Telling = { title: '', text: 'One night.', choices: {}, reading: 'The study team may read my story', sharing: [] };
  const receipt = await tellUntilReceipt(page, finger(page), telling);
  await send(page, finger(page));
  await openReceipt(page, address, receipt);
  await page.getByRole('button', { name: 'Take my story back' }).tap();
  const left = moment();
  await page.route('**/receipt/withdraw', async (route) => {
    await left.promise;
    await route.continue();
  });
  const asking = page.waitForRequest('**/receipt/withdraw');
  await page.getByRole('button', { name: 'Yes, take it back and delete it' }).tap();
  await asking;
  await page.goBack();
  const listed = page.locator('[data-outbox="sent"]');
  await listed.waitFor();
  left.resolve();
  await listed.waitFor({ state: 'detached' });
  expect(await pageOf(page)).toBe('receipt-code');
}, 120_000);

it('while what is allowed is being saved it is not changed, so that what is said to be saved is', async () => {
  const served = await servedHouse();
  const { receipt, reopened } = await stored(served);
  const { page } = await openPage(served.browser, phone);
  await openReceipt(page, served.address, receipt);
  const published = page.getByRole('checkbox', { name: 'In reports' });
  await published.uncheck();
  const seen = moment();
  await page.route('**/receipt/consent', async (route) => {
    await seen.promise;
    await route.continue();
  });
  await save(page);
  await page.getByRole('button', { name: 'Saving…' }).waitFor();
  for (const choice of [published, page.getByRole('radio', { name: 'Only count my answers' })])
    expect(await choice.isDisabled()).toBe(true);
  expect(await page.locator(':focus').innerText()).toBe('Saving…');
  seen.resolve();
  await saved(page);
  expect([await published.isEnabled(), await published.isChecked()]).toEqual([true, false]);
  expect((await reopened()).consent).not.toContain('publish');
}, 120_000);

it('a page whose parts cannot be loaded says so, and is tried again', async () => {
  const { address, browser } = await servedHouse();
  const { page } = await openPage(browser, { ...phone, serviceWorkers: 'block' });
  const part = /\/ReceiptRoom-[\w-]+\.js$/;
  await page.route(part, (route) => route.abort('connectionreset'));
  await page.goto(`${address}/receipt`);
  await page.getByRole('heading', { name: 'This page could not be opened' }).waitFor();
  await page.unroute(part);
  await page.getByRole('button', { name: 'Try again' }).tap();
  await page.getByRole('heading', { name: 'Open your story' }).waitFor();
}, 120_000);
