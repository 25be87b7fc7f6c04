/// <reference lib="dom" />
import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { grant } from '../fixtures.ts';
import { faultsOf, schemesAt } from './looking.ts';
import { desk, openPage, phone, type ServedHouse, servedHouse, signIn } from './pages.ts';

async function twoResearchers() {
  const served = await servedHouse();
  const collection = await served.house.collections.bySlug('ccpl-pulse');
  if (!collection) throw new Error('the demonstration is not there');
  const grants = [grant('researcher', collection.id)];
  await served.house.people.insert({ name: 'Ruth', email: 'ruth@example.org', grants, demonstration: false });
  return { served, at: `${served.address}/explore/${collection.id}` };
}

const dialog = (page: Page) => page.getByRole('dialog');

async function saveView(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Save (view|as new)$/ })
    .first()
    .click();
  await dialog(page).last().getByLabel('Name').fill(name);
  await dialog(page).last().getByRole('button', { name: 'Save view' }).click();
  await page.locator('[data-saved]', { hasText: name }).first().waitFor();
}

/** Looks at a page in both widths and both lights. */
async function look(page: Page, url: string, sign: string): Promise<void> {
  for (const viewport of [desk.viewport, phone.viewport]) {
    for (const colorScheme of schemesAt(viewport.width)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(url);
      await page.locator(sign).first().waitFor();
      const faults = (await faultsOf(page)).filter((fault) => !fault.startsWith('a target'));
      expect([url, viewport.width, colorScheme, faults]).toEqual([url, viewport.width, colorScheme, []]);
    }
  }
  await page.setViewportSize(desk.viewport);
}

async function asRuth(served: ServedHouse, url: string): Promise<{ page: Page; errors: string[] }> {
  const ruth = await signIn(served, 'ruth@example.org');
  await ruth.page.goto(url);
  return ruth;
}

