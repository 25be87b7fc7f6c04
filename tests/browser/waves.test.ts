/// <reference lib="dom" />
import { expect, it, vi } from 'vitest';
import type { Answers } from '../../triads/answers/answer.ts';
import type { Signifier } from '../../triads/framework/framework.ts';
import { designer, publishDraft } from '../designing.ts';
import { grant, newSubmission, submit } from '../fixtures.ts';
import { schemesAt, violationsOf } from './looking.ts';
import { phone, type ServedHouse, servedHouse, signIn } from './pages.ts';

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const english = (text: string) => ({ 'en-GB': text });

/** A collection with two waves: the second asks a changed triad, a new one, and a dyad and a choice otherwise. */
async function twoWaves({ app, house }: ServedHouse) {
  const design = await designer(app);
  const framework = await design.begin();
  const version = await publishDraft(design, framework);
  const wave = { key: 'spring', label: english('Spring'), opens: daysFromNow(-60), closes: daysFromNow(-0.1), version };
  const settings = { slug: 'two-waves', title: english('Two waves'), languages: ['en-GB'], randomOrder: false, rotation: false };
  const made = await design.post('/collections', { ...settings, waves: [wave], breakdowns: [] });
  const collection = await house.collections.byId(made.body.id);
  if (!collection) throw new Error(JSON.stringify(made.body));
  const tell = async (asked: string, answers: Answers) => {
    const story = newSubmission(collection, { version: asked, answers });
    await vi.waitFor(async () => expect((await submit(app, 'two-waves', story)).statusCode).toBe(201), { timeout: 10_000 });
  };
  const placed = { top: 0.7, left: 0.2, right: 0.1, by: 'touch' } as const;
  for (const feeling of ['positive', 'negative', 'positive']) {
    await tell(version, { changes: placed, decisions: { right: 0.3, by: 'touch' }, feeling: { options: [feeling] } });
  }

  await design.post(`/frameworks/${framework}/draft`, { version });
  const { document, tag } = await design.draft(framework);
  const signifiers: Signifier[] = document.signifiers;
  const named = (key: string) => signifiers.find((one) => one.key === key);
  const changed = named('changes');
  if (changed?.kind !== 'triad') throw new Error('no such triad');
  changed.corners = { ...changed.corners, top: english('money') };
  Object.assign(named('decisions') ?? {}, { question: english('Who had a say in it…') });
  const saved = await design.save(framework, tag, document);
  const refused = await design.publish(framework, saved.body.tag);
  expect(refused.body.faults.map(({ path }: { path: string }) => path)).toEqual(['signifiers.0.corners.top']);
  changed.key = 'changes-2';
  signifiers.push({ ...structuredClone(changed), key: 'habits', question: english('What helped…'), short: english('What helped') });
  const feeling = signifiers.splice(signifiers.indexOf(named('feeling') as Signifier), 1);
  expect(feeling).toHaveLength(1);
  await design.save(framework, saved.body.tag, document);
  const next = await publishDraft(design, framework);
  const { body } = await design.get(`/collections/${collection.id}/settings`);
  const waves = [wave, { key: 'autumn', label: english('Autumn'), opens: daysFromNow(-0.1), closes: null, version: next }];
  const change = { ...settings, waves, breakdowns: [] };
  const set = await design.call('PUT', `/collections/${collection.id}/settings`, change, { 'if-match': `"${body.tag}"` });
  expect(set.status).toBe(200);
  await tell(next, { 'changes-2': placed, habits: placed, decisions: { right: 0.8, by: 'touch' } });
  await tell(next, { 'changes-2': { na: true }, habits: placed });
  return collection.id;
}

