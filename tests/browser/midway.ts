/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Decision, Review } from '../../server/contract/reviews.ts';
import { grant, newSubmission, post, signedIn, submit, withPassword } from '../fixtures.ts';
import { held, type ServedHouse, servedHouse, signIn } from './pages.ts';

export const told = 'Dr Okafor rang me on 07700 900123. We argued about the heliotrope for an hour, and then Bilal found a bed.';
export const left =
  '[a colleague] rang me on [a phone number]. We argued about the heliotrope for an hour, and then [a patient] found a bed.';
const password = 'a lamp beside the door';
export const rosasEmail = 'rosa@demonstration.invalid';

/** A reviewer who took out of a story what identifies people, and said who tells it, and has not decided. */
export async function midway() {
  const served = await servedHouse();
  const { app, house, address } = served;
  const collection = await house.collections.bySlug('ccpl-pulse');
  if (!collection) throw new Error('there is no demonstration');
  const about = { region: { options: ['midlands'] }, role: { options: ['strategic-lead'] }, age: { options: ['age-65-over'] } };
  const sent = newSubmission(collection, { story: { title: 'The bed', text: told }, answers: about });
  expect((await submit(app, 'ccpl-pulse', sent)).statusCode).toBe(201);
  const vera = await house.people.insert({ name: 'Vera', email: 'vera@example.org', grants: [grant('reviewer')], demonstration: false });
  const rosa = await house.people.byEmail(rosasEmail);
  for (const { id } of [vera, rosa ?? vera]) await withPassword(app, id, password);
  await endSessions(served);
  const { page, errors, context } = await signIn(served, rosasEmail);
  await page.goto(`${address}/office/${collection.id}/export`);
  await page.getByRole('link', { name: 'Release' }).click();
  const text = page.locator('[data-field="text"]');
  await text.getByText('heliotrope').waitFor();
  for (let finds = 0; finds < 3; finds += 1) await page.keyboard.press('r');
  await page.getByText('“Bilal” is replaced.').waitFor();
  await page.getByLabel('Strategic lead').check();

  const reviews = `/collections/${collection.id}/reviews`;
  const storyIn = async (state: string): Promise<Review> => {
    const headers = await signedIn(app, [grant('reviewer')]);
    const { reviews: listed } = (await app.inject({ url: `/api/v1${reviews}?state=${state}`, headers })).json();
    return listed.find(({ words }: Review) => words.title === 'The bed');
  };
  return {
    served,
    collection,
    page,
    context,
    errors,
    sent,
    storyIn,
    /** Decides on the same story elsewhere, as another reviewer. */
    async decideElsewhere(decision: (review: Review) => Decision, state = 'waiting') {
      const review = await storyIn(state);
      expect((await post(app, `${reviews}/${review.id}`, decision(review), await signedIn(app, [grant('reviewer')]))).statusCode).toBe(200);
    },
    async isAsLeft() {
      await expect.poll(() => putIn(page)).toEqual(['[a colleague]', '[a phone number]', '[a patient]']);
      expect(await page.getByLabel('Strategic lead').isChecked()).toBe(true);
    },
  };
}

/** The words that stand in the place of others, without what is said of them to those who do not see it. */
export const putIn = async (page: Page) =>
  (await page.locator('[data-field="text"] ins').allInnerTexts()).map((words) => words.replace(/^\(put in\)\s*/, ''));
export const endSessions = ({ house }: ServedHouse) => house.database.db.deleteFrom('sessions').execute();
/** Has the next decision on its way, until it is let go. */
export async function underWay(page: Page, decide: () => Promise<void>): ReturnType<typeof held> {
  const decision = await held(page, /\/reviews\/[\da-f-]{36}$/);
  await decide();
  await decision.isAsked;
  return decision;
}
export const hasFocus = (of: Locator) => expect.poll(() => of.evaluate((one) => one === document.activeElement)).toBe(true);
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

/** Signs in over the page. */
export async function enter(page: Page, email: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel('Email').fill(email);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
