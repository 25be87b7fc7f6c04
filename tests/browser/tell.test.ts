/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { openCollection, post } from '../fixtures.ts';
import { faultsOf } from './looking.ts';
import { openPage, phone, servedHouse } from './pages.ts';
import { finger, goOn, keyboard, pageOf, send, type Telling, tellUntilReceipt } from './telling.ts';

const telling: Telling = {
  title: 'Zucchini meridian',
  text: 'A quorum of xylophones decided the rota.',
  choices: { feeling: 'Positive', setting: 'Acute hospital', region: 'London' },
  reading: 'The study team may read my story',
  sharing: ['In workshops in my own region', 'In reports and published data'],
};

it('the form is completed by keyboard alone, and what was placed is stored as placed with keys', async () => {
  const { app, address, browser } = await servedHouse();
  const { page, errors } = await openPage(browser, { viewport: { width: 390, height: 844 } });
  await page.goto(`${address}/c/ccpl-pulse`);
  const hand = keyboard(page);
  const receipt = await tellUntilReceipt(page, hand, telling);
  await send(page, hand);
  const opened = (await post(app, '/receipt/open', { receipt })).json();
  expect(opened.words).toEqual({ title: telling.title, text: telling.text, answers: {} });
  expect(opened.consent.sort()).toEqual(['patterns', 'publish', 'read', 'workshop-own']);
  expect(opened.answers).toMatchObject({
    feeling: { options: ['positive'] },
    setting: { options: ['acute'] },
    region: { options: ['london'] },
  });
  const placements = opened.signifiers.filter(({ kind }: { kind: string }) => kind === 'triad' || kind === 'dyad');
  expect(placements).toHaveLength(10);
  for (const { key } of placements) expect([key, opened.answers[key]?.by]).toEqual([key, 'keys']);
  expect(opened.answers.decisions.right).toBeCloseTo(0.5 - 0.05 - 0.05 + 0.01, 6);
  expect(errors).toEqual([]);
}, 180_000);

it('"only count my answers" lets no word of the story leave the phone, in any request', async () => {
  const { app, address, browser } = await servedHouse();
  const { page, requests } = await openPage(browser, phone);
  await page.goto(`${address}/c/ccpl-pulse`);
  const hand = finger(page);
  const receipt = await tellUntilReceipt(page, hand, { ...telling, reading: 'Only count my answers', sharing: [] });
  await send(page, hand);
  expect(requests.filter((request) => request.method() === 'POST')).toHaveLength(1);
  for (const request of requests) {
    const left = [request.url(), request.postData() ?? '', JSON.stringify(await request.allHeaders().catch(() => request.headers()))]
      .join(' ')
      .toLowerCase();
    for (const word of ['zucchini', 'meridian', 'quorum', 'xylophones', 'rota']) expect(left).not.toContain(word);
  }
  const opened = (await post(app, '/receipt/open', { receipt })).json();
  expect([opened.words, opened.consent, opened.release]).toEqual([null, ['patterns'], 'none']);
}, 180_000);

it('no page of the real questions scrolls sideways or has a target under 44 pixels, down to 320 pixels', async () => {
  const { address, browser } = await servedHouse();
  for (const width of [390, 320]) {
    const { page } = await openPage(browser, { ...phone, viewport: { width, height: 844 } });
    await page.goto(`${address}/c/ccpl-pulse`);
    await page.getByRole('button', { name: 'Start now' }).waitFor();
    const found: string[] = [];
    const hand = finger(page);
    const press: typeof hand.press = async (button) => {
      const name = await pageOf(page);
      found.push(...(await faultsOf(page, { axe: false })).map((fault) => `${name}, ${width}: ${fault}`));
      await hand.press(button);
    };
    await tellUntilReceipt(page, { ...hand, press }, telling);
    expect(found).toEqual([]);
  }
}, 240_000);

it('an unknown collection, and one that is not open, are said kindly', async () => {
  const { address, browser, house } = await servedHouse();
  const { page } = await openPage(browser, phone);
  await openCollection(house, { slug: 'soon', opens: '2999-01-01T00:00:00Z' });
  for (const [slug, expected] of [
    ['nowhere', /no collection|not find|nothing/i],
    ['soon', /not open yet|opens/i],
    ['ccpl-2022', /closed|finished|ended/i],
  ] as const) {
    await page.goto(`${address}/c/${slug}`);
    await page.getByRole('heading').first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(expected);
    expect(await page.getByRole('button', { name: 'Start now' }).count()).toBe(0);
  }
}, 120_000);

it('on a shared device dictating counts as being there, and so does the answer, which touches nothing beneath', async () => {
  const { address, browser } = await servedHouse();
  const { page, context } = await openPage(browser, phone);
  await context.clock.install();
  await page.goto(`${address}/c/ccpl-pulse?shared=1`);
  await goOn(page, finger(page).press, 'Start now');
  const story = page.getByRole('textbox').first();
  const asked = page.getByRole('dialog', { name: 'Are you still there?' });
  for (const said of ['We sat', 'We sat together']) {
    await context.clock.fastForward('02:00');
    await story.fill(said);
  }
  expect(await asked.count()).toBe(0);

  await context.clock.fastForward('03:01');
  await asked.waitFor();
  const touched = page.evaluate(
    () => new Promise((resolve) => addEventListener('click', ({ target }) => resolve((target as Element).textContent))),
  );
  await asked.getByRole('button').tap();
  expect(await touched).toBe('I am still here');
  await asked.waitFor({ state: 'hidden' });

  // Put away by the phone's own means, it is answered too.
  await context.clock.fastForward('03:01');
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'hidden' });
  await context.clock.fastForward('02:30');
  expect(await asked.count()).toBe(0);
  await context.clock.fastForward('00:31');
  await asked.waitFor();
  expect(await story.inputValue()).toBe('We sat together');
}, 120_000);
