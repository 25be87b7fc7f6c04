import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newPhone, shortHouse } from './phone.ts';
import { finger, send, type Telling, tellUntilReceipt } from './telling.ts';

const telling: Telling = {
  title: '',
  text: 'One night.',
  choices: { feeling: 'Positive', region: 'London' },
  reading: 'The study team may read my story',
  sharing: [],
};

it('where the browser is set to block cookies and with them every store and lock, a story is sent all the same', async () => {
  const house = await shortHouse();
  const phone = newPhone();
  mkdirSync(join(phone.profile, 'Default'));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(phone.profile, 'Default', 'Preferences'), JSON.stringify(settings));
  const { page } = await phone.open();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(house.form);
  await tellUntilReceipt(page, finger(page), telling);
  await page.locator('[data-kept="refused"]').waitFor();
  await send(page, finger(page));
  expect(await house.stories()).toBe(1);
  expect(errors).toEqual([]);
});
