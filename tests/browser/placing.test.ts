/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Answers, DyadAnswer, StonesAnswer, TriadAnswer } from '../../triads/answers/answer.ts';
import type { Submission } from '../../triads/answers/submission.ts';
import { composition } from '../../triads/geometry/composition.ts';
import { type Corner, corners } from '../../triads/geometry/coordinates.ts';
import { type Arrow, step } from '../../triads/geometry/keyboard.ts';
import { height, toPlane } from '../../triads/geometry/plane.ts';
import { cornerAt, type Rotation } from '../../triads/geometry/rotation.ts';
import { toScreen, triangleIn } from '../../triads/geometry/screen.ts';
import { manyLanguages, openManyLanguages } from '../many-languages.ts';
import { goOn } from './every-state.ts';
import { openPage, phone, servedHouse } from './pages.ts';
import { isSaved } from './phone.ts';
import { pageOf } from './telling.ts';

/** Goes through the form of the collection in many languages with its own way of answering, sends it, and returns what was sent. */
async function tell(page: Page, address: string, answer: (key: string) => Promise<void>): Promise<Submission> {
  await page.goto(address);
  await page.locator('.advance button').waitFor();
  await goOn(page);
  await page.locator('#story').fill('One night.');
  await goOn(page);
  while ((await pageOf(page)) !== 'reading') {
    await answer((await pageOf(page)) ?? '');
    await goOn(page);
  }
  await page.locator('#reading-read').click();
  while ((await pageOf(page)) !== 'receipt') await goOn(page);
  const sending = page.waitForRequest((request) => request.method() === 'POST');
  await page.locator('.advance button').click();
  const sent = (await sending).postDataJSON() as Submission;
  await page.locator('main[data-page=sent]').waitFor();
  return sent;
}

const presses: Arrow[] = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp'];
const surfaces = ['help', 'pace', 'weight'];

/** Where the presses lead on each surface, in the units it is drawn in. */
const triangle = triangleIn({ width: 118, height: 100 * height + 18, padding: 9 });
const spots: Record<string, { x: number; y: number; width: number }> = {
  help: {
    ...toScreen(toPlane(presses.reduce((from, arrow) => step(from, arrow, 'coarse'), composition(1 / 3, 1 / 3, 1 / 3))), triangle),
    width: 118,
  },
  pace: { x: 9 + 0.75 * 100, y: 13, width: 118 },
  weight: { x: 8 + 0.65 * 100, y: 8 + 0.4 * 100, width: 116 },
};

async function pointOf(page: Page, key: string): Promise<{ x: number; y: number }> {
  const spot = spots[key];
  const surface = page.locator('[data-surface]');
  await surface.scrollIntoViewIfNeeded();
  const box = await surface.boundingBox();
  if (!spot || !box) throw new Error(`${key} is not on the page`);
  const scale = box.width / spot.width;
  return { x: box.x + spot.x * scale, y: box.y + spot.y * scale };
}

const hands: Record<string, { by: string; place: (page: Page, key: string) => Promise<void> }> = {
  keys: {
    by: 'keys',
    async place(page) {
      await page.locator('[data-surface]').focus();
      for (const arrow of presses) await page.keyboard.press(arrow);
    },
  },
  nudges: {
    by: 'touch',
    async place(page, key) {
      const [left, up, , right] = key === 'pace' ? [0, 1, 1, 1] : [0, 1, 2, 3];
      const buttons = page.locator('.nudges button');
      for (const arrow of presses) await buttons.nth(arrow === 'ArrowRight' ? right : arrow === 'ArrowUp' ? up : left).tap();
    },
  },
  touch: {
    by: 'touch',
    async place(page, key) {
      const { x, y } = await pointOf(page, key);
      await page.touchscreen.tap(x, y);
    },
  },
  mouse: {
    by: 'mouse',
    async place(page, key) {
      const { x, y } = await pointOf(page, key);
      await page.mouse.move(x - 20, y);
      await page.mouse.down();
      await page.mouse.move(x - 5, y, { steps: 3 });
      await page.mouse.move(x, y);
      await page.mouse.up();
    },
  },
};

const numbersOf = (answers: Answers): number[] => {
  const { top, left, right } = answers.help as TriadAnswer;
  const { x, y } = (answers.weight as StonesAnswer).stones.mine as { x: number; y: number };
  return [top, left, right, (answers.pace as DyadAnswer).right, x, y];
};

