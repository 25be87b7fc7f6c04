/// <reference lib="dom" />
import { expect, it } from 'vitest';
import type { Review } from '../../server/contract/reviews.ts';
import { post } from '../fixtures.ts';
import { expectInOrder } from './looking.ts';
import { left, midway, press, putIn } from './midway.ts';

const hour = 'argued about the heliotrope for an hour';
/** The words with what no finder sees taken out, and a name in words of its own. */
const veras = ({ words }: Review) => ({
  ...words,
  text: words.text.replace(hour, '[…]').replace('Bilal', 'a man called B.'),
});
const both = left.replace(hour, '[…]');

it('what another reviewer took out meanwhile is out of what was begun here, and of what is released', async () => {
  const { page, errors, decideElsewhere, storyIn } = await midway();
  await decideElsewhere((review) => ({ decision: 'second', tag: review.tag, reason: 'The hour tells who it is.', words: veras(review) }));
  await press(page, 'Release');
  await page.getByText('Here it is as it stands now, with what you had begun on it.').waitFor();
  await page.getByText('What others took out is out too; where it meets what you changed, words in brackets stand.').waitFor();
  await expectInOrder(page, 'laid together');
  await expect.poll(() => putIn(page)).toEqual(['[a colleague]', '[a phone number]', '[…]', '[a patient]']);
  expect(await page.getByLabel('Strategic lead').isChecked()).toBe(true);

  // Undone, it is as the other one left it.
  await page.keyboard.press('u');
  await expect.poll(() => putIn(page)).toEqual(['[…]', 'a man called B.']);
  await page.locator('[data-field="text"] mark', { hasText: 'Okafor' }).waitFor();
  for (let finds = 0; finds < 2; finds += 1) await page.keyboard.press('r');
  await page.locator('[data-field="text"] [data-edit]', { hasText: 'a man called B.' }).click();
  await press(page, /^Put back/);
  await page.locator('[data-field="text"] mark', { hasText: 'Bilal' }).click();
  await page.keyboard.press('r');
  await expect.poll(() => page.getByRole('button', { name: 'Release', exact: true }).isEnabled()).toBe(true);
  await press(page, 'Release');
  await page.getByText('“The bed” is released.').waitFor();
  expect((await storyIn('released')).released?.text).toBe(both);
  expect(errors).toEqual([]);
}, 120_000);

it('what another reviewer released and took back lies under what was begun before', async () => {
  const { page, errors, decideElsewhere, storyIn } = await midway();
  await decideElsewhere((review) => ({ decision: 'release', tag: review.tag, words: veras(review), approved: ['age'] }));
  await decideElsewhere(({ tag }) => ({ decision: 'take-back', tag, reason: 'More is to go.' }), 'released');
  await press(page, 'Release');
  await expect.poll(() => putIn(page)).toEqual(['[a colleague]', '[a phone number]', '[…]', '[a patient]']);
  await expect.poll(() => page.getByRole('button', { name: 'Release', exact: true }).isEnabled()).toBe(true);
  await press(page, 'Release');
  await page.getByText('“The bed” is released.').waitFor();
  expect((await storyIn('released')).released?.text).toBe(both);
  expect(errors).toEqual([]);
}, 120_000);

