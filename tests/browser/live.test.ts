/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { newSubmission, post, submit } from '../fixtures.ts';
import { violationsOf } from './looking.ts';
import { servedHouse, signIn } from './pages.ts';

it('stories arrive on the open board by themselves; who is reading is told, and nothing is taken from under the eyes', async () => {
  const served = await servedHouse();
  const collection = await served.house.collections.bySlug('ccpl-pulse');
  if (!collection) throw new Error('there is no pulse');
  const open = { ...collection, waves: collection.waves.slice(1) };
  const { page, context, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(`${served.address}/explore/${collection.id}`);
  await page.getByText('520 stories').first().waitFor();

  const first = newSubmission(open);
  await submit(served.app, 'ccpl-pulse', first);
  await page.getByText('1 story has come in. The board is up to date.').waitFor();
  await page.getByText('521 stories').first().waitFor();
  expect(await violationsOf(page)).toEqual([]);

  const story = page.locator('article').first();
  const title = (await story.locator('h3').textContent()) ?? '';
  await story.getByRole('button').click();
  const url = page.url();
  await submit(served.app, 'ccpl-pulse', newSubmission(open));
  await post(served.app, '/receipt/withdraw', { receipt: first.receipt });
  const show = page.getByRole('button', { name: 'Show the board as it is now' });
  await show.waitFor();
  expect(await page.locator('article').first().locator('h3').textContent()).toBe(title);
  await page.locator('article').first().getByText('Its placements are ringed').waitFor();
  await submit(served.app, 'ccpl-pulse', newSubmission(open));
  await show.click();
  await page.getByText('522 stories').first().waitFor();
  await page.getByText('1 story has come in. The board is up to date.').waitFor();
  expect([page.url(), errors]).toEqual([url, []]);

  // Whoever hears it from the list alone is told the same.
  const deaf = await context.newPage();
  await deaf.route('**/events', (route) => route.abort());
  await deaf.goto(`${served.address}/explore/${collection.id}`);
  await deaf.locator('article').first().waitFor();
  await submit(served.app, 'ccpl-pulse', newSubmission(open));
  await deaf.locator('[data-facet="region.midlands"]').click();
  await deaf.getByText('1 story has come in. The board is up to date.').waitFor();
});