it('keys, nudges, finger and mouse store the same placements, also where the page is read from right to left', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house);
  const told: number[][] = [];
  for (const language of ['en-GB', 'ur']) {
    for (const { by, place } of Object.values(hands)) {
      const { page, errors } = await openPage(browser, phone);
      const sent = await tell(page, `${address}/c/many?language=${language}`, async (key) => {
        if (surfaces.includes(key)) await place(page, key);
      });
      const answers = sent.answers as Answers;
      expect(Object.keys(answers)).toEqual(surfaces);
      for (const key of surfaces) expect([key, (answers[key] as { by: string }).by]).toEqual([key, by]);
      told.push(numbersOf(answers));
      expect(errors).toEqual([]);
    }
  }
  const [first = []] = told;
  expect(first[3]).toBeCloseTo(0.75, 6);
  for (const numbers of told) for (const [index, number] of numbers.entries()) expect(number).toBeCloseTo(first[index] ?? 0, 1.7);
}, 240_000);

it('answered by radio buttons alone, it stores what such answers stand for', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house);
  const { page } = await openPage(browser, phone);
  const pick = (name: string) => page.getByRole('radio', { name, exact: true }).check();
  const instead = () => page.getByRole('button', { name: 'Answer by choosing instead' }).tap();
  const sent = await tell(page, `${address}/c/many?language=en-GB`, async (key) => {
    if (surfaces.includes(key)) {
      await instead();
      expect(await page.locator('main input[type=radio]:checked').count()).toBe(0);
    }
    if (key === 'help') await pick('People and the right tools');
    if (key === 'pace') await pick('More too fast than too slowly');
    if (key === 'weight') {
      await pick('little effort, Risk in the middle');
      await page.getByRole('button', { name: 'their part' }).tap();
      await pick('does not apply');
    }
    if (key === 'mood') await pick('Bad');
    if (key === 'region') await pick('South');
  });
  expect(sent.answers).toEqual({
    help: { top: 0.45, left: 0.1, right: 0.45, by: 'choice' },
    pace: { right: 0.7, by: 'choice' },
    weight: { stones: { mine: { x: 1 / 6, y: 1 / 2 }, theirs: { na: true } }, by: 'choice' },
    mood: { options: ['bad'] },
    region: { options: ['south'] },
  });
}, 120_000);

it('"does not apply" is among the choices, and stays apart from skipped and from placed', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house);
  const { page } = await openPage(browser, phone);
  const sent = await tell(page, `${address}/c/many?language=en-GB`, async (key) => {
    if (key === 'help') {
      await page.getByRole('button', { name: 'Answer by choosing instead' }).tap();
      await page.getByRole('radio', { name: 'Does not apply to my story' }).check();
      await page.getByRole('button', { name: 'Answer on the triangle instead' }).tap();
      expect(await page.locator('[data-handle]').count()).toBe(0);
      expect(await page.getByRole('checkbox', { name: 'Does not apply to my story' }).isChecked()).toBe(true);
    }
    if (key === 'weight') {
      await page.locator('[data-surface]').click();
      await page.getByRole('button', { name: 'Start again' }).tap();
      expect(await page.locator('[data-handle]').count()).toBe(0);
    }
  });
  expect(sent.answers).toEqual({ help: { na: true } });
}, 120_000);

it('in a random order with corners turned, what is seen is what keys move and what is stored; neither going back nor opening the page again changes it', async () => {
  const { address, browser, house } = await servedHouse();
  await openManyLanguages(house, { randomOrder: true, rotation: true });
  const triad = manyLanguages.signifiers.find(({ key }) => key === 'help');
  if (triad?.kind !== 'triad') throw new Error('the framework has no triad');
  for (let round = 0; round < 3; round += 1) {
    const { page } = await openPage(browser, phone);
    const walked: string[] = [];
    let seen: string[] = [];
    const sent = await tell(page, `${address}/c/many?language=en-GB`, async (key) => {
      walked.push(key);
      if (key !== 'help') return;
      const labels = () => page.locator('.triad p').allInnerTexts();
      seen = await labels();
      await page.goBack();
      await page.goForward();
      await page.locator('.triad').waitFor();
      expect(await labels()).toEqual(seen);
      await isSaved(page);
      await page.reload();
      await page.getByRole('button', { name: 'Continue my story' }).tap();
      await page.locator('.triad').waitFor();
      expect(await labels()).toEqual(seen);
      await page.locator('[data-surface]').focus();
      for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowUp');
    });
    expect(sent.order).toEqual(walked);
    const rotation = (sent.rotations?.help ?? 0) as Rotation;
    expect(seen).toEqual(corners.map((position) => triad.corners[cornerAt(position, rotation)]['en-GB']));
    const stored = (sent.answers as Answers).help as TriadAnswer;
    const largest = corners.reduce((one: Corner, other) => (stored[other] > stored[one] ? other : one));
    expect(largest).toBe(cornerAt('left', rotation));
  }
}, 240_000);
