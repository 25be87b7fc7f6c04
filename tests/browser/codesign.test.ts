/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { designer } from '../designing.ts';
import { faultsOf, violationsOf } from './looking.ts';
import { openPage, phone, type ServedHouse, servedHouse, signIn } from './pages.ts';
import { shortFramework } from './phone.ts';
import { finger, goOn, pageOf, type Telling, tellOnUntil } from './telling.ts';

const telling: Telling = {
  title: 'Zucchini meridian',
  text: 'A quorum of xylophones decided the rota.',
  choices: { feeling: 'Positive', region: 'London' },
  reading: 'The study team may read my story',
  sharing: [],
};

/** A draft of one signifier of each kind, and the link that a designer made to it. */
async function draftToTry({ app }: ServedHouse, languages = ['en-GB']) {
  const design = await designer(app);
  const id = await design.begin((draft) => {
    draft.signifiers = structuredClone(shortFramework.signifiers);
    draft.languages = languages;
  });
  const { body } = await design.post(`/frameworks/${id}/codesign/links`, { label: 'Ward managers' });
  const heard = async () => (await design.get(`/frameworks/${id}/codesign`)).body;
  return { design, id, path: `/try#${body.link.split('#')[1]}`, heard };
}

/** A phone on which chance shows the questions in the framework's own order. */
async function openPhone({ browser }: ServedHouse) {
  const opened = await openPage(browser, phone);
  await opened.page.addInitScript(() => {
    Math.random = () => 0;
  });
  return opened;
}

