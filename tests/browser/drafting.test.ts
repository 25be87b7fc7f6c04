/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { designer } from '../designing.ts';
import { addDana, begin, isKept, text } from './at-the-desk.ts';
import { held, servedHouse, signIn } from './pages.ts';

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

it('who goes on with theirs has the own version back by undoing, at once and after more was written', async () => {
  const { rosa } = await inConflict();
  await rosa.getByRole('button', { name: 'Go on with theirs' }).click();
  await rosa.locator('[data-conflict]').waitFor({ state: 'detached' });
  const undo = rosa.getByRole('button', { name: 'Undo' });
  await undo.click();
  expect(await prompt(rosa).inputValue()).toBe('As Rosa asks it.');
  await rosa.getByRole('button', { name: 'Redo' }).click();
  expect(await prompt(rosa).inputValue()).toBe('As Dana asks it.');
  await prompt(rosa).fill('As both ask it.');
  await isKept(rosa);
  for (const _ of [1, 2]) await undo.click();
  expect(await prompt(rosa).inputValue()).toBe('As Rosa asks it.');
  await isKept(rosa);
  await rosa.reload();
  expect(await prompt(rosa).inputValue()).toBe('As Rosa asks it.');
}, 120_000);

/** What this browser keeps of drafts, as it lies there. */
const keptHere = (page: Page) => page.evaluate(() => Object.values({ ...localStorage }).join());
const refusePuts = (context: BrowserContext) =>
  context.route('**/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()));

it('what is written while a conflict is shown, while an answer is waited for and after the draft is gone is kept', async () => {
  const { served, rosa, dana } = await inConflict();
  await prompt(rosa).fill('Written in the conflict.');
  await expect.poll(() => keptHere(rosa)).toContain('Written in the conflict.');
  await rosa.close({ runBeforeUnload: false });

  await dana.route('**/draft', (route) => (route.request().method() === 'PUT' ? undefined : route.fallback()));
  await prompt(dana).fill('Sent, and no answer comes.');
  await expect.poll(() => keptHere(dana)).toContain('Sent, and no answer comes.');
  await prompt(dana).fill('Written while nothing is heard.');
  await expect.poll(() => keptHere(dana)).toContain('Written while nothing is heard.');
  const shared = dana.url();

  await served.house.database.db.deleteFrom('versions').where('state', '=', 'draft').execute();
  await dana.reload();
  await dana.getByText('This browser still keeps what you wrote in it.').waitFor();
  await dana.unroute('**/draft');
  await dana.getByRole('button', { name: 'Keep mine as a new framework' }).click();
  await dana.waitForFunction((before) => location.href !== before, shared);
  expect(await prompt(dana).inputValue()).toBe('Written while nothing is heard.');
  await prompt(dana).fill('Gone once more.');
  await isKept(dana);
  await served.house.database.db.deleteFrom('versions').where('state', '=', 'draft').execute();
  await prompt(dana).fill('Written too late.');
  await dana.getByText('Somebody else discarded this draft.').waitFor();
  await prompt(dana).fill('Written later still.');
  await expect.poll(() => keptHere(dana)).toContain('Written later still.');
}, 120_000);

it('what one page keeps unsaved is not forgotten when another page of the same browser saves', async () => {
  const served = await servedHouse();
  const { page, context } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'Two pages');
  await isKept(page);
  await page.route('**/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()));
  await prompt(page).fill('Only on the first page.');
  await page.getByText('Not saved yet; kept in this browser').waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  await prompt(other).fill('Saved on the second page.');
  await isKept(other);
  expect(await keptHere(other)).toContain('Only on the first page.');
  await page.close({ runBeforeUnload: false });
  await other.reload();
  await other.locator('[data-conflict]').waitFor();
  expect(await prompt(other).inputValue()).toBe('Only on the first page.');
}, 120_000);

it('what somebody left unsaved is neither shown to nor saved as the next person at the same computer', async () => {
  const served = await servedHouse();
  await addDana(served);
  const { page, context } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'A shared computer');
  await isKept(page);
  await refusePuts(context);
  await prompt(page).fill('For Rosa alone.');
  await page.getByText('Not saved yet; kept in this browser').waitFor();
  await context.unroute('**/draft');
  const dana = await context.newPage();
  const { secret } = await served.app.sessions.makeLink((await served.house.people.byEmail('dana@example.org'))?.id ?? '');
  await dana.goto(`${served.address}/sign-in#${secret}`);
  await dana.getByRole('button', { name: 'Sign out' }).waitFor();
  await prompt(page).fill('Still Rosa’s, on the page that she left.');
  await page.getByText('You are signed out.').waitFor();
  await dana.goto(page.url());
  await dana.getByRole('navigation', { name: 'Outline' }).waitFor();
  expect(await prompt(dana).inputValue()).not.toContain('Rosa');
  const [stored] = (await served.house.frameworks.all()).flatMap(({ versions }) => versions.filter(({ state }) => state === 'draft'));
  expect(JSON.stringify(stored)).not.toContain('Rosa’s');

  // Once she signed in again elsewhere, what failed is saved by itself.
  const back = await context.newPage();
  const again = await served.app.sessions.makeLink((await served.house.people.byEmail('rosa@demonstration.invalid'))?.id ?? '');
  await back.goto(`${served.address}/sign-in#${again.secret}`);
  await back.getByRole('button', { name: 'Sign out' }).waitFor();
  await isKept(page);
}, 120_000);

