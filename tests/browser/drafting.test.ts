/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addDana, begin, isKept, text } from './at-the-desk.ts';
import { servedHouse, signIn } from './pages.ts';

const prompt = (page: Page) => text(page, 'prompt.question.en-GB');
const isPut = (page: Page) => page.waitForResponse((response) => response.request().method() === 'PUT');

/** Rosa and Dana write on one draft, and Dana has saved first. */
async function inConflict() {
  const served = await servedHouse();
  await addDana(served);
  const rosa = (await signIn(served, 'rosa@demonstration.invalid')).page;
  await begin(rosa, 'Shared');
  const dana = (await signIn(served, 'dana@example.org')).page;
  await dana.goto(rosa.url());
  await prompt(dana).fill('As Dana asks it.');
  await isKept(dana);
  await prompt(rosa).fill('As Rosa asks it.');
  await rosa.getByText(/^Dana saved this draft at/).waitFor();
  expect(await prompt(rosa).inputValue()).toBe('As Rosa asks it.');
  return { served, rosa, dana };
}

it('of two designers who write on one draft the second is told, and may keep both', async () => {
  const { rosa, dana } = await inConflict();
  const shared = rosa.url();
  await rosa.getByRole('button', { name: 'Keep mine as a new framework' }).click();
  await rosa.waitForFunction((before) => location.href !== before, shared);
  await rosa.locator('[data-conflict]').waitFor({ state: 'detached' });
  expect(await prompt(rosa).inputValue()).toBe('As Rosa asks it.');
  await prompt(rosa).fill('As Rosa goes on.');
  await isKept(rosa);
  await dana.reload();
  expect(await prompt(dana).inputValue()).toBe('As Dana asks it.');
}, 120_000);

it('of two designers who write on one draft the second may go on with what the first saved', async () => {
  const { rosa, dana } = await inConflict();
  await rosa.getByRole('button', { name: 'Go on with theirs' }).click();
  await rosa.locator('[data-conflict]').waitFor({ state: 'detached' });
  expect(await prompt(rosa).inputValue()).toBe('As Dana asks it.');
  await prompt(rosa).fill('As both ask it.');
  await isKept(rosa);
  await rosa.reload();
  expect(await prompt(rosa).inputValue()).toBe('As both ask it.');
  await dana.reload();
  expect(await prompt(dana).inputValue()).toBe('As both ask it.');
}, 120_000);

it('an answer that is lost on the way is no conflict with oneself', async () => {
  const served = await servedHouse();
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'Lost answers');
  let lost = 0;
  await page.route('**/draft', async (route) => {
    if (route.request().method() !== 'PUT' || lost === 1) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await prompt(page).fill('Saved, but nobody heard.');
  await page.getByText('Not saved yet; kept in this browser').waitFor();
  await prompt(page).fill('Saved, but nobody heard. And more.');
  await isKept(page);
  expect([lost, await page.locator('[data-conflict]').count()]).toEqual([1, 0]);
  await page.reload();
  expect(await prompt(page).inputValue()).toBe('Saved, but nobody heard. And more.');
  expect(errors).toEqual([]);
}, 120_000);

it('what could not be saved is said, and is back when the page is opened again', async () => {
  const served = await servedHouse();
  const { page, context } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'A broken line');
  await isKept(page);
  await context.route('**/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()));
  await prompt(page).fill('Written while the line was down.');
  await page.getByText('The server did not answer.').waitFor();
  const { href } = new URL(page.url());
  await page.close({ runBeforeUnload: false });
  await context.unroute('**/draft');

  const again = await context.newPage();
  await again.goto(href);
  await again.getByText('What you wrote before is back.').waitFor();
  expect(await prompt(again).inputValue()).toBe('Written while the line was down.');
  await isKept(again);
  await again.reload();
  await again.getByRole('navigation', { name: 'Outline' }).waitFor();
  expect(await again.getByText('What you wrote before is back.').count()).toBe(0);
  expect(await prompt(again).inputValue()).toBe('Written while the line was down.');
}, 120_000);

it('what was left unsaved over a draft that somebody else saved since is a conflict, and not lost', async () => {
  const served = await servedHouse();
  await addDana(served);
  const { page, context } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'Left behind');
  await context.route('**/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()));
  await prompt(page).fill('As Rosa left it.');
  await page.getByText('Not saved yet; kept in this browser').waitFor();
  const dana = (await signIn(served, 'dana@example.org')).page;
  await dana.goto(page.url());
  await prompt(dana).fill('As Dana asks it.');
  await Promise.all([isPut(dana), isKept(dana)]);
  await page.close({ runBeforeUnload: false });
  await context.unroute('**/draft');
  const again = await context.newPage();
  await again.goto(dana.url());
  await again.getByText(/^Dana saved this draft at/).waitFor();
  expect(await prompt(again).inputValue()).toBe('As Rosa left it.');
  await again.getByRole('button', { name: 'Go on with theirs' }).click();
  await again.locator('[data-conflict]').waitFor({ state: 'detached' });
  expect(await prompt(again).inputValue()).toBe('As Dana asks it.');
}, 120_000);

it('a draft that somebody else published meanwhile is gone, and what was written can be kept', async () => {
  const served = await servedHouse();
  const { page } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'Discarded');
  await isKept(page);
  const [draft] = (await served.house.frameworks.all()).flatMap(({ versions }) => versions.filter(({ state }) => state === 'draft'));
  await served.house.database.db
    .deleteFrom('versions')
    .where('id', '=', draft?.id ?? '')
    .execute();
  await prompt(page).fill('Written too late.');
  await page.getByText('This draft was published or discarded by somebody else.').waitFor();
  const gone = page.url();
  await page.getByRole('button', { name: 'Keep mine as a new framework' }).click();
  await page.waitForFunction((before) => location.href !== before, gone);
  expect(await prompt(page).inputValue()).toBe('Written too late.');
}, 120_000);
