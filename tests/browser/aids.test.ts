/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openManyLanguages } from '../many-languages.ts';
import { goOn, throughEveryState } from './every-state.ts';
import { openPage, phone, servedHouse } from './pages.ts';
import { pageOf } from './telling.ts';

/** Gives the browser the voices of a phone, since a browser without a screen has none; what is spoken is noted. */
async function withVoices(page: Page, voices: { lang: string; localService: boolean }[]): Promise<void> {
  await page.addInitScript((voices) => {
    const spoken: string[] = [];
    Object.assign(globalThis, { spoken });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
      value: class extends EventTarget {
        readonly text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      },
    });
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: Object.assign(new EventTarget(), {
        getVoices: () => voices,
        speak: ({ text, voice }: { text: string; voice: { localService: boolean } }) => spoken.push(`${voice.localService} ${text}`),
        cancel: () => spoken.push('stopped'),
      }),
    });
  }, voices);
}

const spoken = (page: Page) => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);

it('a page is read aloud by a voice of the phone itself, and falls silent with the page', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house);
  const { page } = await openPage(browser, phone);
  await withVoices(page, [
    { lang: 'en-GB', localService: false },
    { lang: 'en_US', localService: true },
  ]);
  await page.goto(`${address}/c/many?language=en-GB`);
  await page.getByRole('button', { name: 'Read this page aloud' }).tap();
  await expect.poll(() => spoken(page)).toContain('true The ward at night');
  const heard = await spoken(page);
  expect(heard.some((line) => line.startsWith('false'))).toBe(false);
  expect(heard.at(-1)).not.toBe('stopped');
  await goOn(page);
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe('stopped');
  await page.getByRole('button', { name: 'اردو' }).tap();
  await page.getByRole('button', { name: 'Read this page aloud' }).waitFor({ state: 'detached' });
}, 120_000);

it('there is no reading aloud where every voice would send the words away', async () => {
  const { address, browser } = await servedHouse();
  const { page } = await openPage(browser, phone);
  await withVoices(page, [{ lang: 'en-GB', localService: false }]);
  await page.goto(`${address}/c/ccpl-pulse`);
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  expect(await page.getByRole('button', { name: 'Read this page aloud' }).count()).toBe(0);
}, 120_000);

it('the language is switched midway, back and forward, and nothing is lost', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house);
  const { page } = await openPage(browser, phone);
  await page.goto(`${address}/c/many?language=en-GB`);
  await page.locator('.advance button').waitFor();
  await goOn(page);
  await page.locator('.advance button').click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await page.getByRole('button', { name: 'اردو' }).tap();
  await page.getByRole('heading', { name: 'ایک مسئلہ ہے' }).waitFor();
  await page.getByRole('alert').getByRole('link').tap();
  await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('story');
  await page.locator('#story').fill('One night.');
  await goOn(page);
  await page.locator('[data-surface]').click();
  expect(await page.getByText('7 میں سے').count()).toBe(0);
  await page.getByText('12 میں سے 2').waitFor();
  await page.getByRole('button', { name: 'English' }).tap();
  await page.getByText('2 of 12').waitFor();
  expect(await page.locator('[data-handle]').count()).toBe(1);
  await page.goBack();
  expect(await page.locator('#story').inputValue()).toBe('One night.');
  await page.goForward();
  await page.locator('[data-handle]').waitFor();
}, 120_000);

it('the code is offered to the phone’s own keeper of passwords, and nothing of it leaves', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house);
  const { page, requests } = await openPage(browser, phone);
  await page.goto(`${address}/c/many?language=en-GB`);
  await throughEveryState(page, async () => {});
  while ((await pageOf(page)) !== 'receipt') await goOn(page);
  await page.locator('.advance button').click();
  const keep = page.getByRole('button', { name: 'Keep in my passwords' });
  await keep.waitFor();
  const code = (await page.locator('[data-receipt]').getAttribute('data-receipt')) ?? '';
  expect(await page.locator('[autocomplete="new-password"]').inputValue()).toBe(code);
  expect(await page.locator('[autocomplete="username"]').inputValue()).toBe('The ward at night');
  const before = requests.length;
  await page.evaluate(() => {
    const kept: unknown[] = [];
    Object.assign(globalThis, { kept });
    navigator.credentials.store = async (credential) =>
      void kept.push([credential.id, (credential as unknown as { password: string }).password]);
  });
  await keep.tap();
  await page.getByText('If your phone asked whether to save it').waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { kept: unknown[] }).kept)).toEqual([['The ward at night', code]]);
  expect(requests.length).toBe(before);
}, 120_000);
