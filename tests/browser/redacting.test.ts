/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { post } from '../fixtures.ts';
import { expectInOrder } from './looking.ts';
import { endSessions, enter, hasFocus, left, midway, press, putIn, rosasEmail, told, underWay } from './midway.ts';

it('a session ends in the midst of redacting: signed in again, the reviewer goes on where they were, and releases it', async () => {
  const { served, page, errors, isAsLeft, storyIn } = await midway();
  await page.keyboard.press('h');
  await page.getByLabel('Why hold it back?').fill('The ward is asked first.');
  await endSessions(served);
  await press(page, 'Hold');
  await page.getByText('You are signed out.').waitFor();
  await press(page, 'Sign in');
  await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
  await expectInOrder(page, 'signing in again');
  await enter(page, rosasEmail);
  await page.getByText('You are signed in again.').waitFor();
  await isAsLeft();
  expect(await page.getByLabel('Why hold it back?').inputValue()).toBe('The ward is asked first.');

  // Signed in elsewhere in this browser, by a link, nothing is entered here.
  await press(page, 'Not now');
  await endSessions(served);
  await press(page, 'Release');
  await page.getByText('You are signed out.').waitFor();
  const rosa = await served.house.people.byEmail(rosasEmail);
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(`${served.address}/sign-in#${(await served.app.sessions.makeLink(rosa?.id ?? '')).secret}`);
  await elsewhere.getByRole('button', { name: 'Sign out' }).waitFor();
  await press(page, 'Sign in');
  await page.getByText('You are signed in again.').waitFor();
  await isAsLeft();

  // What is taken out after another story was looked at is out of what is released.
  await page.keyboard.press('u');
  await page.keyboard.press('j');
  await page.locator('[data-field="text"]', { hasText: 'heliotrope' }).waitFor({ state: 'detached' });
  await page.keyboard.press('k');
  await page.locator('[data-field="text"] mark', { hasText: 'Bilal' }).waitFor();
  await page.keyboard.press('r');
  await isAsLeft();
  await press(page, 'Release');
  await page.getByText('“The bed” is released.').waitFor();
  expect((await storyIn('released')).released?.text).toBe(left);
  expect(errors).toEqual([]);
}, 120_000);

it('whoever else signs in at the page of a reviewer whose session ended sees nothing of their work, nor decides with it', async () => {
  const { served, page, context, errors, storyIn } = await midway();
  await endSessions(served);
  const vera = await served.house.people.byEmail('vera@example.org');
  const elsewhere = await context.newPage();
  await elsewhere.goto(`${served.address}/sign-in#${(await served.app.sessions.makeLink(vera?.id ?? '')).secret}`);
  await elsewhere.getByRole('button', { name: 'Sign out' }).waitFor();
  await press(page, 'Release');
  await page.getByText('You are signed out.').waitFor();
  expect((await storyIn('waiting')).released).toBeNull();
  await press(page, 'Sign in');
  await page.getByText('Meanwhile Vera has signed in in this browser').waitFor();
  await enter(page, 'vera@example.org');
  await page.getByRole('link', { name: 'Vera' }).waitFor();
  await page.locator('[data-field="text"] mark', { hasText: 'Bilal' }).waitFor();
  expect([await putIn(page), await page.getByLabel('Strategic lead').isChecked()]).toEqual([[], false]);
  expect(await page.getByText('Begun, not decided').count()).toBe(0);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect([kept.includes('colleague'), kept.includes('Okafor')]).toEqual([false, false]);
  expect(errors).toEqual([]);
}, 120_000);

it('what stands in a field is what is released and guarded, with the caret still in it', async () => {
  const { page, errors, storyIn } = await midway();
  const story = page.getByRole('textbox', { name: 'Story' });
  await page.getByLabel('Strategic lead').uncheck();
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('u');
  await page.getByText('Begun, not decided').waitFor({ state: 'detached' });
  await page.keyboard.press('w');
  await story.fill(left.replace('[a patient]', 'somebody'));
  await story.press('End');
  await story.pressSequentially(' Then');
  await page.getByText('Begun, not decided').waitFor();
  await press(page, 'As it may leave');
  // One step, or two where the machine was slow.
  for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('u');
  await page.getByText('Begun, not decided').waitFor({ state: 'detached' });

  // Words for the place of others are put there before it leaves, or left.
  await page.locator('[data-field="text"] mark', { hasText: 'Bilal' }).click();
  await page.keyboard.press('g');
  const own = page.getByLabel('In its place');
  await own.fill('somebody');
  await page.getByText('Begun, not decided').waitFor();
  const release = page.getByRole('button', { name: 'Release', exact: true });
  expect(await release.isDisabled()).toBe(true);
  await own.press('Control+Enter');
  await press(page, 'Edit by hand');
  await page.getByText('Put there what is written “In its place”, or leave it, before you release it.').waitFor();
  await press(page, 'Put it there');
  expect((await storyIn('waiting')).released).toBeNull();
  await story.fill(left);
  await story.press('Control+Enter');
  await page.getByText('“The bed” is released.').waitFor();
  expect((await storyIn('released')).released?.text).toBe(left);
  expect(errors).toEqual([]);
}, 120_000);

