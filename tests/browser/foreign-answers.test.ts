import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { newPhone, shortHouse } from './phone.ts';
import { finger, goOn, type Telling, tellUntilReceipt } from './telling.ts';

/** What a guest network or a proxy may answer in our server's place. */
const foreign: Record<string, Parameters<Route['fulfill']>[0]> = {
  'JSON of its own': { status: 200, json: { login: 'required' } },
  'nothing, and success': { status: 204 },
  'a page, and success': { status: 200, contentType: 'text/html', body: '<h1>Sign in to the guest network</h1>' },
  'a page, and "not found"': { status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' },
  'a page, and "gone"': { status: 410, contentType: 'text/html', body: '<h1>Gone</h1>' },
  'that it is busy': { status: 503, contentType: 'text/html', body: '<h1>Back soon</h1>' },
};

const telling: Telling = {
  title: '',
  text: 'One night.',
  choices: { feeling: 'Positive', region: 'London' },
  reading: 'The study team may read my story',
  sharing: [],
};

it.each(Object.entries(foreign))('a story answered with %s waits, and arrives once our own server answers', async (_, answer) => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  await tellUntilReceipt(page, finger(page), telling);
  let isOurs = false;
  await context.route('**/stories', (route) => (isOurs ? route.continue() : route.fulfill(answer)));
  await page.getByRole('button', { name: 'Send my story' }).tap();
  await page.getByText('Waiting for a connection').waitFor();
  expect(await house.stories()).toBe(0);
  isOurs = true;
  // It asks again by itself.
  await page.getByText('Your story is safe').waitFor();
  expect(await house.stories()).toBe(1);
});

it.each(Object.entries(foreign))('a form answered with %s leaves the one that the phone has', async (_, answer) => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await page.goto(house.form);
  const start = page.getByRole('button', { name: 'Start now' });
  await start.waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.route('**/form', (route) => route.fulfill(answer));
  await page.goto(house.form);
  await start.waitFor();
  await context.unroute('**/form');
  await context.setOffline(true);
  await page.goto(house.form);
  await goOn(page, finger(page).press, 'Start now');
});

it('a form answered with what is none, on a first visit, can be asked for again', async () => {
  const house = await shortHouse();
  const { page, context } = await newPhone().open();
  await context.route('**/form', (route) => route.fulfill({ status: 200, json: { login: 'required' } }));
  await page.goto(house.form);
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await context.unroute('**/form');
  await again.tap();
  await page.getByRole('button', { name: 'Start now' }).waitFor();
});