it('a changed and a new triad: both waves are in the explorer, which says where they do not agree', async () => {
  const served = await servedHouse();
  const id = await twoWaves(served);
  await served.house.people.insert({ name: 'Ruth', email: 'ruth@example.org', grants: [grant('researcher')], demonstration: false });
  const { page, errors } = await signIn(served, 'ruth@example.org');
  await page.goto(`${served.address}/explore/${id}`);
  const card = (key: string) => page.locator(`[data-plot="${key}"]`);
  await card('changes').waitFor();
  const counts = (key: string) =>
    card(key).evaluate(({ dataset: { placed, na, skipped, unasked } }: HTMLElement) => [placed, na, skipped, unasked].map(Number));
  expect(await counts('changes')).toEqual([3, 0, 0, 2]);
  expect(await counts('changes-2')).toEqual([1, 1, 0, 3]);
  expect(await counts('habits')).toEqual([2, 0, 0, 3]);
  expect(await counts('decisions')).toEqual([4, 0, 1, 0]);
  expect(await card('changes').textContent()).toContain('Not asked in Autumn');
  expect(await card('changes-2').textContent()).toContain('Not asked in Spring');
  expect(await card('habits').textContent()).toContain('3 not asked');
  expect(await card('risk').getByRole('button').count()).toBe(2);

  // Both wordings, one touch away.
  await card('decisions').getByRole('button', { name: 'In other words in Spring' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('In other words in Spring.').waitFor();
  expect(await dialog.locator('dl').allTextContents()).toEqual([expect.stringMatching(/Question then.*Question nowWho had a say in it…/)]);
  await dialog.getByRole('button', { name: 'Table' }).click();
  const inWave = (key: string) => dialog.locator(`[data-wave="${key}"] td`).allTextContents();
  expect([await inWave('spring'), await inWave('autumn')]).toEqual([
    ['3', '3', '0', '0', '0'],
    ['2', '1', '0', '1', '0'],
  ]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await card('habits').getByRole('button', { name: 'Not asked in Spring' }).click();
  await dialog.getByRole('button', { name: 'Table' }).click();
  expect([await inWave('spring'), await inWave('autumn')]).toEqual([
    ['3', 'not asked', '3'],
    ['2', '2', '0', '0', '0'],
  ]);
  await dialog.getByRole('button', { name: 'Close' }).click();

  // A choice that one wave did not ask leaves that wave out, and says so; with that wave alone nothing is left to say.
  await page.locator('[data-facet="feeling.positive"]').click();
  const said = '“How it felt” was not asked in Autumn: its stories are left out.';
  await page.getByText(said).waitFor();
  expect(await page.locator('[data-chosen][data-total]').getAttribute('data-chosen')).toBe('2');
  await page.locator('[data-facet="wave.spring"]').click();
  await page.getByText(said).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Clear' }).click();
  // The list follows what is chosen once that has come to rest: one that is as long as the next would be taken for it.
  const articles = page.locator('article[data-story]');
  await expect.poll(() => articles.count()).toBe(5);
  await page.locator('[data-facet="wave.autumn"]').click();
  await page.waitForFunction(() => (document.querySelector('[data-plot="changes"]') as HTMLElement | null)?.dataset.unasked === '2');
  expect(await card('changes').textContent()).toMatch(/2 not asked/);
  expect(await card('changes').textContent()).not.toMatch(/0 placed|skipped/);
  await expect.poll(() => articles.count()).toBe(2);
  await articles.locator('h3 button').first().click();
  await articles.locator('dl').getByText('not asked', { exact: true }).waitFor();

  await page.goto(`${served.address}/explore/${id}?view=numbers`);
  await page.locator('[data-count="habits.unasked"]').waitFor();
  const number = (hook: string) => page.locator(`[data-count="${hook}"]`).textContent();
  expect([await number('habits.unasked'), await number('habits.skipped'), await number('feeling.unasked')]).toEqual(['3', '0', '2']);

  for (const path of [`/explore/${id}`, `/explore/${id}?plot=decisions&as=table`, `/explore/${id}?view=numbers`]) {
    for (const viewport of [{ width: 1440, height: 900 }, phone.viewport]) {
      for (const colorScheme of schemesAt(viewport.width)) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await page.goto(`${served.address}${path}`);
        await page
          .getByText(/In other words in Spring/)
          .first()
          .waitFor();
        const violations = await violationsOf(page);
        expect([path, viewport.width, colorScheme, violations.map(({ id }) => id)]).toEqual([path, viewport.width, colorScheme, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      }
    }
  }
  expect(errors).toEqual([]);
}, 180_000);