async function comment(page: Page, kind: RegExp, text = ''): Promise<void> {
  await page.locator('[data-comment]').tap();
  await page.getByRole('radio', { name: kind }).tap();
  if (text) await page.locator('#comment').fill(text);
  await page.getByRole('button', { name: 'Send comment' }).tap();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

it('somebody without an account tries a draft by touch, comments with and without a network, and no word of the story leaves the phone', async () => {
  const served = await servedHouse();
  const { path, heard, id } = await draftToTry(served);
  const { page, context, requests, errors } = await openPhone(served);
  await page.goto(`${served.address}${path}`);
  await page.getByRole('heading', { name: 'You are trying a draft' }).waitFor();
  const hand = finger(page);
  await page.getByRole('button', { name: 'Begin' }).tap();
  await goOn(page, hand.press, 'Start now');
  await tellOnUntil(page, hand, telling, 'changes');
  await comment(page, /It is unclear/, 'Whose changes?');
  await expect.poll(async () => (await heard()).comments.length).toBe(1);

  await tellOnUntil(page, hand, telling, 'decisions');
  await context.setOffline(true);
  await comment(page, /It is not for me/);
  await page.locator('[data-comment]').tap();
  await page.locator('[data-said="waiting"]').waitFor();
  await page.getByRole('button', { name: 'Close' }).tap();
  await context.setOffline(false);
  await expect.poll(async () => (await heard()).comments.length).toBe(2);

  await tellOnUntil(page, hand, telling, 'reading');
  await tellOnUntil(page, hand, telling, 'check');
  await goOn(page, hand.press);
  for (const kind of [1, 2]) {
    await page.locator('[data-again]').waitFor();
    const shape = await page.locator('[data-again]').getAttribute('data-again');
    await page.locator('[data-again] input[type=radio]').first().tap();
    await page.getByRole('button', { name: 'Continue' }).tap();
    if (kind === 1)
      await page.waitForFunction((before) => document.querySelector<HTMLElement>('[data-again]')?.dataset.again !== before, shape);
  }
  await page.getByRole('button', { name: 'Send my answers' }).tap();
  await page.locator('main[data-answers="sent"]').waitFor();
  await page.getByRole('button', { name: 'Take it back' }).first().tap();
  await expect.poll(async () => (await heard()).comments.length).toBe(1);

  const { tryOuts, times } = await heard();
  expect(tryOuts).toBe(1);
  expect(Object.keys(times).sort()).toEqual(shortFramework.signifiers.map(({ key }) => key).sort());
  for await (const [row] of served.house.tryOuts.pages(id)) {
    expect(Object.keys(row?.again ?? {}).sort()).toEqual(['changes', 'decisions']);
    expect(row?.answers).toMatchObject({ feeling: { options: ['positive'] } });
  }
  for (const request of requests) {
    const left = `${request.url()} ${request.postData() ?? ''}`.toLowerCase();
    for (const word of ['zucchini', 'meridian', 'quorum', 'xylophones', path.split('#')[1]?.toLowerCase() ?? ''])
      expect(left).not.toContain(word);
  }
  expect(errors).toEqual([]);
}, 180_000);

it('a try-out goes on after a reload where it was, on the draft that it began on, and leaves nothing once it is sent', async () => {
  const served = await servedHouse();
  const { path, heard, design, id } = await draftToTry(served);
  const { page, errors } = await openPhone(served);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${served.address}${path}`);
  const hand = finger(page);
  await page.getByRole('button', { name: 'Begin' }).tap();
  await goOn(page, hand.press, 'Start now');
  await tellOnUntil(page, hand, telling, 'decisions');
  const { tag, document: draft } = await design.draft(id);
  expect((await design.save(id, tag, { ...draft, signifiers: [] })).status).toBe(200);
  const shown = await pageOf(page);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('[data-comment]'));
  expect(await pageOf(page)).toBe(shown);
  await tellOnUntil(page, hand, telling, 'check');
  expect(await page.locator('main').innerText()).toContain(telling.title);
  await page.reload();
  await goOn(page, hand.press);
  await page.locator('[data-again]').waitFor();
  await page.reload();
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Skip this one' }).tap();
  await page.getByRole('button', { name: 'Send my answers' }).tap();
  await page.locator('main[data-answers="sent"]').waitFor();
  expect((await heard()).tryOuts).toBe(1);
  expect(Object.keys((await heard()).times)).toContain('changes');
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]).toLowerCase())).not.toContain('zucchini');
  await page.reload();
  await page.getByRole('button', { name: 'Begin' }).waitFor();
  expect(errors).toEqual([]);
}, 180_000);

it('no page of a try-out has a fault that can be found by machine: light and dark, down to 320 pixels', async () => {
  const served = await servedHouse();
  const { path, design, id } = await draftToTry(served);
  const { page, errors } = await openPhone(served);
  const hand = finger(page);
  const look = async (state: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 320, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${state}-${width}-${colorScheme}.png` });
        expect([state, colorScheme, width, await faultsOf(page, { axe: width === 390 })]).toEqual([state, colorScheme, width, []]);
      }
    }
    await page.setViewportSize(phone.viewport);
  };
  await page.goto(`${served.address}${path}`);
  await page.getByRole('button', { name: 'Begin' }).waitFor();
  await look('begin');
  await page.getByRole('button', { name: 'Begin' }).tap();
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  await look('start');
  await goOn(page, hand.press, 'Start now');
  await look('story');
  await tellOnUntil(page, hand, telling, 'changes');
  await look('question');
  await page.locator('[data-comment]').tap();
  await page.getByRole('button', { name: 'Send comment' }).tap();
  await page.getByText('Choose what it is about.').waitFor();
  await look('comment, nothing chosen');
  await page.getByRole('radio', { name: /Something else/ }).tap();
  await page.locator('#comment').fill('Whose changes?');
  await page.getByRole('button', { name: 'Send comment' }).tap();
  await page.locator('[data-comment]').tap();
  await page.locator('[data-said="sent"]').waitFor();
  await look('comment, said');
  await page.getByRole('button', { name: 'Close' }).tap();
  await tellOnUntil(page, hand, telling, 'check');
  await goOn(page, hand.press);
  await page.locator('[data-again]').waitFor();
  await look('again');
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Skip this one' }).tap();
  await page.getByRole('button', { name: 'Send my answers' }).waitFor();
  await look('finish');
  await page.getByRole('button', { name: 'Finish without sending' }).tap();
  await page.locator('main[data-answers="none"]').waitFor();
  await look('thanks');
  await design.discard(id, (await design.draft(id)).tag);
  await page.getByRole('button', { name: 'Try it another time' }).tap();
  await page.locator('main[data-page="unknown"]').waitFor();
  await look('unknown');
  expect(await pageOf(page)).toBe('unknown');
  expect(errors).toEqual([]);
}, 240_000);

