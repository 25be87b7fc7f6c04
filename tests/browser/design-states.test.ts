/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { theServer } from '../../server/commands/problem.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { draftOf } from '../../triads/framework/draft.ts';
import type { Draft, Signifier, Triad } from '../../triads/framework/framework.ts';
import { largeDraft } from '../large-framework.ts';
import { addDana, isKept, text } from './at-the-desk.ts';
import { faultsOf, schemesAt } from './looking.ts';
import { desk, openPage, phone, type ServedHouse, servedHouse, signIn } from './pages.ts';

/** One signifier of each kind, with something to say about most of what there is to say something about. */
function draftOfEveryKind(): Draft {
  const kinds = new Map(largeDraft.signifiers.map((signifier) => [signifier.kind, signifier]));
  const signifiers = structuredClone([...kinds.values()]) as Signifier[];
  for (const signifier of signifiers)
    signifier.question = { ...signifier.question, 'en-GB': 'How much did it help, and why was it late?', cy: '' };
  const triad = signifiers.find(({ kind }) => kind === 'triad') as Triad;
  triad.corners.top = { 'en-GB': 'good teamwork' };
  triad.key = 'Big Key';
  return { ...largeDraft, key: 'kinds', signifiers };
}

/** A framework with two versions that differ, and a draft that changes a corner. */
async function grown({ house: { designs } }: ServedHouse): Promise<string> {
  const { id } = await designs.begin(theServer, { ...largeDraft, key: 'grown', signifiers: largeDraft.signifiers.slice(0, 5) });
  const publish = async () => {
    const { tag } = await designs.draft(theServer, id);
    return (await designs.publish(theServer, id, tag, [])).id;
  };
  const first = await publish();
  const next = async (change: (draft: Draft) => void) => {
    const { tag, document } = await designs.startDraft(theServer, id, first);
    const draft = structuredClone(document);
    change(draft);
    await designs.save(theServer, id, tag, draft);
  };
  await next((draft) => void draft.signifiers.push({ ...(largeDraft.signifiers[5] as Signifier), key: 'new' }));
  await publish();
  await next(
    (draft) =>
      void Object.assign((draft.signifiers[0] as Triad).corners, {
        top: { ...(draft.signifiers[0] as Triad).corners.top, 'en-GB': 'the weather' },
      }),
  );
  return id;
}

/** Looks at a state on a desk in light, on a phone in dark: axe, scrolling sideways, and what is too small to touch. */
async function look(page: Page, state: string, isPhone: boolean): Promise<void> {
  for (const colorScheme of schemesAt(isPhone ? phone.viewport.width : desk.viewport.width)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const faults = await faultsOf(page);
    // A box is touched by its words, and the way past the menu is there for keys.
    const meant = faults.filter((fault) => !fault.startsWith('a target') || (isPhone && !/: (?:INPUT|Skip to the page)$/.test(fault)));
    expect([state, colorScheme, meant]).toEqual([state, colorScheme, []]);
  }
}

