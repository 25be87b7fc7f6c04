/// <reference lib="dom" />
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Grant } from '../../server/contract/staff.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import { grant, newSubmission, openCollection, submit } from '../fixtures.ts';
import { begin, isKept } from './at-the-desk.ts';
import { schemesAt, violationsOf } from './looking.ts';
import { desk, held, type Opened, openPage, phone, type ServedHouse, servedHouse, signIn } from './pages.ts';
import { finger, receiptOn, send, tellUntilReceipt } from './telling.ts';

const rosa = 'rosa@demonstration.invalid';
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

async function signInAs(served: ServedHouse, name: string, ...grants: Grant[]): Promise<Opened> {
  const email = `${name.toLowerCase()}@example.org`;
  await served.house.people.insert({ name, email, grants, demonstration: false });
  return signIn(served, email);
}

/** What is wrong with a page as it is, at a desk and on a phone, light and dark. */
async function look(page: Page, state: string): Promise<void> {
  for (const viewport of [desk.viewport, phone.viewport]) {
    for (const colorScheme of schemesAt(viewport.width)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const violations = await violationsOf(page);
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      expect([state, viewport.width, colorScheme, found, isWide]).toEqual([state, viewport.width, colorScheme, [], false]);
    }
  }
  await page.setViewportSize(desk.viewport);
}

const settingsOf = ({ address }: ServedHouse, { id }: Collection) => `${address}/design/collections/${id}/settings`;
const titleOn = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

it('from an empty draft to a published framework, a collection, a poster and a first story: one journey, under two minutes', async () => {
  const served = await servedHouse();
  const { page, errors } = await signIn(served, rosa);
  const teller = await openPage(served.browser, phone);
  const began = performance.now();
  let clicks = 0;
  const click = async (target: Locator) => {
    clicks += 1;
    await target.click();
  };
  const type = async (target: Locator, words: string) => {
    await click(target);
    await target.pressSequentially(words);
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const text = (path: string) => page.locator(`[data-text="${path}.en-GB"]`);
  const piece = (words: string) => page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: words });

  await click(page.getByRole('link', { name: 'Frameworks' }));
  await click(button('New framework'));
  await type(page.getByLabel('Title'), 'Moving house');
  await click(button('Begin'));
  await type(text('prompt.question'), 'Tell of a day on which you moved house.');
  await page.getByLabel('Add a question about the story').selectOption('triad');
  const corners = { 'corners.top': 'Money', 'corners.left': 'Time', 'corners.right': 'People' };
  for (const [path, words] of Object.entries({ question: 'What counted was…', short: 'Counted', ...corners })) {
    await type(text(`signifiers.0.${path}`), words);
  }
  await click(piece('Welcome and notices'));
  await type(text('notices.privacy'), 'Nobody asks your name.');
  await type(text('notices.concern'), 'Turn to the study team.');
  await page.locator('[data-kept="true"]').waitFor();
  await click(button('Publish…'));
  await click(button('Publish it for good'));
  const published = clicks;
  await click(page.getByRole('link', { name: 'Gather stories with this version' }));
  await click(button('Make this collection'));
  await page.getByText(/^It takes stories: “\w+ \d{4}” is open, with no end set\.$/).waitFor();
  await click(page.locator('[data-empty]').getByRole('link', { name: 'Link and poster' }));
  const link = await page.locator('[data-link]').inputValue();
  expect(link).toMatch(/\/c\/moving-house$/);
  const [poster] = await Promise.all([page.waitForEvent('download'), click(page.getByRole('button', { name: /Poster/ }))]);
  // Agreeing, making, and the poster.
  expect(clicks - published).toBe(4);

  await teller.page.goto(`${served.address}${new URL(link).pathname}`);
  const hand = finger(teller.page);
  const taps = { ...hand, press: (target: Locator) => hand.press(target).finally(() => (clicks += 1)) };
  await tellUntilReceipt(teller.page, taps, {
    title: 'The van',
    text: 'The van came late, and all our neighbours carried boxes.',
    choices: {},
    reading: 'The study team may read my story',
    sharing: [],
  });
  await send(teller.page, taps);
  expect(await receiptOn(teller.page)).toMatch(/^[0-9A-Z]{16}$/);
  const seconds = (performance.now() - began) / 1000;
  console.log(`From an empty draft to a first story: ${seconds.toFixed(1)} s, ${clicks} clicks and taps.`);
  expect(seconds).toBeLessThan(120);

  const file = await poster.path();
  expect([poster.suggestedFilename(), readFileSync(file, 'latin1').slice(0, 5)]).toEqual(['moving-house.pdf', '%PDF-']);
  if (hasPoppler) {
    const printed = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' }).stdout.replace(/\s/g, '');
    expect(printed).toContain(new URL(link).host + new URL(link).pathname);
  }
  await page.getByRole('link', { name: 'Progress' }).click();
  await page.getByText('1 story in all').waitFor();
  const collection = await served.house.collections.bySlug('moving-house');
  expect(await served.house.listings.ids(collection?.id ?? '')).toHaveLength(1);
  expect([errors, teller.errors]).toEqual([[], []]);
}, 180_000);

