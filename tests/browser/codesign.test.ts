/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { designer } from '../designing.ts';
import { faultsOf } from './looking.ts';
import { openPage, phone, type ServedHouse, servedHouse } from './pages.ts';
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
async function draftToTry({ app }: ServedHouse) {
  const design = await designer(app);
  const id = await design.begin((draft) => {
    draft.signifiers = structuredClone(shortFramework.signifiers);
  });
  const { body } = await design.post(`/frameworks/${id}/codesign/links`, { label: 'Ward managers' });
  const heard = async () => (await design.get(`/frameworks/${id}/codesign`)).body;
  return { design, id, path: `/try#${body.link.split('#')[1]}`, heard };
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
  const { page, context, requests, errors } = await openPage(served.browser, phone);
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

it('no page of a try-out has a fault that can be found by machine: light and dark, down to 320 pixels', async () => {
  const served = await servedHouse();
  const { path, design, id } = await draftToTry(served);
  const { page, errors } = await openPage(served.browser, phone);
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