it.each([
  ['desk', desk],
  ['phone', phone],
] as const)(
  'every state of the design pages holds on a %s',
  async (name, options) => {
    const served = await servedHouse();
    await addDana(served);
    const { id } = await served.house.designs.begin(theServer, draftOfEveryKind());
    const other = await grown(served);
    const { context: signedIn } = await signIn(served, 'rosa@demonstration.invalid');
    const { page } = await openPage(served.browser, { ...options, storageState: await signedIn.storageState() });
    const isPhone = name === 'phone';
    const lookAt = (state: string) => look(page, state, isPhone);
    const show = async (part: string) => {
      if (isPhone) await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: part }).click();
    };
    const close = () => page.getByRole('button', { name: 'Close' }).click();

    await page.goto(`${served.address}/design`);
    await page.locator('[data-framework="grown"]').waitFor();
    await page.getByText('What changed since version 1').click();
    await page.getByText(/signifiers can be read together/).waitFor();
    await lookAt('list, with what changed');
    await page.getByRole('button', { name: /^Retire version 1 of A large/ }).click();
    await lookAt('retire');
    await close();
    await page.getByRole('button', { name: 'New framework' }).click();
    for (const way of ['From the library', 'A copy', 'From a file', 'Empty']) {
      await page.getByRole('button', { name: way, exact: true }).click();
      await lookAt(`new, ${way}`);
    }
    await page.getByRole('button', { name: 'From a file', exact: true }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.locator('[data-refused]').waitFor();
    await lookAt('new, a file refused');
    const definition = {
      signifiers: [
        { id: '1', type: 'photo', title: 'P', content: {} },
        { id: '2', type: 'freetext', title: '<b>Q</b>', content: {} },
      ],
    };
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(definition)) });
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('dialog', { name: /no equal here/ }).waitFor();
    await lookAt('import report');

    await page.goto(`${served.address}/design/${id}`);
    await show('Outline');
    await page.getByRole('navigation', { name: 'Outline' }).waitFor();
    await lookAt('outline');
    for (const path of [
      'title',
      'notices',
      'prompt',
      'consent',
      ...draftOfEveryKind().signifiers.map((_, index) => `signifiers.${index}`),
    ]) {
      await show('Outline');
      await page.locator(`[data-path="${path}"]`).click();
      await page.locator(`[data-editor="${path}"]`).waitFor();
      await lookAt(`editor, ${path}`);
    }
    await page.getByRole('button', { name: /to look at$/ }).click();
    await lookAt('advice');
    await close();
    await show('Outline');
    await page.getByRole('button', { name: 'Copy signifiers…' }).click();
    await page.getByText('Health and care leadership').waitFor();
    await lookAt('copy');
    await close();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await lookAt('publish, refused');
    await close();

    await page.goto(`${served.address}/design/${other}`);
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('checkbox', { name: /It means the same/ }).waitFor();
    await lookAt('publish, asked');
    await close();
    await show('Outline');
    await page.locator('[data-path="prompt"]').click();
    const { tag, document } = await served.house.designs.draft(theServer, other);
    await served.house.designs.save(theServer, other, tag, { ...document, title: { ...document.title, 'en-GB': 'Saved by another' } });
    await text(page, 'prompt.question.en-GB').fill('Mine.');
    await page.locator('[data-conflict]').waitFor();
    await lookAt('conflict');
  },
  300_000,
);

it('a framework is written and published by keys alone', async () => {
  const served = await servedHouse();
  const { id } = await served.house.designs.begin(
    theServer,
    draftOf({ ...ccplFramework, key: 'keys', signifiers: ccplFramework.signifiers.slice(0, 2) }),
  );
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(`${served.address}/design/${id}`);
  await page.getByRole('navigation', { name: 'Outline' }).waitFor();
  const kept = ccplFramework.signifiers.slice(0, 2).map(({ key }) => key);
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '');
  const tabTo = async (wanted: RegExp) => {
    for (let times = 0; times < 120; times += 1) {
      if (wanted.test(await focused())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way by Tab to ${wanted}`);
  };
  const pieces = () => page.locator('[data-piece]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.piece));
  await tabTo(/^Add a question about the story/);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  expect(await pieces()).toEqual([...kept, 'dyad-3']);
  // The first field of what was added has the focus.
  const words = ['What counted was…', 'Counted', '', 'too little', 'too much'];
  for (const [index, field] of words.entries()) {
    if (index) await page.keyboard.press('Tab');
    await page.keyboard.type(field);
  }
  expect(await text(page, 'signifiers.2.poles.right.en-GB').inputValue()).toBe('too much');
  await page.locator('[data-piece="dyad-3"]').focus();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await pieces()).toEqual([kept[0], 'dyad-3', kept[1]]);
  await page.keyboard.press('Control+z');
  expect(await pieces()).toEqual([...kept, 'dyad-3']);
  await page.keyboard.press('Control+Shift+z');
  expect(await pieces()).toEqual([kept[0], 'dyad-3', kept[1]]);
  await isKept(page);
  await page.locator('h1').evaluate(() => (document.activeElement as HTMLElement).blur());
  await tabTo(/^Publish…/);
  await page.keyboard.press('Enter');
  await page.getByText('This is the first version.').waitFor();
  await tabTo(/^Publish it for good/);
  await page.keyboard.press('Enter');
  await page.locator('[data-framework="keys"] [data-version="1"]').waitFor();
  expect(errors).toEqual([]);
}, 120_000);
