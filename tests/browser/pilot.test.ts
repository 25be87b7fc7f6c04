/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { designer } from '../designing.ts';
import { grant } from '../fixtures.ts';
import { schemesAt, violationsOf } from './looking.ts';
import { phone, type ServedHouse, servedHouse, signIn } from './pages.ts';

async function isSound(page: Page, name: string) {
  for (const viewport of [{ width: 1440, height: 900 }, phone.viewport]) {
    for (const colorScheme of schemesAt(viewport.width)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const violations = await violationsOf(page);
      expect([name, viewport.width, colorScheme, violations.map(({ id }) => id)]).toEqual([name, viewport.width, colorScheme, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  }
}

/** Try-outs of a draft: the first triad takes long and means one thing placed and another chosen. */
async function tryOuts({ app, house }: ServedHouse): Promise<string> {
  const design = await designer(app);
  const id = await design.begin();
  const { format: _, ...tried } = (await design.draft(id)).document;
  const keys: string[] = tried.signifiers.map(({ key }: { key: string }) => key);
  await house.tryOuts.keepDocument(id, (await design.get(`/frameworks/${id}`)).body.draft.id, 'tried', tried);
  await house.database.db.transaction().execute(async (tx) => {
    for (let index = 0; index < 24; index += 1) {
      await house.tryOuts.insert(tx, id, '2026-W47', {
        id: randomUUID(),
        document: 'tried',
        language: 'en-GB',
        answers: {
          changes: index % 2 ? { top: 0.34, left: 0.33, right: 0.33, by: 'touch' } : { top: 0.3, left: 0.4, right: 0.3, by: 'touch' },
          decisions: { right: (index % 12) / 11, by: 'touch' },
          ...(index % 2 ? { risk: { na: true as const } } : {}),
        },
        order: index % 2 ? keys : keys.toReversed(),
        rotations: { changes: index % 3 },
        times: { changes: 50_000 + 1000 * index, decisions: 8000 },
        again: { changes: { top: 0.8, left: 0.1, right: 0.1, by: 'choice' } },
      });
    }
  });
  return id;
}

it('a designer reads which questions work: try-outs with times and both means, stories under the small-number rules', async () => {
  const served = await servedHouse();
  const { house, address } = served;
  const framework = await tryOuts(served);
  await house.people.insert({ name: 'Dana', email: 'dana@example.org', grants: [grant('designer')], demonstration: false });
  const { page, errors } = await signIn(served, 'dana@example.org');
  await page.goto(`${address}/design/${framework}`);
  await page.getByRole('link', { name: 'Pilot' }).click();
  const card = (key: string) => page.locator(`[data-pilot="${key}"]`);
  await card('changes').waitFor();
  const changes = await card('changes').innerText();
  expect(changes).toMatch(/Answer time: half took 62 s or more, about 18 s is usual\./);
  expect(changes).toMatch(/Pile-ups: placements pile up at the middle\./);
  expect(changes).toMatch(/Placing and choosing: 0 of 24 lie where the same people chose words, κ 0\.00\./);
  expect(await card('risk').innerText()).toMatch(/Does not apply: said by 12 of 24\./);
  expect(await card('decisions').innerText()).toMatch(/Fine:.*answer time/);
  await page.getByRole('button', { name: /^To look at/ }).click();
  await card('decisions').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^All/ }).click();
  await card('changes').getByText('The numbers').click();
  expect(await card('changes').getByRole('row').count()).toBeGreaterThan(7);
  await isSound(page, 'try-outs');

  const pulse = await house.collections.bySlug('ccpl-pulse');
  await page.goto(`${address}/office/${pulse?.id}/pilot`);
  await card('changes').waitFor();
  await page.getByText('Numbers under 5 are not said').waitFor();
  expect(await page.locator('[data-pilot]').count()).toBeGreaterThan(15);
  expect(await page.locator('[data-times]').count()).toBe(0);
  await isSound(page, 'stories');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-pilot] details')].every((details) => (details as HTMLDetailsElement).open),
  );

  const begin = { from: 'empty', key: 'untried', title: 'Untried', languages: ['en-GB'] };
  const untried = await (await designer(served.app)).post('/frameworks', begin);
  await page.goto(`${address}/design/${untried.body.id}/pilot`);
  await page.getByText('Nobody has tried this draft yet.').waitFor();
  expect(errors).toEqual([]);
}, 180_000);
