/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { phone, servedHouse, signIn } from './pages.ts';

const text = (page: Page, path: string) => page.locator(`[data-text="${path}"]`);
const isKept = (page: Page) => page.locator('[data-kept="true"]').waitFor();
const piece = (page: Page, words: string) => page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: words }).click();

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Frameworks' }).click();
  await page.getByRole('button', { name: 'New framework' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('navigation', { name: 'Outline' }).waitFor();
}

it('an empty draft becomes a published framework, seen on the phone form while it is written', async () => {
  const served = await servedHouse();
  const { page, requests, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'Moving house');
  const form = page.frameLocator('iframe');
  await text(page, 'prompt.question.en-GB').fill('Tell of a day on which you moved house.');
  await form.getByRole('heading', { name: 'Tell of a day on which you moved house.' }).waitFor();
  await page.getByLabel('Add a question about the story').selectOption('triad');
  const corners = { 'corners.top': 'Money', 'corners.left': 'Time', 'corners.right': 'People' };
  for (const [path, words] of Object.entries({ question: 'What counted was…', short: 'Counted', ...corners })) {
    await text(page, `signifiers.0.${path}.en-GB`).fill(words);
  }
  await form.getByRole('heading', { name: 'What counted was…' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');

  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await text(page, 'signifiers.0.corners.right.en-GB').inputValue()).toBe('');
  await page.keyboard.press('Control+Shift+Z');
  expect(await text(page, 'signifiers.0.corners.right.en-GB').inputValue()).toBe('People');

  await page.getByLabel('Add a question about the story').selectOption('dyad');
  await page.locator('[data-piece="dyad-2"]').focus();
  await page.keyboard.press('Alt+ArrowUp');
  const order = () => page.locator('[data-piece]').evaluateAll((pieces) => pieces.map((piece) => (piece as HTMLElement).dataset.piece));
  expect(await order()).toEqual(['dyad-2', 'triad-1']);
  await page.keyboard.press('Delete');
  expect(await order()).toEqual(['triad-1']);

  await piece(page, 'Welcome and notices');
  await text(page, 'notices.privacy.en-GB').fill('Nobody asks your name.');
  await text(page, 'notices.concern.en-GB').fill('Turn to the study team.');
  await isKept(page);
  for (const viewport of [{ width: 1440, height: 900 }, phone.viewport]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect([viewport.width, colorScheme, violations.map(({ id }) => id)]).toEqual([viewport.width, colorScheme, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  }
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish it for good' }).click();
  await page.locator('[data-framework="moving-house"] [data-version="1"]').getByText('Published 1').waitFor();
  expect(requests.filter((request) => request.method() === 'POST' && request.url().includes('/stories'))).toEqual([]);
  expect(errors).toEqual([]);
}, 120_000);

it('of two designers who write on one draft the second is told, and keeps both', async () => {
  const served = await servedHouse();
  const { address } = served;
  await served.house.people.insert({
    name: 'Dana',
    email: 'dana@example.org',
    grants: [{ role: 'designer', collection: null, region: null }],
    demonstration: false,
  });
  const rosa = (await signIn(served, 'rosa@demonstration.invalid')).page;
  await begin(rosa, 'Shared');
  const dana = (await signIn(served, 'dana@example.org')).page;
  await dana.goto(rosa.url());
  await text(dana, 'prompt.question.en-GB').fill('As Dana asks it.');
  await isKept(dana);
  await text(rosa, 'prompt.question.en-GB').fill('As Rosa asks it.');
  await rosa.getByText(/^Dana saved this draft at/).waitFor();
  expect(await text(rosa, 'prompt.question.en-GB').inputValue()).toBe('As Rosa asks it.');
  await rosa.getByRole('button', { name: 'Keep mine as a copy' }).click();
  await rosa.locator('[data-conflict]').waitFor({ state: 'detached' });
  await rosa.waitForFunction((before) => location.href !== before, dana.url());
  expect(await text(rosa, 'prompt.question.en-GB').inputValue()).toBe('As Rosa asks it.');
  await dana.reload();
  expect(await text(dana, 'prompt.question.en-GB').inputValue()).toBe('As Dana asks it.');
  expect(rosa.url().startsWith(`${address}/design/`)).toBe(true);
}, 120_000);
