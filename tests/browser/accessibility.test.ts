/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newSubmission, submit } from '../fixtures.ts';
import { openManyLanguages, polish } from '../many-languages.ts';
import { goOn, throughEveryState } from './every-state.ts';
import { faultsOf } from './looking.ts';
import { openPage, phone, servedHouse } from './pages.ts';
import { pageOf } from './telling.ts';

interface Way {
  name: string;
  width: number;
  height: number;
  language: string;
  colorScheme?: 'dark';
  forcedColors?: 'active';
  /** The size of letters, as the phone's own setting. */
  letters?: string;
  /** Whether lines, words and letters are set as far apart as WCAG 1.4.12 names. */
  spaced?: true;
  /** Whether axe looks too, which takes a second for each state. */
  axe?: true;
}

const ways: Way[] = [
  { name: 'on a small phone, dark', width: 320, height: 640, language: 'en-GB', colorScheme: 'dark', axe: true },
  { name: 'on a phone, read from right to left', width: 390, height: 844, language: 'ur', axe: true },
  { name: 'on a small phone, dark, read from right to left', width: 320, height: 640, language: 'ur', colorScheme: 'dark' },
  { name: 'in letters of twice the size', width: 390, height: 844, language: 'en-GB', letters: '225%', axe: true },
  { name: 'on a phone, with text spaced out', width: 390, height: 844, language: 'en-GB', spaced: true },
  { name: 'on its side, in forced colours, without motion', width: 844, height: 390, language: 'en-GB', forcedColors: 'active' },
];

describe('no page and no state of the form is at fault', () => {
  it.each(ways)(
    '$name',
    async ({ width, height, language, ...way }) => {
      const { address, browser, house, app } = await servedHouse();
      await openManyLanguages(house);
      const { letters, spaced, axe = false, colorScheme = 'light', forcedColors = 'none' } = way;
      const { page, errors } = await openPage(browser, {
        ...phone,
        viewport: { width, height },
        colorScheme,
        forcedColors,
        reducedMotion: 'reduce',
      });
      if (spaced) await page.addInitScript(spacedOut);
      if (letters) {
        await page.addInitScript((size) => {
          addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', size));
        }, letters);
      }
      const found: string[] = [];
      const looked: string[] = [];
      const look = async (state: string) => {
        looked.push(state);
        found.push(...(await faultsOf(page, { axe })).map((fault) => `${state}: ${fault}`));
      };
      await page.goto(`${address}/c/many?language=${language}`);
      await throughEveryState(page, look);
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ur' ? 'rtl' : 'ltr');
      await throughSending(page, look);
      await page.goto(`${address}/receipt?language=${language}`);
      await throughReceipt(page, look, await toldAlready());
      for (const gone of ['nowhere', 'ccpl-2022']) {
        await page.goto(`${address}/c/${gone}?language=${language}`);
        await page.locator('main[data-page] h1').waitFor();
        await look(gone);
      }
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      expect(looked.length).toBeGreaterThan(40);

      async function toldAlready(): Promise<string> {
        const collection = await house.collections.bySlug('many');
        if (!collection) throw new Error('the collection is gone');
        const sent = newSubmission(collection, { language, answers: { wish: { text: 'More chairs' } } });
        expect((await submit(app, 'many', sent)).statusCode).toBe(201);
        return sent.receipt;
      }
    },
    240_000,
  );
});

it.each([390, 320])(
  'the words of the study itself are no wider than a screen of %d px in letters of twice the size',
  async (width) => {
    const { address, browser } = await servedHouse();
    const { page } = await openPage(browser, { ...phone, viewport: { width, height: 640 } });
    const setting = await page.context().newCDPSession(page);
    await setting.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await page.goto(`${address}/c/ccpl-pulse`);
    await goOn(page);
    const wider: string[] = [];
    const passed: (string | null)[] = [];
    for (let name = await pageOf(page); name !== 'receipt'; name = await pageOf(page)) {
      passed.push(name);
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wider.push(name ?? '');
      if (name === 'story') await page.getByRole('textbox').first().fill('We met at the board and decided together.');
      if (name === 'reading') await page.locator('#reading-read').tap();
      await goOn(page);
    }
    expect(wider).toEqual([]);
    expect(passed).toContain('check');
    expect(passed.length).toBeGreaterThan(20);
  },
  120_000,
);

function spacedOut(): void {
  addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style');
    style.textContent =
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
    document.head.append(style);
  });
}

/** From "check" until the story is safe and cleared: by way of a lost connection. */
async function throughSending(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  for (let name = await pageOf(page); name !== 'receipt'; name = await pageOf(page)) {
    await look(name ?? '');
    await goOn(page);
  }
  await look('receipt');
  await page.context().setOffline(true);
  await page.locator('.advance button').click();
  await page.locator('.state .note').waitFor();
  await look('waiting');
  // It sends itself as soon as there is a connection.
  await page.context().setOffline(false);
  await page.locator('main[data-page=sent]').waitFor();
  await look('sent');
  await page.locator('.next button').last().click();
  await look('clearing');
  await page.locator('.next .danger').click();
  await page.locator('main[data-page=cleared]').waitFor();
  await look('cleared');
}

async function throughReceipt(page: Page, look: (state: string) => Promise<void>, receipt: string): Promise<void> {
  const field = page.locator('#receipt');
  await field.waitFor();
  await look('code');
  await field.fill('0123456789ABCDEF');
  await page.locator('main button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  await look('code, wrong');
  await field.fill(receipt);
  await page.locator('main button[type=submit]').click();
  await page.locator('main[data-page=receipt-story]').waitFor();
  await page.locator('summary').click();
  await look('opened');
  await page.locator('#reading-count-only').click();
  await look('opened, words will go');
  await page.locator('main button[type=submit]').click();
  await page.locator('.done').waitFor();
  await page.locator('#reading-read').click();
  await look('opened, words again');
  await page.locator('section .danger').click();
  await look('withdrawing');
  await page.locator('section .danger').click();
  await page.locator('main[data-page=withdrawn]').waitFor();
  await look('withdrawn');
}

it('says which words are English where the form has none in the language of the page', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house);
  const { page } = await openPage(browser, phone);
  const unmarked: string[] = [];
  await page.goto(`${address}/c/many?language=pl`);
  await throughEveryState(page, async (state) => {
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('pl');
    unmarked.push(...(await page.evaluate(englishAsPolish, polish)).map((words) => `${state}: ${words}`));
  });
  expect(unmarked).toEqual([]);
}, 120_000);

/** Texts that are taken for Polish and are not: all that the framework says begins with a mark. */
function englishAsPolish(mark: string): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent?.trim() ?? '';
    const parent = texts.currentNode.parentElement;
    if (!/[a-z]{2}/i.test(words) || words.includes(mark) || parent?.closest('script, style, noscript')) continue;
    if (parent?.closest('[lang]')?.getAttribute('lang') === 'pl') found.push(words);
  }
  return found;
}