it('a story decided on where it is stays before its reviewer, and what is begun after that is lost by nothing', async () => {
  const { page, errors, storyIn, decideElsewhere } = await midway();
  const list = page.getByRole('navigation', { name: /most exposed first/ });
  const decide = async (button: string, question: string, reason: string) => {
    await expect.poll(() => page.getByRole('button', { name: button, exact: true }).isEnabled()).toBe(true);
    await press(page, button);
    await page.getByLabel(question).fill(reason);
    await press(page, button);
  };
  await page.locator('[data-field="text"] [data-edit]', { hasText: 'a colleague' }).click();
  await page.keyboard.press('g');
  const own = page.getByLabel('In its place');
  await own.fill('a doctor');
  await decide('Hold', 'Why hold it back?', 'The ward is asked.');
  await page.getByText('“The bed” is held. What you did on it is kept.').waitFor();

  // What is no part of the decision is kept where the story stands by then: words that are not put there, and ticks.
  await press(page, /^Held 1/);
  await expect.poll(() => own.inputValue()).toBe('a doctor');
  expect(await page.getByLabel('Strategic lead').isChecked()).toBe(true);
  await decideElsewhere(({ tag }) => ({ decision: 'second', tag, reason: 'A name.' }), 'held');
  await decide('Hold', 'Why hold it back?', 'The ward is asked.');
  await page.getByText('What you had begun on this story is still here.').waitFor();
  expect([await own.inputValue(), await page.getByLabel('Strategic lead').isChecked()]).toEqual(['a doctor', true]);
  await own.press('Escape');
  await page.getByLabel('Strategic lead').uncheck();
  await expect.poll(() => page.getByRole('button', { name: 'Hold', exact: true }).isEnabled()).toBe(true);
  await press(page, 'Hold');
  await press(page, /^Held 1/);
  await page.locator('[data-field="text"]', { hasText: 'heliotrope' }).waitFor();

  // Nothing is changed but the reason: it stands there, and what is done next is begun.
  await decide('Hold', 'Why hold it back?', 'The ward says no.');
  await page.locator('q', { hasText: 'The ward says no.' }).waitFor();
  await page.getByLabel('Strategic lead').check();
  await list.getByText('Begun, not decided').waitFor();
  await page.getByRole('link', { name: 'Export' }).click();
  await press(page, 'Stay here');

  // What is undone after that is no part of what was decided.
  await page.locator('[data-field="text"] [data-edit]', { hasText: 'a patient' }).click();
  await press(page, /^Put back/);
  await decide('Hold', 'Why hold it back?', 'Bilal may be told.');
  await page.locator('q', { hasText: 'Bilal may be told.' }).waitFor();
  await press(page, 'Undo');
  expect((await storyIn('held')).proposed?.text).toContain('then Bilal found');
  await expect.poll(() => putIn(page)).toEqual(['[a colleague]', '[a phone number]', '[a patient]']);
  expect([await page.getByLabel('Strategic lead').isChecked(), await page.getByText('The story changed meanwhile').count()]).toEqual([
    true,
    0,
  ]);
  await press(page, 'Release');
  await page.getByText('“The bed” is released.').waitFor();
  expect(await storyIn('released')).toMatchObject({ released: { text: left }, approved: ['role'] });
  expect(errors).toEqual([]);
}, 120_000);

it('the same words released by another, with other answers beside them, are not taken for one’s own', async () => {
  const { served, page, errors, sent, decideElsewhere } = await midway();
  await page.getByLabel('Strategic lead').uncheck();
  await decideElsewhere(({ tag, words }) => ({ decision: 'release', tag, words: { ...words, text: left }, approved: ['age'] }));
  await press(page, 'Release');
  await page.getByText('This story changed since you opened it: Somebody released it.').waitFor();
  await page.getByText('Approved to be printed beside it').waitFor();
  expect(await page.getByText('“The bed” is released.').count()).toBe(0);
  await press(page, 'Give it up');

  // Taken back by another, it has none of the answers that were approved: only those that were ticked here go along.
  await expect.poll(() => page.getByRole('button', { name: 'Take back…' }).isEnabled()).toBe(true);
  await press(page, 'Take back…');
  await page.getByLabel('Why take the release back?').fill('An age is in it.');
  await decideElsewhere(({ tag }) => ({ decision: 'take-back', tag, reason: 'An age.' }), 'released');
  await press(page, 'Take it back');
  await page.getByText('This story changed since you opened it: Somebody took the release back.').waitFor();
  await page.getByText('Unless you tick it, nothing about the participant is printed.').waitFor();
  expect(await page.getByLabel('65 or over').isChecked()).toBe(false);

  // What its participant shares no more is not said to be withdrawn.
  const { version, language } = sent.body;
  const changed = { receipt: sent.receipt, version, language, consent: ['patterns', 'read'] };
  expect((await post(served.app, '/receipt/consent', changed)).statusCode).toBe(200);
  await expect.poll(() => page.getByRole('button', { name: 'Release', exact: true }).isEnabled()).toBe(true);
  await press(page, 'Release');
  await page.getByText('This story is not shared any more, or was taken back, since you opened it.').waitFor();
  expect(errors).toEqual([]);
}, 120_000);