it('a designer gives a draft to others, sees what they said and how long they took at each question, and resolves it', async () => {
  const served = await servedHouse();
  const { id } = await draftToTry(served);
  const { page, context, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const look = (state: string) => lookAtDesk(page, state);

  await page.getByRole('link', { name: 'Frameworks' }).click();
  await page.getByRole('link', { name: /^Try the draft of/ }).click();
  await page.getByText('Nothing yet.').waitFor();
  await page.getByLabel('A new link, for').fill('Practice nurses');
  await page.keyboard.press('Enter');
  const link = page.locator('[data-draft-link="Practice nurses"]');
  await link.getByRole('button', { name: 'Copy' }).click();
  await link.getByText('Copied.').waitFor();
  await page.waitForFunction(() => [...document.images].every(({ naturalWidth }) => naturalWidth > 0));
  const address = await link.locator('[data-link]').inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await look('links');

  const nurse = (await openPhone(served)).page;
  const hand = finger(nurse);
  await nurse.goto(address.replace(/^.*(?=\/try)/, served.address));
  await nurse.getByRole('button', { name: 'Begin' }).tap();
  await goOn(nurse, hand.press, 'Start now');
  await tellOnUntil(nurse, hand, telling, 'changes');
  await comment(nurse, /It is unclear/, 'Whose changes?');
  await tellOnUntil(nurse, hand, telling, 'decisions');
  await comment(nurse, /It is not for me/);
  await tellOnUntil(nurse, hand, telling, 'check');
  await goOn(nurse, hand.press);
  for (const _ of [1, 2]) await nurse.getByRole('button', { name: 'Skip this one' }).tap();
  await nurse.getByRole('button', { name: 'Send my answers' }).tap();
  await nurse.locator('main[data-answers="sent"]').waitFor();

  await page.getByRole('link', { name: 'Edit the draft' }).click();
  await page.locator('[data-piece="changes"] [data-comments="1"]').waitFor();
  await page.locator('[data-piece="decisions"] [data-comments="1"]').waitFor();
  await page.locator('[data-piece="changes"]').click();
  const panel = page.locator('[data-piece-heard]');
  await panel.getByText('Whose changes?').waitFor();
  await panel.locator('[data-times="1"]').waitFor();
  await page.locator('[data-text="signifiers.0.question.en-GB"]').fill('What had to change was…');
  await panel.getByText('It read then:').waitFor();
  await look('editor');
  await panel.getByRole('button', { name: 'Resolve: Whose changes?' }).click();
  await panel.getByLabel('Note, for those who design with you').fill('Asked more plainly.');
  await look('editor, resolving');
  await page.keyboard.press('Enter');
  await panel.locator('[data-heard="resolved"]').waitFor({ state: 'attached' });
  expect(await page.locator('[data-piece="changes"] [data-comments]').count()).toBe(0);
  await panel.getByText('1 resolved comment').click();
  await panel.getByText('Asked more plainly.').waitFor();
  await look('editor, resolved');
  await panel.getByRole('button', { name: 'Open again: Whose changes?' }).click();
  await page.locator('[data-piece="changes"] [data-comments="1"]').waitFor();

  await page.locator('[data-kept="true"]').waitFor();
  await page.getByRole('link', { name: 'Try it with others' }).click();
  await page.locator('[data-heard-page="signifier changes"]').getByText('Whose changes?').waitFor();
  await page.getByText('1 finished try-out · 2 comments, 2 open').waitFor();
  await page.getByRole('button', { name: 'Revoke: Practice nurses' }).click();
  await look('heard');
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await link.waitFor({ state: 'detached' });
  await nurse.reload();
  await nurse.locator('main[data-page="over"]').waitFor();

  const { house } = served;
  const draft = (await house.frameworks.byId(id))?.versions.at(-1);
  expect(draft?.state).toBe('draft');
  expect(errors).toEqual([]);
}, 240_000);

it('a draft in Welsh and Urdu is tried in Welsh and Urdu', async () => {
  const served = await servedHouse();
  const { path } = await draftToTry(served, ['en-GB', 'cy', 'ur']);
  for (const [locale, begin, direction] of [
    ['cy', 'Dechrau', 'ltr'],
    ['ur', 'شروع کریں', 'rtl'],
  ] as const) {
    const { page, errors } = await openPage(served.browser, { ...phone, locale });
    await page.goto(`${served.address}${path}`);
    await page.getByRole('button', { name: begin, exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/begin-${locale}.png` });
    expect([locale, await faultsOf(page)]).toEqual([locale, []]);
    await page.getByRole('button', { name: begin, exact: true }).tap();
    await page.locator('[data-comment]').tap();
    await page.locator('dialog').waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/comment-${locale}.png` });
    expect([locale, await faultsOf(page)]).toEqual([locale, []]);
    expect(errors).toEqual([]);
  }
}, 120_000);

it('a story sent in the designer’s preview is said to be safe at once, and goes nowhere', async () => {
  const served = await servedHouse();
  const { id } = await draftToTry(served);
  const { page, requests, errors } = await signIn(served, 'rosa@demonstration.invalid');
  await page.goto(`${served.address}/design/${id}`);
  await page.locator('[data-path="consent"]').click();
  const form = page.frameLocator('iframe');
  await form.getByRole('radio', { name: 'Only count my answers' }).click();
  for (const name of ['Continue', 'Continue', 'Send my story']) await form.getByRole('button', { name }).click();
  await form.getByRole('heading', { name: 'Your answers are safe' }).waitFor();
  await form.getByRole('button', { name: 'Tell another story' }).click();
  await form.getByRole('button', { name: 'Start now' }).waitFor();
  expect(requests.filter((request) => /stories|collections\/(undefined|rehearsal)/.test(request.url()))).toEqual([]);
  expect(errors).toEqual([]);
}, 120_000);

async function lookAtDesk(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${state}-${width}-${colorScheme}.png`, fullPage: true });
      const violations = await violationsOf(page);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      expect([state, colorScheme, width, violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`), isWide]).toEqual([
        state,
        colorScheme,
        width,
        [],
        false,
      ]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