it('a view is saved and shared by its address; a second researcher opens it, and disagrees in words', async () => {
  const { served, at } = await twoResearchers();
  const { page: rosa, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await rosa.goto(`${at}?on.region=midlands`);
  await rosa.locator('[data-story]').first().waitFor();
  await saveView(rosa, 'Midlands, all waves');
  const shared = rosa.url();
  expect(new URL(shared).search).toMatch(/^\?on\.region=midlands&saved=[\w-]{36}$/);
  await rosa.getByRole('button', { name: 'Write a note' }).click();
  await rosa.getByText(/Quote nobody and name nobody/).waitFor();
  await rosa.getByLabel('What you read into this').fill('They decide in the corridor.');
  await rosa.getByRole('button', { name: 'Save note' }).click();
  await rosa.locator('[data-note]', { hasText: 'They decide in the corridor.' }).waitFor();

  const { page: ruth, errors: more } = await asRuth(served, shared);
  await ruth.locator('[data-saved]', { hasText: 'Midlands, all waves' }).waitFor();
  expect(await ruth.locator('[data-chosen]').first().textContent()).toBe(await rosa.locator('[data-chosen]').first().textContent());
  const note = ruth.locator('[data-note]', { hasText: 'They decide in the corridor.' });
  await note.waitFor();
  expect(await note.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  await note.getByRole('button', { name: 'Disagree' }).click();
  await note.getByLabel('You disagree, because…').fill('In winter it is the committee.');
  await note.getByRole('button', { name: 'Disagree' }).click();
  await note.locator('[data-stance=disagrees]').waitFor();
  await rosa.reload();
  expect(await rosa.locator('[data-note]').textContent()).toContain('Disagrees. In winter it is the committee.');

  // Ruth changes the view; Rosa, who read it before, is told so and keeps what she has.
  await ruth.getByRole('button', { name: 'Saved views (1)' }).click();
  await ruth.getByRole('button', { name: 'Rename' }).click();
  await ruth.getByLabel('Name').fill('Midlands');
  await ruth.getByRole('button', { name: 'Save', exact: true }).click();
  await ruth.locator('[data-view] a', { hasText: /^Midlands$/ }).waitFor();
  await rosa.goto(`${at}?on.region=midlands,london&saved=${new URL(shared).searchParams.get('saved')}`);
  await rosa.getByText('not as saved').waitFor();
  await ruth.getByRole('button', { name: 'Duplicate' }).click();
  await ruth.getByRole('button', { name: 'Rename' }).nth(1).click();
  await ruth.getByLabel('Name').fill('Midlands and more');
  await ruth.getByRole('button', { name: 'Save', exact: true }).click();
  await ruth.locator('[data-view]', { hasText: 'Midlands and more' }).waitFor();
  await rosa.getByRole('button', { name: 'Save changes' }).click();
  await rosa.getByText('Somebody else has saved this view since you opened it.').waitFor();
  expect(await rosa.locator('[data-since]').textContent()).toMatch(/Ruth, .* 20\d\d: “Midlands and more”, which chooses Midlands\./);
  await rosa.getByRole('button', { name: 'Save over theirs' }).click();
  await rosa.locator('[data-since]').waitFor({ state: 'detached' });
  expect(await rosa.locator('[data-saved]').textContent()).toContain('Midlands and more');

  // In the list too, saving over it is a button of its own, where no second tap of the first comes to lie.
  await ruth.getByRole('button', { name: 'Rename' }).nth(1).click();
  await ruth.getByLabel('Name').fill('Midlands, as Ruth says');
  const save = ruth.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await dialog(ruth).getByText('Somebody else has saved this view since you opened it.').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await ruth.getByLabel('Name').press('Enter');
  await dialog(ruth).getByRole('button', { name: 'Save over theirs' }).click();
  await ruth.locator('[data-view] a', { hasText: 'Midlands, as Ruth says' }).waitFor();

  // Deleting is regretted.
  const gone = ruth.locator('[data-view]', { hasText: 'Copy of' });
  await gone.getByRole('button', { name: 'Delete' }).click();
  await ruth.getByText(/is deleted, with its notes/).waitFor();
  expect(await gone.count()).toBe(0);
  await ruth.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await gone.waitFor();

  // A list that was asked for before a view was saved, and comes later, takes nothing from it.
  const listing = new Promise<Route>((hold) => void ruth.route('**/views', hold, { times: 1 }));
  await ruth.reload();
  const late = await listing;
  const older = await late.fetch();
  await saveView(ruth, 'A third one');
  await ruth.getByRole('button', { name: 'Saved views (3)' }).waitFor();
  await late.fulfill({ response: older });
  await ruth.getByRole('button', { name: 'Saved views (3)' }).click();
  await dialog(ruth).getByRole('link', { name: 'A third one' }).waitFor();
  expect([...errors, ...more]).toEqual([]);
}, 120_000);

it('waves and saved views stand side by side on the same bins and scale, each with its numbers', async () => {
  const { served, at } = await twoResearchers();
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(`${at}?plot=changes`);
  await page.getByRole('button', { name: 'Compare waves and saved views' }).click();
  const sides = page.locator('[data-side]');
  await sides.nth(1).waitFor();
  const waves = new URL(page.url()).searchParams.get('beside');
  expect(waves?.split(',').length).toBe(2);
  const stories = await sides.evaluateAll((all) => all.map((side) => Number.parseInt(side.querySelector('p')?.textContent ?? '', 10)));
  expect(stories).toEqual([240, 280]);
  expect(await sides.first().textContent()).toMatch(/placed/);
  await look(page, page.url(), '[data-side]');
  await page.goto(`${at}?on.region=midlands`);
  await page.locator('[data-story]').first().waitFor();
  await saveView(page, 'Midlands');
  await page.goto(`${at}?plot=decisions&beside=${waves}`);
  await sides.nth(1).waitFor();
  await page.getByLabel('Set beside').selectOption({ label: 'Midlands' });
  await sides.nth(2).waitFor();
  await page.getByRole('button', { name: 'Take Midlands away' }).click();
  await sides.nth(2).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: 'Compare waves and saved views' }).waitFor();
  expect(new URL(page.url()).search).toBe('?plot=decisions');
  expect(errors).toEqual([]);
}, 240_000);

