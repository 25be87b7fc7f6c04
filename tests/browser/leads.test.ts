/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newSubmission, someAnswers, submit } from '../fixtures.ts';
import { faultsOf, violationsOf } from './looking.ts';
import { phone, servedHouse, signIn } from './pages.ts';

it('a workshop lead sees the own region or the whole as cells, reads what is released, and hears of steps alone', async () => {
  const served = await servedHouse();
  const collection = await served.house.collections.bySlug('ccpl-pulse');
  if (!collection) throw new Error('there is no pulse');
  const { page, errors, context } = await signIn(served, 'len@demonstration.invalid');
  const bodies: string[] = [];
  page.on('response', (response) => bodies.push(`${new URL(response.url()).pathname} ${response.headers()['content-type']}`));
  await page.goto(`${served.address}/explore/${collection.id}`);
  await page.getByText('133 of 520 stories').waitFor();
  expect(bodies).toContain(`/api/v1/collections/${collection.id}/patterns application/json; charset=utf-8`);
  await page.getByRole('heading', { name: 'Released stories' }).waitFor();
  const [own, all] = await page.locator('[data-standing]').allTextContents();
  expect(own).toMatch(/^\d+ released, \d+ await release · Midlands$/);
  expect(all).toMatch(/^\d+ released, \d+ await release · the whole collection$/);
  await page.getByText('and those of other regions who agreed to be read there too').waitFor();
  await page.getByText('130 placed or chosen in words').first().waitFor();
  const canvases = await page.locator('figure[data-plot="weighing"] canvas').evaluateAll((all) =>
    all.map((canvas) => {
      const { width, height } = canvas.getBoundingClientRect();
      return `${Math.round(width)} × ${Math.round(height)}`;
    }),
  );
  expect(canvases).toHaveLength(3);
  expect(new Set(canvases).size).toBe(1);
  expect(await violationsOf(page)).toEqual([]);

  // Whole and own lie in the address; a figure enlarges, has a table, and closes by keyboard.
  await page.getByRole('button', { name: 'Whole collection' }).press('Enter');
  await page.getByText('520 stories, all waves together').waitFor();
  expect(page.url()).toContain('of=whole');
  await page.goBack();
  await page.locator('figure figcaption button').first().press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Table' }).press('Enter');
  const said = await dialog.locator('td').allTextContents();
  expect(said.length).toBeGreaterThan(3);
  expect(said.filter((words) => /^[1-4]$/.test(words))).toEqual([]);
  // Taken along are the cells that are seen.
  await dialog.getByRole('button', { name: 'Take out' }).press('Enter');
  const coming = page.waitForEvent('download');
  await dialog.locator('[data-way="csv"]').press('Enter');
  const numbers = readFileSync(await (await coming).path(), 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1);
  const cells = numbers.map((row) => row.split(',').at(-1) ?? '');
  expect(cells.filter((count) => !/^(0|[5-9]|\d\d+|<5|not shown)$/.test(count))).toEqual([]);
  const toldOf = (counts: readonly string[]) =>
    counts
      .filter((count) => count !== '0')
      .map((count) => count.replace('held back', 'not shown'))
      .sort();
  const inWords = (await dialog.locator('tr', { hasText: 'chosen in words' }).locator('td').allTextContents()) ?? [];
  expect(toldOf([...cells, ...inWords])).toEqual(toldOf(said));
  await page.keyboard.press('Escape');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // A choice is opened from its bars; what leads hear nothing of is named.
  await page.getByText(/^Not shown to workshop leads, .*Waves are not told apart/).waitFor();
  const bars = page.locator('section[data-plot="feeling"]');
  const counts = await bars.locator('li .count').allTextContents();
  await bars.getByRole('button', { name: 'enlarge' }).press('Enter');
  expect(await dialog.locator('li .count').allTextContents()).toEqual(counts);
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // The stories of one zone, from the figure and from the list; the address has it.
  await page.locator('figure figcaption button').first().press('Enter');
  await dialog.getByRole('button', { name: 'in the middle' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const lying = new URL(page.url()).searchParams.get('lying')?.split('~') ?? [];
  expect(lying[1]).toBe('centre');
  const listed = async () => {
    await page.getByText('Fetching stories…').waitFor({ state: 'detached' });
    return (
      await page.locator('[data-story]').evaluateAll((stories) => stories.map((story) => (story as HTMLElement).dataset.story))
    ).sort();
  };
  const answered = await page.request.get(
    `${served.address}/api/v1/collections/${collection.id}/stories?signifier=${lying[0]}&zone=centre`,
  );
  const expected = (await answered.json()).stories.map(({ id }: { id: string }) => id).sort();
  expect(expected.length).toBeGreaterThan(0);
  expect(await listed()).toEqual(expected);
  await page.getByLabel('Of those placed on').selectOption('');
  await page.getByLabel('those that lie').waitFor({ state: 'detached' });
  await expect.poll(async () => (await listed()).length).toBeGreaterThan(expected.length);

  // Single stories say nothing; with a tenth more the next step is made.
  const open = { ...collection, waves: collection.waves.slice(1) };
  const tell = (region: string) =>
    submit(served.app, 'ccpl-pulse', newSubmission(open, { answers: { ...someAnswers, region: { options: [region] } } }));
  for (const [region, stories] of [
    ['midlands', 30],
    ['london', 22],
  ] as const) {
    const told = await Promise.all(Array.from({ length: stories }, () => tell(region)));
    expect(told.map(({ statusCode }) => statusCode)).toEqual(Array(stories).fill(201));
  }
  await page.getByText('52 stories have come in.').waitFor();
  await page.getByText('163 of 572 stories').waitFor();
  expect(errors).toEqual([]);

  const small = await served.browser.newContext({ ...phone, storageState: await context.storageState(), colorScheme: 'dark' });
  const pocket = await small.newPage();
  await pocket.goto(`${served.address}/explore/${collection.id}`);
  await pocket.getByText('163 of 572 stories').waitFor();
  // The link that skips the head is the Shell's, on every staff page.
  expect((await faultsOf(pocket)).filter((fault) => !fault.endsWith('Skip to the page'))).toEqual([]);
  await small.close();
});
