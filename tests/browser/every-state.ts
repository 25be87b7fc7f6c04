/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { isPast, pageOf, touch } from './telling.ts';

/** Told what state the form is in, each time that it is in another one. */
type Look = (state: string) => Promise<void>;

const main = (page: Page) => page.locator('.advance button');

export async function pressMain(page: Page): Promise<void> {
  await touch(page);
  await main(page).click();
}

/** Presses the main button, and waits for the page that follows. */
export async function goOn(page: Page): Promise<void> {
  await main(page).waitFor();
  const before = await pageOf(page);
  await pressMain(page);
  await isPast(page, before);
}

/**
 * Goes through the form of the collection in many languages, through every state a page can be in, whatever its language: the
 * first of all choices is chosen, and every placement is laid in the middle. Nothing is sent yet at the end.
 */
export async function throughEveryState(page: Page, look: Look): Promise<void> {
  await main(page).waitFor();
  await look('start');
  for (const more of await page.locator('summary').all()) await more.click();
  await look('start, all open');
  await goOn(page);
  await look('story, untouched');
  await pressMain(page);
  await page.getByRole('alert').waitFor();
  await look('story, missing');
  await page.locator('#story').fill('Zucchini meridian.');
  await goOn(page);
  for (const key of ['help', 'pace', 'weight', 'mood', 'who', 'wish', 'region']) {
    expect(await pageOf(page)).toBe(key);
    await look(`${key}, untouched`);
    await throughSignifier(page, key, look);
    await goOn(page);
  }
  await look('reading, untouched');
  await pressMain(page);
  await page.getByRole('alert').waitFor();
  await look('reading, missing');
  await page.locator('#reading-read').click();
  await goOn(page);
  await look('sharing');
  await goOn(page);
}

async function throughSignifier(page: Page, key: string, look: Look): Promise<void> {
  const surface = page.locator('[data-surface]');
  if (!(await surface.count())) {
    const field = page.locator('main textarea');
    if (await field.count()) await field.fill('word '.repeat(41));
    else await page.locator('main input').last().click();
    await look(`${key}, answered`);
    if (!(await field.count())) return;
    await pressMain(page);
    await page.getByRole('alert').waitFor();
    await look(`${key}, too long`);
    return field.fill('word');
  }
  expect([key, await page.locator('[data-handle]').count()]).toEqual([key, 0]);
  await surface.scrollIntoViewIfNeeded();
  await surface.click();
  await page.locator('[data-handle]').first().waitFor();
  await look(`${key}, placed`);
  await page.locator('main input[type=checkbox]').last().click();
  await page.locator('[data-handle]').waitFor({ state: 'detached' });
  await look(`${key}, does not apply`);
  await page.locator('.links button').first().click();
  await page.locator('main input[type=radio]').first().waitFor();
  await look(`${key}, choosing`);
  await page.locator('main input[type=radio]').first().click();
  await look(`${key}, chosen`);
}