it('who signs out with something unsaved is asked, and nothing stays at the computer', async () => {
  const served = await servedHouse();
  const { page, context } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'Signing out');
  await isKept(page);
  await refusePuts(context);
  await prompt(page).fill('Nobody else may read this.');
  await page.getByText('Not saved yet; kept in this browser').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  expect(await prompt(page).inputValue()).toBe('Nobody else may read this.');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Delete it and sign out' }).click();
  await page.getByLabel('Email').waitFor();
  expect(await keptHere(page)).toBe('');
}, 120_000);

it('where the browser keeps nothing, the page says so', async () => {
  const served = await servedHouse();
  const { page, context } = await signIn(served, 'rosa@demonstration.invalid');
  await begin(page, 'A full browser');
  await isKept(page);
  await refusePuts(context);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await prompt(page).fill('Kept nowhere.');
  await page.getByText('this browser keeps nothing: leave this page open').waitFor();
  expect(await page.getByText('kept in this browser').count()).toBe(0);
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

it('a draft that somebody else discarded meanwhile is gone, and what was written can be kept', async () => {
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
  await page.getByText('Somebody else discarded this draft.').waitFor();
  const gone = page.url();
  const keeping = await held(page, '**/frameworks/import');
  await page.getByRole('button', { name: 'Keep mine as a new framework' }).click();
  await keeping.isAsked;
  await prompt(page).fill('Written while it is kept.');
  // An answer that is lost on the way does not stand in the way of trying again.
  await page.route(
    '**/draft',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await keeping.give();
  await page.getByText('The server did not answer.').waitFor();
  await page.getByRole('button', { name: 'Keep mine as a new framework' }).click();
  await page.waitForFunction((before) => location.href !== before, gone);
  await page.reload();
  expect(await prompt(page).inputValue()).toBe('Written while it is kept.');
}, 120_000);

it('a draft that somebody else published meanwhile leads to the version, and cannot be published again', async () => {
  const served = await servedHouse();
  const { page } = await signIn(served, 'rosa@demonstration.invalid');
  await page.getByRole('link', { name: 'Frameworks' }).click();
  const start = page.getByRole('button', { name: /^New draft from version 1/ }).first();
  await start.click();
  await prompt(page).fill('Published by another.');
  await isKept(page);
  const design = await designer(served.app);
  const { tag } = await design.draft(new URL(page.url()).pathname.split('/')[2] ?? '');
  expect((await design.publish(new URL(page.url()).pathname.split('/')[2] ?? '', tag)).status).toBe(201);
  await prompt(page).fill('Written too late.');
  await page.getByText(/^Somebody else published this draft: it is version \d+ now\.$/).waitFor();
  expect(await page.getByRole('button', { name: 'Publish…' }).isDisabled()).toBe(true);
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('link', { name: /^See version \d+/ }).click();
  await page.locator('[data-published]').waitFor();
}, 120_000);