it('nothing is done on a story while its own decision is under way, and the focus is where it was after that', async () => {
  const { page, errors, storyIn } = await midway();
  const story = page.getByRole('textbox', { name: 'Story' });
  const section = page.locator('section[data-story]');
  await page.keyboard.press('u');
  const kept = told.replace('Dr Okafor', '[a colleague]').replace('07700 900123', '[a phone number]');
  await page.keyboard.press('w');
  const lost = await underWay(page, () => story.press('Control+Enter'));
  await page.keyboard.type('b Bilal');
  expect([await section.getAttribute('aria-busy'), await page.locator('textarea').nth(1).inputValue()]).toEqual(['true', kept]);
  await hasFocus(section);
  await lost.lose();
  await page.getByText('What you did on this story stands here as you left it.').waitFor();
  await hasFocus(story);
  await press(page, 'As it may leave');
  const slow = await underWay(page, () => page.keyboard.press('Control+Enter'));
  await page.keyboard.press('r');
  expect(await section.locator('mark', { hasText: 'Bilal' }).count()).toBe(1);
  await slow.give();
  await page.getByText('“The bed” is released.').waitFor();
  expect((await storyIn('released')).released?.text).toBe(kept);

  // After one that was looked up by its number the list goes on with those that wait.
  await section.filter({ hasNotText: 'heliotrope' }).waitFor();
  const next = await section.getAttribute('data-story');
  const number = /number (\S+)/.exec(await section.innerText())?.[1] ?? '';
  await page.getByLabel('Number on a card or in a pack').fill(number);
  await page.keyboard.press('Enter');
  await page.getByText(`Story ${number} `).waitFor();
  await press(page, 'Release');
  await page.locator(`section[data-story]:not([data-story="${next}"])`).waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('what comes late of one story is told to a reviewer who went on to another, and leaves them there', async () => {
  const { page, errors, isAsLeft, decideElsewhere } = await midway();
  const release = () => press(page, 'Release');
  const lost = await underWay(page, release);
  await page.keyboard.press('j');
  await page.locator('[data-field="text"]', { hasText: 'heliotrope' }).waitFor({ state: 'detached' });
  await lost.lose();
  await page.getByText('“The bed” was not released: The server did not answer. What you did on it is kept.').waitFor();
  await page.keyboard.press('k');
  await page.getByText('What you did on this story stands here as you left it.').waitFor();
  await isAsLeft();

  // By the tab of another list, too.
  const down = await underWay(page, release);
  await press(page, /^Held/);
  await (await down.isAsked).fulfill({ status: 503, body: 'down' });
  await page.getByText('“The bed” was not released: The server answered 503. What you did on it is kept.').waitFor();
  await page.getByText('No story is held back.').waitFor();
  await press(page, /^Waiting \d/);
  await isAsLeft();

  // What somebody else decided meanwhile, and what is undone, bring up nothing over what is written.
  const story = page.getByRole('textbox', { name: 'Story' });
  const isWritten = async () => {
    expect(await story.inputValue()).toBe('It is being written.');
    await hasFocus(story);
  };
  await decideElsewhere(({ tag }) => ({ decision: 'hold', tag, reason: 'A name.' }));
  const changed = await underWay(page, release);
  await page.keyboard.press('j');
  await page.locator('[data-field="text"]', { hasText: 'heliotrope' }).waitFor({ state: 'detached' });
  await page.keyboard.press('w');
  await story.fill('It is being written.');
  await changed.give();
  await page
    .getByText('“The bed” was not released: it changed since you opened it: Somebody held it back. What you did on it is kept.')
    .waitFor();
  await isWritten();
  await press(page, /^Held 1/);
  await isAsLeft();
  await release();
  await page.getByText('“The bed” is released.').waitFor();
  await press(page, /^Waiting \d/);
  await page.locator('[data-field="text"]').waitFor();
  const undone = await underWay(page, () => page.getByRole('status').getByRole('button', { name: 'Undo' }).click());
  await page.keyboard.press('j');
  await page.getByRole('listitem').nth(1).locator('[aria-current]').waitFor();
  await page.keyboard.press('w');
  await story.fill('It is being written.');
  await undone.give();
  await page.getByText('“The bed” is taken back.').waitFor();
  await page.getByRole('button', { name: /^The bed/ }).waitFor();
  await isWritten();
  expect(errors).toEqual([]);
}, 120_000);

it('whoever leaves with redactions that are not decided is asked first, by whatever way they leave', async () => {
  const { served, page, errors, isAsLeft } = await midway();
  for (const leave of [() => page.getByRole('link', { name: 'Export' }).click(), () => page.goBack()]) {
    await leave();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await press(page, 'Stay here');
    await isAsLeft();
  }
  await press(page, 'Sign out');
  await press(page, 'Stay signed in');
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await isAsLeft();

  // What lies beside it in the list is left with a word that it was begun; nothing is asked once all is as it was.
  await page.keyboard.press('j');
  await page
    .getByRole('navigation', { name: /most exposed first/ })
    .getByText('Begun, not decided')
    .waitFor();
  await page.keyboard.press('k');
  await page.getByLabel('Strategic lead').uncheck();
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('u');
  await page.getByText('Begun, not decided').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Export' }).click();
  await page.waitForURL(/\/export$/);

  // Signing out deletes what is not decided, once that was said.
  await page.goBack();
  await page.locator('[data-field="text"] mark', { hasText: 'Bilal' }).waitFor();
  await page.keyboard.press('r');
  await page.locator('[data-field="text"] ins').waitFor();
  await press(page, 'Sign out');
  await press(page, 'Delete it and sign out');
  await page.getByLabel('Email').waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect([await served.house.database.db.selectFrom('sessions').selectAll().execute(), errors]).toEqual([[], []]);
}, 120_000);

it('a decision that the network or the server keeps from being made stays as it was, and is made again', async () => {
  const { page, errors, isAsLeft, storyIn } = await midway();
  const decisions = /\/reviews\/[\da-f-]{36}$/;
  await page.route(decisions, (route) => route.abort('connectionreset'), { times: 1 });
  await press(page, 'Release');
  await page.getByText('The server did not answer.').waitFor();
  await page.getByText('What you did on this story stands here as you left it.').waitFor();
  await isAsLeft();
  await page.route(decisions, (route) => route.fulfill({ status: 503, body: 'down' }), { times: 1 });
  await press(page, 'Release');
  await page.getByText('The server answered 503.').waitFor();
  await expectInOrder(page, 'refused');
  await isAsLeft();

  // Its answer lost on the way, it was made after all: that is no conflict with oneself.
  await page.route(
    decisions,
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await press(page, 'Release');
  await page.getByText('The server did not answer.').waitFor();
  await press(page, 'Release');
  await page.getByText('“The bed” is released.').waitFor();
  expect((await storyIn('released')).released?.text).toBe(left);
  expect(errors).toEqual([]);
}, 120_000);

it('a story that somebody else decided on meanwhile keeps what was begun here, and says who did what', async () => {
  const { page, errors, isAsLeft, decideElsewhere, storyIn } = await midway();
  await decideElsewhere(({ tag }) => ({ decision: 'hold', tag, reason: 'A name.' }));
  await press(page, 'Release');
  await page.getByText('This story changed since you opened it: Somebody held it back.').waitFor();
  await page.getByText('What you had begun on this story is still here.').waitFor();
  await page.getByRole('button', { name: 'Held 1' }).waitFor();
  await isAsLeft();
  await expectInOrder(page, 'decided elsewhere');
  await expect.poll(() => page.getByRole('button', { name: 'Release', exact: true }).isEnabled()).toBe(true);
  await press(page, 'Release');
  await page.getByText('“The bed” is released.').waitFor();
  expect((await storyIn('released')).released?.text).toBe(left);
  expect(errors).toEqual([]);
}, 120_000);

it('a story that somebody else released meanwhile shows what they released; taken back, it goes on with what was begun here', async () => {
  const { page, errors, isAsLeft, decideElsewhere } = await midway();
  await decideElsewhere(({ tag, words }) => ({ decision: 'release', tag, words, approved: [] }));
  await press(page, 'Release');
  await page.getByText('This story changed since you opened it: Somebody released it.').waitFor();
  await page.getByText('What you had begun on this story is kept on this page.').waitFor();
  expect(await page.locator('ins').count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: 'Take back…' }).isEnabled()).toBe(true);
  await press(page, 'Take back…');
  await page.getByLabel('Why take the release back?').fill('Names are in it.');
  await press(page, 'Take it back');
  await page.getByText('“The bed” is taken back.').waitFor();
  await press(page, /^Waiting \d/);
  await page.getByRole('button', { name: /^The bed/ }).click();
  await isAsLeft();
  expect(errors).toEqual([]);
}, 120_000);

it('a story whose participant changed it keeps what was taken out where its words are the same', async () => {
  const { served, page, errors, sent } = await midway();
  const { version, language, consent } = sent.body;
  const story = { title: 'The bed', text: told.replace('rang me', 'rang me late at night').replace('Bilal', 'Yusuf') };
  for (const change of [{ consent: ['patterns'] }, { consent, story }]) {
    const changed = { receipt: sent.receipt, version, language, ...change };
    expect((await post(served.app, '/receipt/consent', changed)).statusCode).toBe(200);
  }
  await press(page, 'Release');
  await page.getByText('What you had begun on this story is still here.').waitFor();
  const text = page.locator('[data-field="text"]');
  await expect.poll(() => putIn(page)).toEqual(['[a colleague]', '[a phone number]']);
  await text.locator('mark', { hasText: 'Yusuf' }).waitFor();

  // What its participant takes back is gone here too.
  expect((await post(served.app, '/receipt/withdraw', { receipt: sent.receipt })).statusCode).toBe(200);
  await expect.poll(() => page.getByRole('button', { name: 'Release', exact: true }).isEnabled()).toBe(true);
  await press(page, 'Release');
  await page.getByText('This story is not shared any more, or was taken back, since you opened it.').waitFor();
  await expect.poll(() => page.content()).not.toContain('heliotrope');
  expect(errors).toEqual([]);
}, 120_000);
