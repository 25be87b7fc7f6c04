/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { isSaved } from './phone.ts';
import { fillPage, finger, goOn, type Telling } from './telling.ts';

/** A story on the short framework. */
export const telling: Telling = {
  title: 'Obsidian kettle',
  text: 'A velvet gargoyle chaired the handover.',
  choices: { feeling: 'Positive', region: 'London' },
  reading: 'The study team may read my story',
  sharing: [],
};

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap();
export const isAtStart = (page: Page) => page.getByRole('button', { name: 'Start now' }).waitFor();

/** Begins a story, and waits until its words are on the phone. */
export async function beginStory(page: Page): Promise<void> {
  await goOn(page, finger(page).press, 'Start now');
  await fillPage(page, finger(page), telling);
  await isSaved(page);
}

/** Taps twice where a button is, as a finger does that trembles; resolves when the page has heard both. */
export async function doubleTap(page: Page, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error('the button is not on the page');
  const areHeard = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener('click', () => addEventListener('click', () => resolve()), { once: true });
      }),
  );
  for (let taps = 0; taps < 2; taps += 1) await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await areHeard;
}

/** How much of participants' is in each of the browser's stores. */
export const stored = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const rows = names.includes('storyfield')
      ? await new Promise<number>((resolve) => {
          const open = indexedDB.open('storyfield');
          open.onsuccess = () => {
            const count = open.result.transaction('stories').objectStore('stories').count();
            count.onsuccess = () => resolve(count.result);
          };
        })
      : 0;
    return { rows, local: localStorage.length, session: sessionStorage.length, forms: await caches.has('storyfield-forms') };
  });
