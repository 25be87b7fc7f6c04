/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { grant, newSubmission, submit } from '../fixtures.ts';
import { expectInOrder } from './looking.ts';
import { desk, openPage, phone, servedHouse, signIn } from './pages.ts';

const told = 'Dr Okafor rang me on 07700 900123. We argued about the heliotrope for an hour, and then Bilal found a bed.';
const left = '[a colleague] rang me on [a phone number]. We argued about something for an hour, and then [a patient] found a bed.';

/** Picks the words in the story as a pointer or a finger does. */
async function pick(page: Page, words: string): Promise<void> {
  await page.locator('[data-field="text"] [data-start]', { hasText: words }).evaluate((piece, words) => {
    const text = piece.firstChild;
    const start = piece.textContent?.indexOf(words) ?? -1;
    if (!text || start < 0) throw new Error(`${words} is not there`);
    document.getSelection()?.setBaseAndExtent(text, start, text, start + words.length);
  }, words);
  await page.getByText(`You picked “${words}”.`).waitFor();
}

it('a story is redacted by keys, pointer and touch, released, seen by the lead, taken back and recalled; another is escalated', async () => {
  const served = await servedHouse();
  const { app, house, address, browser } = served;
  const collection = await house.collections.bySlug('ccpl-pulse');
  if (!collection) throw new Error('there is no demonstration');
  const about = { region: { options: ['midlands'] }, role: { options: ['strategic-lead'] }, age: { options: ['age-65-over'] } };
  const sent = newSubmission(collection, { story: { title: 'The bed', text: told }, answers: about });
  expect((await submit(app, 'ccpl-pulse', sent)).statusCode).toBe(201);
  const office = `${address}/office/${collection.id}`;
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(`${office}/release`);

  // The most exposed story comes first, with its reasons; keys go through its findings.
  const story = page.locator('section[data-story]');
  await story.getByText('The bed').first().waitFor();
  const listed = page.getByRole('navigation', { name: /most exposed first/ }).getByRole('listitem');
  expect(await listed.first().innerText()).toMatch(/The bed\n.*2 names · 1 phone number · .* · may be published/s);
  await page.getByText('This is the only one of 521 stories here that says “Strategic lead” (role) and “65 or over” (age).').waitFor();
  const text = page.locator('[data-field="text"]');
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  for (let finds = 0; finds < 3; finds += 1) await page.keyboard.press('r');
  await page.getByText('“Bilal” is replaced.').waitFor();
  await pick(page, 'the heliotrope');
  await page.keyboard.press('g');
  await page.getByLabel('In its place').fill('nothing');
  await page.keyboard.press('Enter');
  await page.keyboard.press('u');
  await pick(page, 'the heliotrope');
  await page.getByRole('button', { name: 'In other words…' }).click();
  await page.getByLabel('In its place').fill('something');
  await page.getByRole('button', { name: 'Put it there' }).click();
  await expect.poll(async () => (await text.locator('ins').allInnerTexts()).length).toBe(4);
  await page.getByLabel('Strategic lead').check();
  await page.getByLabel('65 or over').check();
  await page.getByText('No other story here has what is ticked, taken together.').waitFor();
  await expectInOrder(page, 'as it may leave');

  // Before and after, by hand; looking at another story loses nothing.
  await page.keyboard.press('b');
  await page.locator('del', { hasText: 'the heliotrope' }).waitFor();
  await page.keyboard.press('w');
  expect(await page.getByRole('textbox', { name: 'Story' }).inputValue()).toBe(left);
  await page.getByRole('button', { name: 'As it may leave' }).click();
  await page.keyboard.press('j');
  await expect.poll(() => listed.nth(1).locator('[aria-current]').count()).toBe(1);
  await page.keyboard.press('k');
  await text.getByText('something').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('“The bed” is released.').waitFor();

  // The lead takes it to a workshop: as released, and no more.
  const len = await signIn(served, 'len@demonstration.invalid');
  await len.page.goto(`${office}/export`);
  await len.page.getByRole('button', { name: /^Export \d+ stor/ }).click();
  const file = len.page.locator('[data-export] a').first();
  await file.waitFor();
  const csv = await (await len.page.request.get(`${address}${await file.getAttribute('href')}`)).text();
  expect([csv.includes(left), csv.includes('heliotrope'), csv.includes('Okafor')]).toEqual([true, false, false]);

  const provenance = await len.page.getByRole('link', { name: /^Fetch the provenance of export/ }).getAttribute('href');
  expect(await (await len.page.request.get(`${address}${provenance}`)).text()).toContain('Taken by: Len (workshop lead)');

  // By the number beside it a reviewer finds it again.
  const number = /([0-9A-Z]{4}-[0-9A-Z]{4}),The bed,/.exec(csv)?.[1] ?? '';
  await page.getByLabel('Number on a card or in a pack').fill(number.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByText(`Story ${number} is released.`).waitFor();
  await page.setViewportSize(phone.viewport);
  await page.setViewportSize(desk.viewport);
  await expectInOrder(page, 'found by its number');

  // Printed: as cards to cut.
  await len.page.getByLabel('As', { exact: true }).selectOption('cards');
  await len.page.getByRole('button', { name: /^Export \d+ stor/ }).click();
  const cards = len.page.locator('[data-export]', { hasText: 'Story cards' }).getByRole('link', { name: /^Fetch export/ });
  const pdf = await (await len.page.request.get(`${address}${await cards.getAttribute('href')}`)).body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  // For publication a second person checks it first.
  await house.people.insert({ name: 'Vera', email: 'vera@example.org', grants: [grant('reviewer')], demonstration: false });
  const takes = await openPage(browser, desk);
  const maker = await house.people.byEmail('rosa@demonstration.invalid');
  await takes.page.goto(`${address}/sign-in#${(await app.sessions.makeLink(maker?.id ?? '')).secret}`);
  await takes.page.getByRole('button', { name: 'Sign out' }).waitFor();
  await takes.page.goto(`${office}/export`);
  await takes.page.getByRole('button', { name: 'For publication' }).click();
  await takes.page.getByText('Nobody fetches it until somebody else has checked it.').waitFor();
  await takes.page.getByRole('button', { name: /^Export \d+ stor/ }).click();
  await takes.page.getByText('A reviewer of the whole collection has to check it').waitFor();
  expect(await takes.page.getByRole('link', { name: /^Fetch export/ }).count()).toBe(0);
  const vera = await signIn(served, 'vera@example.org');
  await vera.page.goto(`${office}/export`);
  await vera.page.getByRole('button', { name: 'Check…' }).click();
  await vera.page.getByLabel('What you looked at, and why you decide so').fill('Read each of them aloud.');
  await expectInOrder(vera.page, 'checking before publication');
  await vera.page.getByRole('button', { name: 'Pass it' }).click();
  await vera.page.getByText('passed by Vera: Read each of them aloud.').waitFor();
  await takes.page.reload();
  await takes.page.getByRole('link', { name: /^Fetch export/ }).waitFor();

  // Taken back with a reason, it is on the recall list; the words are there to go on with.
  await page.getByRole('button', { name: /^Released/ }).click();
  await listed
    .getByRole('button', { name: /The bed/ })
    .first()
    .click();
  await page.getByText(/What was taken out is deleted on/).waitFor();
  await page.getByText(/3 exports hold it\./).waitFor();
  await page.keyboard.press('t');
  await page.getByText('3 exports hold it: whoever took it finds it on the recall list.').waitFor();
  await page.getByLabel('Why take the release back?').fill('The hour can be told.');
  await expectInOrder(page, 'taking back');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('“The bed” is taken back.').waitFor();
  await len.page.reload();
  await len.page.locator('[data-recalled="1"]').first().waitFor();
  await len.page
    .getByRole('button', { name: /^Which are to be recalled/ })
    .first()
    .click();
  await expectInOrder(len.page, 'which are to be recalled');
  await len.page.getByRole('dialog').getByText('withdrawn, or no longer to be shared').waitFor();
  expect((await len.page.getByRole('dialog').locator('[data-recalled] td').first().textContent()) ?? '').toMatch(/^\w{4}-\w{4}$/);
  await len.page.getByRole('button', { name: 'Close' }).click();
  await len.page.goto(`${address}/`);
  await len.page.getByText('Some stories that you took out or fetched are to be recalled.').waitFor();
  await expectInOrder(len.page, 'what is to be recalled');

  // On a phone, by touch.
  const rosa = await house.people.byEmail('rosa@demonstration.invalid');
  const { secret } = await app.sessions.makeLink(rosa?.id ?? '');
  const hand = await openPage(browser, phone);
  await hand.page.goto(`${address}/sign-in#${secret}`);
  await hand.page.getByRole('button', { name: 'Sign out' }).waitFor();
  await hand.page.goto(`${office}/release`);
  await hand.page.locator('[data-field="text"] ins', { hasText: '[a phone number]' }).tap();
  await hand.page.getByRole('button', { name: 'Put back “07700 900123”' }).tap();
  await hand.page.locator('mark', { hasText: '07700 900123' }).tap();
  await hand.page.getByRole('button', { name: 'Redact: [a phone number]' }).tap();
  const heights = await hand.page
    .locator('section[data-story] button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);

  // Escalated, it stands on a list of its own, where what was done is written down.
  await hand.page.getByRole('button', { name: 'Escalate', exact: true }).tap();
  await hand.page.getByLabel('What is it about?').selectOption('patient');
  await hand.page.getByLabel('What should be done, and who should know?').fill('Tell the information governance lead.');
  await hand.page.getByRole('button', { name: 'Escalate', exact: true }).tap();
  await hand.page.getByText('“The bed” is escalated.').waitFor();
  await page.getByRole('button', { name: /^Escalated/ }).click();
  const escalation = page.locator('[data-escalation]');
  await escalation.getByText('Tell the information governance lead.').waitFor();
  await expectInOrder(page, 'escalated');
  await page.getByLabel('What was done?').fill('Told her at ten.');
  await page.getByRole('button', { name: 'Write it down', exact: true }).click();
  await escalation.getByText('Told her at ten.').waitFor();
  await page.getByLabel('What was done?').fill('It stays here.');
  await page.getByRole('button', { name: 'Write it down, and keep the story back' }).click();
  await page.locator('[data-outcome="closed"]').waitFor();
  await page.getByRole('button', { name: 'Held 1' }).waitFor();
  expect([...errors, ...len.errors, ...takes.errors, ...vera.errors, ...hand.errors]).toEqual([]);
}, 240_000);
