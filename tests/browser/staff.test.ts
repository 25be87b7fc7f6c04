/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { grant, post, signedIn } from '../fixtures.ts';
import { schemesAt, violationsOf } from './looking.ts';
import { openPage, phone, servedHouse, signIn } from './pages.ts';

/** The seed's table, as the screen must show it: by the hook of each number. */
const study2022 = {
  stories: 20,
  'role.senior-clinician': 12,
  'role.strategic-lead': 2,
  'role.programme-manager': 1,
  'role.operational-lead': 1,
  'role.other': 4,
  'age.age-35-44': 4,
  'age.age-45-54': 8,
  'age.age-55-64': 5,
  'age.age-65-over': 1,
  'age.skipped': 2,
  'sex.female': 10,
  'sex.male': 8,
  'sex.skipped': 2,
  'ethnic-group.white': 15,
  'ethnic-group.white-and-asian': 2,
  'ethnic-group.indian': 1,
  'ethnic-group.skipped': 2,
  'region.midlands': 8,
  'region.north-west': 3,
  'region.east-of-england': 3,
  'region.south-west': 3,
  'region.south-east': 2,
  'region.north-east-and-yorkshire': 1,
  'region.london': 0,
  'setting.community-healthcare': 7,
  'setting.primary-care': 6,
  'setting.social-care': 5,
  'setting.acute': 4,
  'setting.community-social-care': 3,
  'setting.residential-social-care': 1,
  'setting.hospice': 1,
  'setting.other': 12,
  'feeling.very-positive': 4,
  'feeling.positive': 8,
  'feeling.neutral': 2,
  'feeling.negative': 3,
  'feeling.very-negative': 3,
  'consent.read': 20,
  'consent.workshop-own': 13,
  'consent.workshop-other': 13,
  'consent.publish': 13,
};

async function violations(page: Page): Promise<string[]> {
  const violations = await violationsOf(page);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

it('the numbers of ccpl-2022 on the screen are the seed’s table, number by number', async () => {
  const served = await servedHouse();
  const { page } = await signIn(served, 'rosa@demonstration.invalid');
  await page.locator('[data-collection="ccpl-2022"]').getByRole('link', { name: 'Numbers' }).click();
  await page.locator('[data-count="stories"]').waitFor();
  const shown = await page
    .locator('[data-count]')
    .evaluateAll((cells) => Object.fromEntries(cells.map((cell) => [(cell as HTMLElement).dataset.count, Number(cell.textContent)])));
  expect(Object.fromEntries(Object.keys(study2022).map((hook) => [hook, shown[hook]]))).toEqual(study2022);
}, 120_000);

it('no staff page has a fault that axe finds, at a desk and on a phone, light and dark', async () => {
  const served = await servedHouse();
  const { house, address, browser } = served;
  const collection = await house.collections.bySlug('ccpl-pulse');
  const rosa = await signIn(served, 'rosa@demonstration.invalid');
  const len = await signIn(served, 'len@demonstration.invalid');
  const visits: [Page, string, string][] = [
    [rosa.page, '/', '[data-collection]'],
    [rosa.page, `/explore/${collection?.id}`, '[data-story]'],
    [rosa.page, `/explore/${collection?.id}?view=numbers`, 'main'],
    [rosa.page, `/office/${collection?.id}/release`, 'section[data-story]'],
    [len.page, `/office/${collection?.id}/export`, '[data-standing]'],
  ];
  for (const [page, path, sign] of visits) {
    for (const viewport of [{ width: 1440, height: 900 }, phone.viewport]) {
      for (const colorScheme of schemesAt(viewport.width)) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await page.goto(`${address}${path}`);
        // On a phone stories are there, but wait behind the plots.
        await page.locator(sign).first().waitFor({ state: 'attached' });
        expect([path, viewport.width, colorScheme, await violations(page)]).toEqual([path, viewport.width, colorScheme, []]);
      }
    }
  }
  const visitor = await openPage(browser, phone);
  await visitor.page.goto(`${address}/sign-in`);
  await visitor.page.getByRole('heading').first().waitFor();
  expect(await violations(visitor.page)).toEqual([]);
}, 240_000);

it('one gesture releases one story that was read, and a story that changed since is shown anew', async () => {
  const served = await servedHouse();
  const { house, address, app } = served;
  const collection = await house.collections.bySlug('ccpl-pulse');
  const { page, requests } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(`${address}/office/${collection?.id}/release`);
  const release = page.getByRole('button', { name: 'Release', exact: true });
  await release.waitFor();
  const decisions = () => requests.filter((request) => request.method() === 'POST' && request.url().includes('/reviews/'));
  const first = await page.locator('section[data-story]').getAttribute('data-story');
  // The page itself presses as soon as the next story is there: a slow machine would press after the moment in which nothing is released.
  await page.evaluate((first) => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector('section[data-story]')?.getAttribute('data-story') === first) return;
      watcher.disconnect();
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, cancelable: true }));
      document.body.dataset.pressed = 'true';
    });
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
  }, first);
  await release.dblclick();
  await page.locator('body[data-pressed]').waitFor();
  expect(decisions().map((request) => request.url().includes(String(first)))).toEqual([true]);

  // Somebody else holds the story that is open here; releasing it then is refused, and the page says why.
  const open = await page.locator('section[data-story]').getAttribute('data-story');
  const other = await signedIn(app, [grant('reviewer')]);
  const url = `/collections/${collection?.id}/reviews`;
  const listed = (await app.inject({ url: `/api/v1${url}`, headers: other })).json().reviews;
  const { tag } = listed.find(({ id }: { id: string }) => id === open);
  expect((await post(app, `${url}/${open}`, { decision: 'hold', tag, reason: 'A name.' }, other)).statusCode).toBe(200);
  const answered = page.waitForResponse((response) => response.url().includes(`/reviews/${open}`));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button')].some(
      (button) => button.textContent?.trim() === 'Release' && !button.disabled && button.getAttribute('aria-disabled') !== 'true',
    ),
  );
  await release.click();
  expect((await answered).status()).toBe(412);
  await page.getByText(/changed since you opened it/).waitFor();
}, 120_000);
