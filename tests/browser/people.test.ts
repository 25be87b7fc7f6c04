/// <reference lib="dom" />
import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { firstOwner } from '../../server/contract/staff.ts';
import { tagOfPerson } from '../../server/services/staffing.ts';
import { grant, openCollection } from '../fixtures.ts';
import { faultsOf, schemesAt } from './looking.ts';
import { desk, openPage, phone, type ServedHouse, servedHouse, signIn } from './pages.ts';

async function look(page: Page, state: string): Promise<void> {
  for (const viewport of [desk.viewport, phone.viewport]) {
    for (const colorScheme of schemesAt(viewport.width)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = (await faultsOf(page)).filter((fault) => !fault.startsWith('a target'));
      expect([state, viewport.width, colorScheme, found]).toEqual([state, viewport.width, colorScheme, []]);
    }
  }
  await page.setViewportSize(desk.viewport);
}

const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

async function withOwner(): Promise<ServedHouse> {
  const served = await servedHouse();
  await served.house.people.insert({ name: 'Olga', email: 'olga@example.org', grants: [grant('owner')], demonstration: false });
  await served.house.people.insert({ name: 'Ruth', email: 'ruth@example.org', grants: [grant('researcher')], demonstration: false });
  return served;
}

it('an owner changes what a colleague may do, who has it with the next page, and ends her access, which signs her out at once; both ways back', async () => {
  const served = await withOwner();
  const { page, errors } = await signIn(served, 'olga@example.org');
  const ruth = await signIn(served, 'ruth@example.org', phone);
  await ruth.page
    .getByRole('link', { name: /^Explore/ })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'People' }).first().click();
  await button(page, 'Change Ruth').click();
  const form = page.getByRole('form', { name: 'Change Ruth' });
  expect(await form.getByLabel('Name').evaluate((field) => field === document.activeElement)).toBe(true);
  await look(page, 'change');

  await form.getByLabel('Email').fill('nodot@x');
  await form.getByLabel('Role').selectOption('reviewer');
  await button(page, 'Save').click();
  await form.getByText('Email: is not an email address').waitFor();
  expect(await form.getByLabel('Email').evaluate((field) => field === document.activeElement)).toBe(true);
  await look(page, 'fault');
  await form.getByLabel('Email').fill('olga@example.org');
  await button(page, 'Save').click();
  await form.getByText('Email: somebody else here has this address').waitFor();
  await form.getByLabel('Email').fill('ruth@example.org');
  await form.getByLabel('Name').fill('Ruth Ames');
  await form.getByLabel('Region').selectOption('midlands');
  await page.keyboard.press('Enter');
  await rowOf(page, 'Ruth Ames').getByText('Reviewer: Midlands').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Change Ruth Ames');
  await ruth.page.reload();
  await ruth.page
    .getByRole('link', { name: /^Release/ })
    .first()
    .waitFor();
  expect(await ruth.page.getByRole('link', { name: /^Explore/ }).count()).toBe(0);

  await button(page, 'End access of Ruth Ames').click();
  const dialog = page.getByRole('dialog', { name: 'End the access of Ruth Ames?' });
  await dialog.getByText(/signs them out everywhere now/).waitFor();
  await look(page, 'ending');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('End access of Ruth Ames');
  await page.keyboard.press('Enter');
  await button(page, 'End access now').click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Undo: give Ruth Ames access as before');
  const gone = page.getByRole('region', { name: 'Without access' });
  await gone.getByText('Access has ended').waitFor();
  await look(page, 'ended');
  await ruth.page
    .getByRole('link', { name: /^Release/ })
    .first()
    .click();
  await ruth.page.getByLabel('Password').waitFor();

  await page.keyboard.press('Enter');
  await rowOf(page, 'Ruth Ames').getByText('Reviewer: Midlands').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Make a sign-in link for Ruth Ames');
  await page.keyboard.press('Enter');
  const link = await page.getByRole('textbox', { name: 'Sign-in link' }).inputValue();
  await look(page, 'linked');
  await ruth.page.goto('about:blank');
  await ruth.page.goto(served.address + new URL(link).pathname + new URL(link).hash);
  await ruth.page
    .getByRole('link', { name: /^Release/ })
    .first()
    .waitFor();

  // Later nobody knows any more what she could do.
  await button(page, 'End access of Ruth Ames').click();
  await button(page, 'End access now').click();
  await gone.waitFor();
  await page.reload();
  await button(page, 'Give Ruth Ames access again').click();
  await page.getByRole('form', { name: 'Give Ruth Ames access again' }).getByLabel('Role').selectOption('lead');
  await button(page, 'Give access').click();
  await rowOf(page, 'Ruth Ames').getByText('Workshop lead').waitFor();
  expect(await gone.count()).toBe(0);
  expect([errors, ruth.errors]).toEqual([[], []]);
}, 180_000);

