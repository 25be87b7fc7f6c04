/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { grant, post, signedIn } from '../fixtures.ts';
import { expectInOrder } from './looking.ts';
import { enter, hasFocus, midway, press } from './midway.ts';
import { held } from './pages.ts';

const written = 'I rang her at ten.';

/** A reviewer who has begun to write down what was done about an escalated story. */
async function writing() {
  const begun = await midway();
  const { page, served, collection, decideElsewhere } = begun;
  await decideElsewhere(({ tag }) => ({ decision: 'escalate', tag, kind: 'patient', reason: 'A name.' }));
  await page.reload();
  await press(page, /^Escalated 1/);
  const note = page.getByLabel('What was done?');
  await note.fill(written);
  const path = `/collections/${collection.id}/escalations`;
  return {
    ...begun,
    note,
    async escalations() {
      const headers = await signedIn(served.app, [grant('reviewer')]);
      return (await served.app.inject({ url: `/api/v1${path}`, headers })).json().escalations;
    },
    closeElsewhere: async (id: string) => {
      const step = { step: 'close', text: 'It stays here.' };
      expect((await post(served.app, `${path}/${id}`, step, await signedIn(served.app, [grant('reviewer')]))).statusCode).toBe(200);
    },
  };
}

it('what was done about an escalation is kept until it is written down, whatever fails, and leaving asks first', async () => {
  const { page, errors, note, escalations, closeElsewhere } = await writing();
  const requests = /\/api\/v1\/.*\/escalations/;
  const isAsLeft = () => expect.poll(() => note.inputValue()).toBe(written);
  await page.route(requests, (route) => route.abort('connectionreset'));
  await press(page, 'Write it down');
  await page.getByText('What you wrote stands here as you left it.').waitFor();
  await expectInOrder(page, 'not written down');
  await press(page, /^Waiting \d/);
  await page.getByRole('navigation', { name: /most exposed first/ }).waitFor();
  await press(page, /^Escalated 1/);
  // Of the list, and of what was to be written down.
  const failures = page.getByText('The server did not answer.');
  await expect.poll(() => failures.count()).toBe(2);
  await press(page, 'Try again');
  await expect.poll(() => failures.count()).toBe(2);
  await isAsLeft();
  await page.unroute(requests);
  await press(page, 'Try again');
  await expect.poll(() => failures.count()).toBe(1);
  await isAsLeft();

  await page.getByRole('link', { name: 'Export' }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await press(page, 'Stay here');
  await press(page, 'Sign out');
  await press(page, 'Stay signed in');
  await isAsLeft();
  await press(page, 'Write it down');
  await page.locator('[data-escalation] li', { hasText: written }).waitFor();
  expect(await note.inputValue()).toBe('');

  // Ended by another meanwhile, it says so, and has what was to be written beside it.
  await note.fill('She rang back.');
  await closeElsewhere((await escalations())[0].id);
  await press(page, 'Write it down');
  await page.getByText('It ended before what you wrote was written down.').waitFor();
  await page.getByText('She rang back.').waitFor();
  await expectInOrder(page, 'ended before it was written down');
  await press(page, 'Give it up');
  await page.getByRole('link', { name: 'Export' }).click();
  await page.waitForURL(/\/export$/);
  expect(errors).toEqual([]);
}, 120_000);

it('what is added to a note while it is written down stays', async () => {
  const { page, errors, note } = await writing();
  const step = async (button: string) => {
    const asked = await held(page, /\/escalations\/[\da-f-]{36}$/);
    await press(page, button);
    await asked.isAsked;
    return asked;
  };
  const first = await step('Write it down');
  await note.fill(`${written} She rang back.`);
  await first.give();
  await page.locator('[data-escalation] li', { hasText: written }).waitFor();
  expect(await note.inputValue()).toBe('She rang back.');

  // What comes of it later leaves its writer where they went on.
  const late = await step('Write it down, and hand the story back');
  await press(page, /^Waiting \d/);
  await press(page, 'Edit by hand');
  const story = page.getByRole('textbox', { name: 'Story' });
  await story.fill('It is being written.');
  await late.give();
  await page.getByRole('button', { name: 'Escalated 0' }).waitFor();
  await page.getByRole('button', { name: /^The bed/ }).waitFor();
  expect(await story.inputValue()).toBe('It is being written.');
  await hasFocus(story);
  expect(errors).toEqual([]);
}, 120_000);

it('a list of escalations asked for before one was ended elsewhere is asked for again', async () => {
  const { page, errors, note, escalations, closeElsewhere } = await writing();
  const asked = await held(page, /\/escalations$/);
  await press(page, /^Waiting \d/);
  await press(page, /^Escalated 1/);
  const listing = await asked.isAsked;
  const older = await listing.fetch();
  await closeElsewhere((await escalations())[0].id);
  const refused = page.waitForResponse((response) => response.status() === 409);
  await press(page, 'Write it down');
  await refused;
  await listing.fulfill({ response: older });
  await page.getByText('It ended before what you wrote was written down.').waitFor();
  await page.getByText(written).waitFor();
  await page.getByRole('button', { name: 'Held 1' }).waitFor();
  expect([await note.count(), errors]).toEqual([0, []]);
}, 120_000);

it('what a reviewer wrote on an escalation is never written down as somebody’s who signed in meanwhile', async () => {
  const { served, page, context, errors, escalations } = await writing();
  const vera = await served.house.people.byEmail('vera@example.org');
  const elsewhere = await context.newPage();
  await elsewhere.goto(`${served.address}/sign-in#${(await served.app.sessions.makeLink(vera?.id ?? '')).secret}`);
  await elsewhere.getByRole('button', { name: 'Sign out' }).waitFor();
  for (const step of ['Write it down', 'Write it down, and keep the story back']) {
    await press(page, step);
    await page.getByText('You are signed out.').waitFor();
  }
  const [escalation] = await escalations();
  expect([escalation.outcome, escalation.entries.length]).toEqual([null, 1]);
  await press(page, 'Sign in');
  await page.getByText('Meanwhile Vera has signed in in this browser').waitFor();
  await enter(page, 'vera@example.org');
  await page.getByRole('link', { name: 'Vera' }).waitFor();
  await press(page, /^Escalated 1/);
  expect(await page.getByLabel('What was done?').inputValue()).toBe('');
  expect(errors).toEqual([]);
}, 120_000);