it('a collection is made with what its designer changes; an address that is taken is said as it is typed', async () => {
  const served = await servedHouse();
  const { page, errors } = await signIn(served, rosa);
  await page.getByRole('link', { name: 'New collection' }).click();
  const address = page.getByLabel('Address');
  await address.waitFor();
  // As much of the framework's title as fits, in whole words.
  expect(await address.inputValue()).toBe('clinical-and-care-professional');
  await page.getByLabel('Title').fill('The ward');
  expect(await address.inputValue()).toBe('the-ward');
  await look(page, 'a new collection');

  await address.fill('ccpl-pulse');
  await page.getByText('Another collection has this address already.').waitFor();
  expect(await address.getAttribute('aria-invalid')).toBe('true');
  await page.locator('summary').click();
  await page.getByRole('checkbox', { name: 'How old are you?' }).check();
  await page.getByRole('checkbox', { name: 'A story needs a key from its link' }).check();
  await look(page, 'a new collection whose address is taken');
  await page.getByRole('button', { name: 'Make this collection' }).click();
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('ccpl-pulse');

  await address.fill('ward');
  await page.getByLabel('Name of the wave').fill('');
  await page.getByRole('radio', { name: 'On a day' }).check();
  await page.getByLabel('Closes at').fill('2020-01-01T09:00');
  await page.getByRole('button', { name: 'Make this collection' }).click();
  await page.getByText('Nothing was saved: 2 things need mending.').waitFor();
  await page.getByText('This is not after it opens.').first().waitFor();
  await look(page, 'a new collection that is refused');
  await page.getByLabel('Name of the wave').fill('Winter');
  await page.getByRole('radio', { name: 'No end set' }).check();
  await page.getByRole('button', { name: 'Make this collection' }).click();
  await page.locator('[data-empty]').waitFor();
  await look(page, 'progress without a story');
  const made = await served.house.collections.bySlug('ward');
  expect(made).toMatchObject({ title: { 'en-GB': 'The ward' }, breakdowns: ['age'], rotation: true, randomOrder: false });
  expect([made?.keyRequiredFrom !== null, made?.waves[0]?.key]).toEqual([true, 'winter']);
  expect(errors).toEqual([]);
}, 180_000);

it('of versions chosen one after another a collection asks the last, and none until its words are there', async () => {
  const served = await servedHouse();
  const { page, errors } = await signIn(served, rosa);
  await page.goto(`${served.address}/design/collections/new`);
  const asks = page.getByLabel('Asks');
  await asks.waitFor();
  const offered = await asks.locator('option').evaluateAll((options: HTMLOptionElement[]) => options.map(({ value }) => value));
  const first = await asks.inputValue();
  const other = offered.find((id) => id !== first) ?? '';
  const make = page.getByRole('button', { name: 'Make this collection' });

  await page.route(`**/versions/${other}`, (route) => route.abort());
  await asks.selectOption(other);
  await page.getByRole('alert').waitFor();
  expect([await asks.inputValue(), await make.isEnabled()]).toEqual([first, true]);
  await page.unroute(`**/versions/${other}`);

  const late = await held(page, `**/versions/${other}`);
  await asks.selectOption(other);
  await late.isAsked;
  expect([await asks.inputValue(), await make.isDisabled()]).toEqual([other, true]);
  await asks.selectOption(first);
  await page.getByRole('button', { name: 'Make this collection', disabled: false }).waitFor();
  const answer = page.waitForResponse(`**/versions/${other}`);
  await late.give();
  await (await answer).finished();
  await page.getByLabel('Address').fill('the-last');
  await make.click();
  await page.locator('[data-empty]').waitFor();
  expect((await served.house.collections.bySlug('the-last'))?.waves[0]?.versionId).toBe(first);
  expect(errors).toEqual([]);
}, 120_000);