it('the last owner is told why there must be one, and regions are those of the collection that is chosen', async () => {
  const served = await withOwner();
  await openCollection(served.house, { slug: 'newest', title: { 'en-GB': 'Newest' } });
  const { page, errors } = await signIn(served, 'olga@example.org');
  await page.goto(`${served.address}/office/people`);
  await button(page, 'End access of Olga').click();
  await button(page, 'End access now').click();
  await page.getByText('Somebody must own every collection here.').waitFor();
  await look(page, 'last-owner');
  await button(page, 'Not now').click();

  const adding = page.getByRole('form', { name: 'Add a person' });
  await adding.getByLabel('Name').fill('Lea');
  await adding.getByLabel('Email').fill('nodot@x');
  expect(await adding.getByLabel('Region').count()).toBe(0);
  await adding.getByLabel('Role').selectOption('lead');
  await adding.getByLabel('Collection').selectOption({ label: 'Newest' });
  await adding.getByLabel('Region').selectOption({ label: 'London' });
  await button(page, 'Add').click();
  await adding.getByText('Email: is not an email address').waitFor();
  await adding.getByLabel('Email').fill('lea@example.org');
  await button(page, 'And another role').click();
  await look(page, 'adding');
  await button(page, 'Add').click();
  await rowOf(page, 'Lea').getByText('Newest, London').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Make a sign-in link for Lea');
  expect(await adding.getByLabel('Name').inputValue()).toBe('');
  expect(errors).toEqual([]);
}, 120_000);

it('a first owner is asked for a name and address of their own when they come', async () => {
  const served = await servedHouse();
  const { id } = await served.house.staffing.add({ ...firstOwner, grants: [grant('owner')] }, null);
  const { page } = await openPage(served.browser, desk);
  await page.goto(`${served.address}/sign-in#${(await served.app.sessions.makeLink(id)).secret}`);
  await page.getByText('Give yourself a name and an address of your own.').waitFor();
  await look(page, 'first-owner');
  const form = page.getByRole('form', { name: 'You' });
  await form.getByLabel('Name').fill('Olga');
  await form.getByLabel('Email').fill('olga@example.org');
  await button(page, 'Save').click();
  await page.getByText('(you)').waitFor();
  await page.getByRole('banner').getByText('Olga').waitFor();
  expect(await page.getByText('an address of your own').count()).toBe(0);
  await page.getByRole('link', { name: 'Set a password' }).click();
  const fresh = page.getByLabel('New password');
  await fresh.fill('a lamp beside the door');
  await button(page, 'Set password').click();
  await page.getByText('Your password is set.').waitFor();
  // Who comes by it changes it with it alone.
  await page.context().clearCookies();
  await page.goto(`${served.address}/sign-in`);
  await page.getByLabel('Email').fill('olga@example.org');
  await page.getByLabel('Password').fill('a lamp beside the door');
  await button(page, 'Sign in').click();
  await button(page, 'Sign out').waitFor();
  await page.goto(`${served.address}/office/password`);
  await page.getByLabel('Present password').fill('a lamp beside the bed');
  await fresh.fill('a chair under the window');
  await button(page, 'Change password').click();
  await page.getByText('This is not your password.').waitFor();
  await page.locator('input[aria-invalid="true"]:focus').waitFor();
  await look(page, 'wrong password');
  await page.getByLabel('Present password').fill('a lamp beside the door');
  await button(page, 'Change password').click();
  await page.getByText('Your password is set.').waitFor();
  expect(await page.getByText('This is not your password.').count()).toBe(0);
}, 120_000);