it('reading goes on by keys, and from a story to those placed like it, ringed on every plot', async () => {
  const { served, at } = await twoResearchers();
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(at);
  const stories = page.locator('article[data-story]');
  await stories.first().waitFor();
  const isOpen = (index: number) => stories.nth(index).locator('h3 button[aria-expanded=true]').waitFor();
  await stories.first().locator('h3 button').focus();
  await page.keyboard.press('Enter');
  await isOpen(0);
  await page.keyboard.press('ArrowDown');
  await isOpen(1);
  await page.keyboard.press('j');
  await isOpen(2);
  await page.keyboard.press('ArrowUp');
  await isOpen(1);
  await stories.nth(1).getByRole('button', { name: 'Next' }).click();
  await isOpen(2);
  // Further than what is fetched at first.
  for (let at = 3; at < 24; at++) {
    await page.keyboard.press('ArrowDown');
    await isOpen(at);
  }
  const placed = await page.locator('[data-plot]').evaluateAll((cards) => cards.filter((card) => card.querySelector('.mark')).length);
  expect(placed).toBeGreaterThan(4);
  const title = await stories.nth(23).locator('h3').textContent();
  await stories.nth(23).getByRole('button', { name: 'Who else placed it like this?' }).click();
  await page.getByRole('heading', { name: `Placed most like “${title}”` }).waitFor();
  await page
    .getByText(/0\.\d\d apart, over \d+ that both placed/)
    .first()
    .waitFor();
  expect(await stories.count()).toBe(21);
  const apart = await stories.locator('.about').evaluateAll((all) =>
    all.flatMap(
      (one) =>
        /([\d.]+) apart/
          .exec(one.textContent ?? '')
          ?.slice(1)
          .map(Number) ?? [],
    ),
  );
  expect(apart).toEqual(apart.toSorted((a, b) => a - b));
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toMatch(/^Back to the/);
  // The one they are like stays open above them; on its title a key leads on to the first of them.
  await stories.first().locator('h3 button').focus();
  await page.keyboard.press('j');
  await expect.poll(() => stories.count()).toBe(20);
  await isOpen(0);
  await page.getByRole('button', { name: /^Back to the/ }).click();
  await page.getByText(/of which \d+ may be read/).waitFor();
  await page.locator('article[aria-posinset="24"] h3 button[aria-expanded=true]:focus').waitFor();
  expect(await focused()).toBe(title);
  // Whatever is chosen then, it can be closed.
  const region = page.locator('[data-facet^="region."]').first();
  await region.click();
  await page.locator('[data-facet^="region."][aria-pressed=true]').waitFor();
  await page.getByText(/^(?!520 )\d+ stor(y|ies), of which/).waitFor();
  const close = page.locator('article[data-story] h3 button[aria-expanded=true]');
  expect(await close.textContent()).toBe(title);
  await close.click();
  expect(await page.locator('[data-plot] .mark').count()).toBe(0);

  // Beside a large plot they are read on, and ringed on it; what closes it gives the keys back.
  const plot = page.locator('[data-plot] figcaption button').first();
  await plot.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog');
  await large.waitFor();
  await stories.first().locator('h3 button').click();
  await isOpen(0);
  await page.keyboard.press('j');
  await isOpen(1);
  expect(await large.locator('.mark').count()).toBe(1);
  await large.getByRole('button', { name: 'Close' }).click();
  await large.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.closest('[data-plot] figcaption') !== null);
  await page.goto(`${at}?plot=changes`);
  await page.setViewportSize(phone.viewport);
  await large.getByRole('button', { name: '520 stories' }).click();
  await large.locator('article[data-story] h3 button').first().click();
  await large.locator('article[data-story] h3 button[aria-expanded=true]').focus();
  await page.keyboard.press('j');
  await large.locator('article[data-story][aria-posinset="2"] h3 button[aria-expanded=true]:focus').waitFor();
  expect(await large.locator('.mark').count()).toBe(1);
  expect(errors).toEqual([]);
}, 120_000);

it('has no fault that is found by machine; an address whose view is gone still shows what it showed', async () => {
  const { served, at } = await twoResearchers();
  const { page } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(at);
  await page.locator('[data-story]').first().waitFor();
  await saveView(page, 'Everything');
  await page.getByRole('button', { name: 'Write a note' }).click();
  await page.getByLabel('What you read into this').fill('Nothing yet.');
  // What is half written outlives what it is written on.
  const board = page.url();
  await page.locator('[data-plot] figcaption button').first().click();
  await page.getByText('Notes on this plot').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Not saved yet.').waitFor();
  await page.getByRole('button', { name: 'Over time' }).click();
  await page.getByRole('link', { name: 'Storyfield', exact: true }).click();
  await page.waitForFunction(() => !location.pathname.startsWith('/explore'));
  await page.goBack();
  await page.goBack();
  await page.waitForURL(board);
  expect(await page.getByLabel('What you read into this').inputValue()).toBe('Nothing yet.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await page.locator('[data-note]').waitFor();
  await look(page, page.url(), '[data-note]');
  await page.getByRole('button', { name: 'Saved views (1)' }).click();
  await page.locator('[data-view]').waitFor();
  expect((await faultsOf(page)).filter((fault) => !fault.startsWith('a target'))).toEqual([]);
  const narrow = await openPage(served.browser, { ...phone, storageState: await page.context().storageState() });
  await narrow.page.goto(page.url());
  await narrow.page.getByRole('button', { name: 'More tools' }).click();
  await narrow.page.getByRole('button', { name: 'Saved views (1)' }).click();
  await narrow.page.locator('[data-view]').waitFor();
  const small = await narrow.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('dialog button, dialog a, dialog input')].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width < 44 || height < 44 ? [`${one.textContent} ${width} × ${height}`] : [];
    }),
  );
  expect(small).toEqual([]);
  await page.goto(`${at}?on.region=midlands&saved=00000000-0000-4000-8000-000000000000`);
  await page.getByText('The saved view of this address is no longer there').waitFor();
  await page.goto(`${at}?on.region=midlands&on.gone=x&on.feeling=no-such&waves=never`);
  await page.getByText('Part of this link does not fit this collection').waitFor();
  await page.locator('[data-misfits="3"]').getByRole('button', { name: 'Leave it out' }).click();
  await page.locator('[data-misfits]').waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?on.region=midlands');
}, 180_000);
