/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Telling {
  title: string;
  text: string;
  /** The label of the answer chosen on each choice page, by signifier key; others are left out. */
  choices: Record<string, string>;
  /** Where the story is placed, as parts of the surface's width and height; every surface that is not named too. */
  spots?: Record<string, [x: number, y: number]>;
  reading: 'The study team may read my story' | 'Only count my answers';
  sharing: string[];
}

export const pageOf = (page: Page) => page.locator('main').getAttribute('data-page');

/** Waits until another page is there than the one before. */
export async function isPast(page: Page, before: string | null): Promise<void> {
  await page.waitForFunction((before) => {
    const name = document.querySelector('main')?.dataset.page;
    return name && name !== before;
  }, before);
}

/** Goes on to the next page, and waits until it is there. */
export async function goOn(page: Page, press: (button: Locator) => Promise<void>, name = 'Continue'): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  const before = await pageOf(page);
  await press(button);
  await isPast(page, before);
}

/** How somebody fills the form: with a finger, or with the keyboard alone. */
export interface Hand {
  press(button: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  choose(option: Locator): Promise<void>;
  place(surface: Locator, spot: [x: number, y: number]): Promise<void>;
}

/** Touches the page, as who scrolls does: a main button that is pressed at once waits for as long as a second tap may take. */
export const touch = (page: Page): Promise<void> => page.mouse.click(1, 1);

export function finger(page: Page): Hand {
  return {
    async press(button) {
      await touch(page);
      await button.tap();
    },
    write: (field, text) => field.fill(text),
    async choose(option) {
      await option.tap();
      await expect.poll(() => option.isChecked()).toBe(true);
    },
    async place(surface, [x, y]) {
      await surface.scrollIntoViewIfNeeded();
      const box = await surface.boundingBox();
      if (!box) throw new Error('the surface is not on the page');
      await page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y);
    },
  };
}

/** Whether all of an element lies beneath something else, such as the main button at the bottom. */
function isCovered(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [0.1, 0.5, 0.9].every((share) => {
    const above = document.elementFromPoint(x + width / 2, y + height * share);
    return !above || !(element.contains(above) || above.contains(element));
  });
}

/** Tab and keys alone: nothing is focused by script, nothing is clicked. */
export function keyboard(page: Page): Hand {
  const reach = async (target: Locator) => {
    const element = await target.elementHandle();
    for (let tabs = 0; tabs < 80; tabs += 1) {
      if (await page.evaluate((element) => document.activeElement === element, element)) {
        expect(await target.evaluate(isCovered)).toBe(false);
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error('the keyboard does not reach it');
  };
  return {
    async press(button) {
      await reach(button);
      await button.and(page.locator(':not([aria-disabled=true])')).waitFor();
      await page.keyboard.press('Enter');
    },
    async write(field, text) {
      await reach(field);
      await page.keyboard.type(text);
    },
    async choose(option) {
      if ((await option.getAttribute('type')) === 'checkbox') {
        await reach(option);
        return page.keyboard.press('Space');
      }
      // Radio buttons are one stop: Tab reaches the group, arrows its buttons.
      const name = await option.getAttribute('name');
      const group = page.locator(`input[type=radio][name="${name}"]`);
      await reach(group.first());
      await page.keyboard.press('Space');
      for (let steps = 0; steps < 40 && !(await option.isChecked()); steps += 1) await page.keyboard.press('ArrowDown');
    },
    async place(surface) {
      await reach(surface);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Shift+ArrowRight');
    },
  };
}

/** Fills the form from its first page to the one that shows the receipt; nothing has been sent by then. */
export async function tellUntilReceipt(page: Page, hand: Hand, telling: Telling): Promise<string> {
  await goOn(page, hand.press, 'Start now');
  await tellOnUntil(page, hand, telling, 'receipt');
  return receiptOn(page);
}

export const receiptOn = async (page: Page) => (await page.locator('[data-receipt]').innerText()).replace(/[^0-9A-Z]/g, '');

/** Fills page after page, from the one that is shown, until another is reached. */
export async function tellOnUntil(page: Page, hand: Hand, telling: Telling, until: string): Promise<void> {
  for (let pages = 0; (await pageOf(page)) !== until; pages += 1) {
    expect(pages).toBeLessThan(40);
    await fillPage(page, hand, telling);
    await goOn(page, hand.press);
  }
}

/** Answers what one page asks. */
export async function fillPage(page: Page, hand: Hand, telling: Telling): Promise<void> {
  const name = await pageOf(page);
  if (name === 'story') {
    await hand.write(page.getByRole('textbox').first(), telling.text);
    await hand.write(page.getByRole('textbox').last(), telling.title);
  } else if (name === 'reading') await hand.choose(page.getByRole('radio', { name: telling.reading }));
  else if (name === 'sharing') for (const scope of telling.sharing) await hand.choose(page.getByRole('checkbox', { name: scope }));
  else await answerPage(page, hand, telling);
}

async function answerPage(page: Page, hand: Hand, { choices, spots }: Telling): Promise<void> {
  const key = (await pageOf(page)) ?? '';
  const chosen = choices[key];
  if (chosen) {
    const option = page.getByRole('radio', { name: chosen, exact: true }).or(page.getByRole('checkbox', { name: chosen, exact: true }));
    return hand.choose(option);
  }
  const surface = page.locator('[data-surface]');
  if (!(await surface.count())) return;
  await hand.place(surface, spots?.[key] ?? [0.5, 0.5]);
  await page.locator('[data-handle]').first().waitFor();
}

/** Sends the story and waits until the form says that it is safe. */
export async function send(page: Page, hand: Hand): Promise<void> {
  await goOn(page, hand.press, 'Send my story');
  await page.getByRole('heading', { name: /^Your (story is|answers are) safe$/ }).waitFor();
}