it('what another owner has changed since is shown before anything goes over it; what was typed stays', async () => {
  const served = await withOwner();
  const { page, requests, errors } = await signIn(served, 'olga@example.org');
  await page.getByRole('link', { name: 'People' }).first().click();
  await button(page, 'Change Ruth').click();
  const form = page.getByRole('form', { name: 'Change Ruth' });
  await form.getByLabel('Name').fill('Ruth Ames');
  const ruth = await served.house.people.byEmail('ruth@example.org');
  const asked = { name: 'Ruth', email: 'ruth@example.org', grants: [grant('reviewer')] };
  const omar = await served.house.people.insert({
    name: 'Omar',
    email: 'omar@example.org',
    grants: [grant('owner')],
    demonstration: false,
  });
  await served.house.staffing.change(ruth?.id ?? '', tagOfPerson(ruth ?? asked), asked, omar.id);
  await button(page, 'Save').click();
  await form.getByText(/^Omar saved it on/).waitFor();
  await form.getByText('Now: Ruth · ruth@example.org · Reviewer.').waitFor();
  expect(await form.getByLabel('Name').inputValue()).toBe('Ruth Ames');
  await look(page, 'changed since');
  await form.getByLabel('Role').selectOption('reviewer');
  // A second Enter, or a second click in the same place, puts nothing over it.
  expect(await button(page, 'Save').isDisabled()).toBe(true);
  await form.getByLabel('Name').press('Enter');
  await button(page, 'Save mine over theirs').click();
  await rowOf(page, 'Ruth Ames').getByText('Reviewer').waitFor();
  expect(requests.filter((request) => request.method() === 'PUT')).toHaveLength(2);
  expect(errors).toEqual([]);
});

it('saving one person leaves open what is begun with another, and what that is compared with', async () => {
  const served = await withOwner();
  const { page, errors } = await signIn(served, 'olga@example.org');
  await page.goto(`${served.address}/office/people`);
  await button(page, 'Make a sign-in link for Olga').click();
  const link = page.getByRole('textbox', { name: 'Sign-in link' });
  await link.waitFor();
  await button(page, 'Change Ruth').click();
  const form = page.getByRole('form', { name: 'Change Ruth' });
  await form.getByLabel('Name').fill('Ruth Ames');
  const ruth = await served.house.people.byEmail('ruth@example.org');
  const asked = { name: 'Ruth', email: 'ruth@example.org', grants: [grant('reviewer')] };
  const olga = await served.house.people.byEmail('olga@example.org');
  await served.house.staffing.change(ruth?.id ?? '', tagOfPerson(ruth ?? asked), asked, olga?.id ?? '');
  const adding = page.getByRole('form', { name: 'Add a person' });
  await adding.getByLabel('Name').fill('Lea');
  await adding.getByLabel('Email').fill('lea@example.org');
  await button(page, 'Add').click();
  await button(page, 'Make a sign-in link for Lea').waitFor();
  expect([await link.count(), await form.getByLabel('Name').inputValue()]).toEqual([1, 'Ruth Ames']);
  await button(page, 'Save').click();
  await form.getByText('Now: Ruth · ruth@example.org · Reviewer.').waitFor();

  // Changing another one leaves it open too; a list that came late is not the one that counts.
  await button(page, 'Change Lea').click();
  const other = page.getByRole('form', { name: 'Change Lea' });
  await other.getByLabel('Name').fill('Lea Low');
  const listing = new Promise<Route>((hold) => void page.route('**/api/v1/people', hold, { times: 1 }));
  await other.getByRole('button', { name: 'Save' }).click();
  const late = await listing;
  const older = await late.fetch();
  const now = await served.house.people.byEmail('ruth@example.org');
  await served.house.staffing.change(ruth?.id ?? '', tagOfPerson(now ?? asked), { ...asked, name: 'Ruth Ann' }, olga?.id ?? '');
  await form.getByRole('button', { name: 'Save mine over theirs' }).click();
  await form.getByText('Now: Ruth Ann · ruth@example.org · Reviewer.').waitFor();
  // Who writes elsewhere by then stays there.
  const isHere = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/api/v1/people'));
  await form.getByLabel('Name').focus();
  await Promise.all([isHere, late.fulfill({ response: older })]);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await form.getByLabel('Name').evaluate((field) => field === document.activeElement)).toBe(true);
  await button(page, 'Change Lea Low').waitFor();
  await form.getByText('Now: Ruth Ann · ruth@example.org · Reviewer.').waitFor();
  expect(await form.getByLabel('Name').inputValue()).toBe('Ruth Ames');
  expect(errors).toEqual([]);
}, 120_000);