it('settings keep what phones may be answering on, and say why; a wave is added, and nothing unsaved is lost by leaving', async () => {
  const served = await servedHouse();
  const collection = await openCollection(served.house, { slug: 'ward', rotation: true });
  const { page, errors } = await signIn(served, rosa);
  await page.locator('[data-collection="ward"]').getByRole('link', { name: 'Settings' }).click();
  await page.getByText('it is on links and posters since a wave opened').waitFor();
  await page.getByLabel('Version that wave 1 asks').waitFor();
  const frozen = [
    page.getByRole('textbox', { name: 'Address' }),
    page.getByLabel('Version that wave 1 asks'),
    page.getByRole('checkbox', { name: 'Turn the corners of triads at random' }),
    page.getByRole('checkbox', { name: 'British English' }),
  ];
  expect(await Promise.all(frozen.map((field) => field.isDisabled()))).toEqual([true, true, true, true]);
  await page.getByText('It has opened, so this stays.').waitFor();
  await page.getByText('A wave has opened with it, so it stays').waitFor();

  await page.getByRole('button', { name: 'Repeat this collection' }).click();
  await save(page).click();
  await page.getByText('Nothing was saved: 1 thing needs mending.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  await look(page, 'settings that are refused');
  await page.getByLabel('Name of wave 2').fill('A year later');
  await page.getByRole('link', { name: 'Progress' }).click();
  await page.getByRole('dialog').getByText('Leave without saving?').waitFor();
  await look(page, 'leaving without saving');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.goBack();
  await page.getByRole('dialog').getByText('Leave without saving?').waitFor();
  await page.getByRole('button', { name: 'Stay here' }).click();
  expect(await page.getByLabel('Name of wave 2').inputValue()).toBe('A year later');
  await save(page).click();
  await page.getByText('Saved.').waitFor();
  const [first, second] = (await served.house.collections.byId(collection.id))?.waves ?? [];
  expect([second?.key, second?.versionId, first?.closes]).toEqual(['a-year-later', first?.versionId, second?.opens]);
  await page.getByRole('link', { name: 'Progress' }).click();
  await page.getByText(/“A year later” opens on/).waitFor();
  expect(errors).toEqual([]);
}, 180_000);

it('what is typed while settings are saved, or before versions are fetched again, stays, and is not said to be saved', async () => {
  const served = await servedHouse();
  const collection = await openCollection(served.house, { slug: 'ward' });
  const { page, errors } = await signInAs(served, 'Ola', grant('owner'), grant('designer'));
  await page.route('**/api/v1/frameworks', (route) => route.abort());
  await page.goto(settingsOf(served, collection));
  await titleOn(page).fill('Begun');
  await page.unroute('**/api/v1/frameworks');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByLabel('Version that wave 1 asks').waitFor();
  expect(await titleOn(page).inputValue()).toBe('Begun');

  const kept = async () => served.house.collections.byId(collection.id);
  const settings = await held(page, '**/settings');
  await page.getByLabel('Name of wave 1').fill('Sent');
  await save(page).click();
  await settings.isAsked;
  await titleOn(page).fill('Typed since');
  await settings.give();
  await page.getByText('Saved by Ola').waitFor();
  expect([await titleOn(page).inputValue(), (await kept())?.title['en-GB']]).toEqual(['Typed since', 'Begun']);
  expect(await page.getByText('Not saved yet').count()).toBe(1);
  await save(page).click();
  await page.getByText('Saved.').waitFor();
  expect([(await kept())?.title['en-GB'], (await kept())?.waves[0]?.label['en-GB']]).toEqual(['Typed since', 'Sent']);

  const numbers = await held(page, '**/small-numbers');
  await page.getByLabel('Why, if').fill('Sent');
  await page.getByRole('button', { name: 'Save small numbers' }).click();
  await numbers.isAsked;
  await page.getByLabel('Why, if').fill('Typed since');
  const saved = page.waitForResponse('**/small-numbers');
  await numbers.give();
  await saved;
  await page.getByRole('button', { name: 'Save small numbers', disabled: false }).waitFor();
  expect(await page.getByLabel('Why, if').inputValue()).toBe('Typed since');
  expect(errors).toEqual([]);
}, 180_000);

it('of two designers who set one collection the second is told who saved, and decides', async () => {
  const served = await servedHouse();
  const collection = await openCollection(served.house, { slug: 'ward' });
  const mine = (await signIn(served, rosa)).page;
  const theirs = (await signInAs(served, 'Dana', grant('designer', collection.id))).page;
  for (const page of [mine, theirs]) {
    await page.goto(settingsOf(served, collection));
    await titleOn(page).waitFor();
  }
  const title = async () => (await served.house.collections.byId(collection.id))?.title['en-GB'];
  await titleOn(theirs).fill('As Dana has it');
  await save(theirs).click();
  await theirs.getByText('Saved.').waitFor();

  await titleOn(mine).fill('As Rosa has it');
  await mine.getByRole('checkbox', { name: 'How old are you?' }).check();
  await save(mine).click();
  await mine.getByText(/^Dana saved these settings on /).waitFor();
  await mine.getByText('They differ in the title and the breakdowns.').waitFor();
  expect([await title(), await titleOn(mine).inputValue()]).toEqual(['As Dana has it', 'As Rosa has it']);
  await look(mine, 'two designers in conflict');
  await mine.getByRole('button', { name: 'Save mine over theirs' }).click();
  await mine.getByText('Saved by Rosa').waitFor();
  expect(await title()).toBe('As Rosa has it');

  await titleOn(theirs).fill('Dana again');
  await save(theirs).click();
  await theirs.getByRole('button', { name: 'Take theirs' }).click();
  expect(await titleOn(theirs).inputValue()).toBe('As Rosa has it');
  expect(await title()).toBe('As Rosa has it');
}, 180_000);

it('a collection is paused and opened again after asking, and its form says so', async () => {
  const served = await servedHouse();
  await openCollection(served.house, { slug: 'ward' });
  const { page } = await signIn(served, rosa);
  await page.locator('[data-collection="ward"]').getByRole('link', { name: 'Progress' }).click();
  const teller = await openPage(served.browser, phone);
  const heading = async (words: RegExp) => {
    await teller.page.goto(`${served.address}/c/ward`);
    await teller.page.locator('main').getByText(words).first().waitFor();
  };
  await heading(/Start now/);
  await page.getByRole('button', { name: 'Pause…' }).click();
  await page.getByRole('dialog').getByText('Stories already begun are taken for seven days more').waitFor();
  await look(page, 'asked whether to pause');
  await page.getByRole('button', { name: 'Pause it' }).click();
  await page.getByText(/^It is paused since .* Stories begun before are taken until/).waitFor();
  await heading(/This collection has closed/);
  await page.getByRole('button', { name: 'Open again…' }).click();
  await page.getByRole('button', { name: 'Open it again' }).click();
  await page.getByText(/^It takes stories/).waitFor();
  await heading(/Start now/);
}, 180_000);

it('the owner sets small numbers with a reason, and how long stories are kept after being asked; a designer reads both', async () => {
  const served = await servedHouse();
  const collection = await served.house.collections.bySlug('ccpl-pulse');
  if (!collection) throw new Error('the demonstration is gone');
  const designer = (await signIn(served, rosa)).page;
  const owner = (await signInAs(served, 'Olu', grant('owner'))).page;
  await owner.goto(settingsOf(served, collection));
  const threshold = owner.getByLabel('Show counts from');
  await threshold.selectOption('3');
  await owner.getByRole('button', { name: 'Save small numbers' }).click();
  await owner.getByText('A threshold other than 5 needs a written reason.', { exact: true }).waitFor();
  await look(owner, 'small numbers without a reason');
  await owner.getByLabel('Why').fill('A study of forty wards.');
  await owner.getByRole('radio', { name: 'to the nearest five' }).check();
  await owner.getByRole('button', { name: 'Save small numbers' }).click();
  await owner.getByText('Saved.').waitFor();

  await owner.getByLabel('Delete the words after').fill('30');
  await owner.getByLabel('Delete whole stories after').fill('20');
  await owner.getByText('Words go before their stories, or with them.').waitFor();
  await owner.getByLabel('Delete whole stories after').fill('300');
  await owner.getByText(/^Words are deleted 30 weeks after .* Whole stories are deleted after 300 weeks\./).waitFor();
  const kept = async () => (await served.house.collections.byId(collection.id))?.retention;
  await owner.getByRole('button', { name: 'Save how long' }).click();
  await owner.getByRole('dialog').getByText('They cannot be brought back').waitFor();
  await look(owner, 'asked whether to delete');
  await owner.getByRole('button', { name: 'Keep them' }).click();
  expect(await kept()).toEqual({ textsWeeks: null, storiesWeeks: null, takenOutDays: 30, exportDays: 14 });
  await owner.getByRole('button', { name: 'Save how long' }).click();
  await owner.getByRole('button', { name: 'Save, and delete them' }).click();
  await owner.getByRole('region', { name: 'How long stories are kept' }).getByText('Saved.').waitFor();
  expect(await kept()).toEqual({ textsWeeks: 30, storiesWeeks: 300, takenOutDays: 30, exportDays: 14 });

  await designer.goto(settingsOf(served, collection));
  await designer.getByText('Counts are shown from 3 on, to the nearest five. The owner’s reason: “A study of forty wards.”').waitFor();
  await designer.getByText(/^Words are deleted 30 weeks after/).waitFor();
  expect(await designer.getByRole('button', { name: 'Save how long' }).count()).toBe(0);
  expect(await save(owner).count()).toBe(0);
  await look(designer, 'settings as a designer has them');
}, 180_000);

it('a rule is saved as it was asked about, whatever is typed while the answer is awaited', async () => {
  const served = await servedHouse();
  const collection = await openCollection(served.house, { slug: 'ward' });
  const { page, errors } = await signInAs(served, 'Olu', grant('owner'));
  await page.goto(settingsOf(served, collection));
  const words = page.getByLabel('Delete the words after');
  await words.fill('104');
  const answer = await held(page, '**/retention/due?*');
  await words.press('Enter');
  await answer.isAsked;
  const isFixed = await words.isDisabled();
  await words.evaluate((field: HTMLInputElement) => {
    field.value = '10';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await answer.give();
  await saved;
  expect([(await served.house.collections.byId(collection.id))?.retention.textsWeeks, isFixed]).toEqual([104, true]);
  await page.getByText(/^Words are deleted 10 weeks after/).waitFor();
  await page.getByRole('button', { name: 'Save how long', disabled: false }).waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('progress by week and region never says a small or hidden count, nor calls it zero; a lead sees the own region', async () => {
  const served = await servedHouse();
  const collection = await openCollection(served.house, { slug: 'ward' });
  const { page, errors } = await signInAs(served, 'Dana', grant('designer'));
  await page.goto(`${served.address}/design/collections/${collection.id}`);
  await page.locator('[data-empty]').getByText('appear here once 5 have come').waitFor();
  for (const [region, stories] of Object.entries({ midlands: 9, london: 2, 'north-west': 7 })) {
    for (let told = 0; told < stories; told += 1) {
      await submit(served.app, 'ward', newSubmission(collection, { answers: { region: { options: [region] } } }));
    }
  }
  await page.reload();
  await page.locator('figure').first().waitFor();
  await page.locator('summary').click();
  const cell = (region: string) => page.locator(`[data-region="${region}"] td`).first().innerText();
  expect(await Promise.all(['london', 'midlands', 'north-west'].map(cell))).toEqual(['<5', '9', 'hidden']);
  expect(await page.getByRole('img', { name: 'North West, week by week: hidden' }).count()).toBe(1);
  await page.getByText('hidden: not zero').waitFor();
  await look(page, 'progress with hidden counts');

  const lead = (await signInAs(served, 'Lena', grant('lead', collection.id, 'midlands'))).page;
  await lead.locator('[data-collection="ward"]').getByRole('link', { name: 'Progress' }).click();
  await lead.locator('figure').getByText('All other regions').waitFor();
  expect(await lead.locator('[data-standing="region"]').getAttribute('data-stories')).toBe('9');
  expect(await lead.getByRole('button', { name: 'Pause…' }).count()).toBe(0);
  await look(lead, 'progress as a lead has it');

  const other = (await signInAs(served, 'Lou', grant('lead', collection.id, 'london'))).page;
  await other.goto(page.url());
  await other.locator('figure').first().waitFor();
  await other.getByText('hidden: not zero').waitFor();
  await other.locator('summary').click();
  expect(await other.locator('[data-region="london"] td').first().innerText()).toBe('hidden');
  await look(other, 'progress that would give a small count away');

  const researcher = (await signIn(served, rosa)).page;
  await researcher.goto(page.url());
  await researcher.locator('summary').click();
  expect(await researcher.locator('[data-region="london"] td').first().innerText()).toBe('2');
  expect(await researcher.getByText('Counts change in steps').count()).toBe(0);
  expect(errors).toEqual([]);
}, 180_000);

it('one word that is longer than the screen makes no page scroll sideways, and the open page is seen in the header', async () => {
  const served = await servedHouse();
  const long = 'x'.repeat(80);
  const collection = await openCollection(served.house, { slug: long.slice(0, 60), title: { 'en-GB': long } });
  const { page } = await signIn(served, rosa);
  await begin(page, long);
  const draft = new URL(page.url()).pathname;
  await page.setViewportSize(phone.viewport);
  const settled = { [draft]: 'nav[aria-label="Outline"]', '/': 'li', '/design': 'li' };
  const paths = [
    '/',
    '/design',
    draft,
    `${draft}/try`,
    `${draft}/pilot`,
    ...['', '/settings'].map((page) => `/design/collections/${collection.id}${page}`),
  ];
  for (const path of [...paths, `/office/${collection.id}/link`, `/explore/${collection.id}`, `/office/${collection.id}/pilot`]) {
    await page.goto(`${served.address}${path}`);
    await page
      .locator(settled[path] ?? 'h1, figure, h2')
      .first()
      .waitFor({ state: 'attached' });
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390]);
    const open = page.locator('header nav [aria-current]');
    if (await open.count()) {
      const { x, width } = (await open.boundingBox()) ?? { x: -1, width: 0 };
      expect([path, x >= 0 && x + width <= 390]).toEqual([path, true]);
    }
  }
}, 120_000);

it('drafts are discarded after asking, and each is brought back as it was', async () => {
  const served = await servedHouse();
  const { page, errors } = await signIn(served, rosa);
  await begin(page, 'A second one');
  await isKept(page);
  await page.getByRole('link', { name: 'Frameworks' }).first().click();
  await page
    .getByRole('button', { name: /^New draft from version 1/ })
    .first()
    .click();
  await page.locator('[data-text="prompt.question.en-GB"]').fill('Written in the draft');
  await page.locator('[data-kept="true"]').waitFor();
  await page.getByRole('link', { name: 'Frameworks' }).first().click();
  const discard = (name: RegExp) => page.getByRole('button', { name });
  const [first, second] = [/^Discard the draft of (?!A second one)/, /^Discard the draft of A second one/].map(discard) as [
    Locator,
    Locator,
  ];
  await first.click();
  await look(page, 'asked whether to discard a draft');
  // Where the answer is lost, nothing that was written is.
  let isLost = false;
  await page.route('**/draft', async (route) => {
    if (isLost || route.request().method() !== 'DELETE') return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Discard it' }).click();
  await page.getByText('The server did not answer.').waitFor();
  await first.click();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await page.locator('[data-discarded]').waitFor();
  await first.waitFor({ state: 'detached' });
  await second.click();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await second.waitFor({ state: 'detached' });
  await look(page, 'discarded drafts');
  for (const draft of [first, second]) {
    await page
      .getByRole('button', { name: /^Bring it back/ })
      .last()
      .click();
    await draft.waitFor();
  }
  expect(await page.locator('[data-discarded]').count()).toBe(0);
  await page.getByRole('link', { name: /^Edit the draft of (?!A second one)/ }).click();
  await page.locator('[data-text="prompt.question.en-GB"]').waitFor();
  expect(await page.locator('[data-text="prompt.question.en-GB"]').inputValue()).toBe('Written in the draft');
  expect(errors).toEqual([]);
}, 120_000);
