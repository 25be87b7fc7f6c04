/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { begin, isKept, piece, text } from './at-the-desk.ts';
import { schemesAt, violationsOf } from './looking.ts';
import { phone, servedHouse, signIn } from './pages.ts';

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
    for (const colorScheme of schemesAt(viewport.width)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const violations = await violationsOf(page);
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

it('a key that is held and a double click remove one piece, not those that come under the finger', async () => {
  const served = await servedHouse();
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'Moving house');
  const add = page.getByLabel('Add a question about the story');
  for (const _piece of [1, 2, 3, 4]) await add.selectOption('triad');
  const left = () => page.locator('[data-piece]').count();
  const hold = async (key: string) => {
    for (const _held of [1, 2, 3]) await page.keyboard.down(key);
    await page.keyboard.up(key);
  };
  await page.locator('[data-piece]').first().focus();
  await hold('Delete');
  expect(await left()).toBe(3);
  await page.locator('[data-piece]').first().click();
  await page.getByRole('button', { name: /^Remove: / }).focus();
  await hold('Enter');
  expect(await left()).toBe(2);
  await page.getByRole('button', { name: /^Remove: / }).dblclick();
  expect(await left()).toBe(1);
  expect(errors).toEqual([]);
}, 120_000);
