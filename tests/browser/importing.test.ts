/// <reference lib="dom" />
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { frameworkFile } from '../../triads/framework/file.ts';
import type { Framework } from '../../triads/framework/framework.ts';
import { isKept, text } from './at-the-desk.ts';
import { servedHouse, signIn } from './pages.ts';

const opened = async () => {
  const served = await servedHouse();
  const { page, requests, errors } = await signIn(served, 'rosa@demonstration.invalid');
  const file = (name: string, content: string) => {
    const path = join(served.folder, name);
    writeFileSync(path, content);
    return path;
  };
  return { ...served, page, requests, errors, file };
};

async function ask(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Frameworks' }).click();
  await page.getByRole('button', { name: 'New framework' }).click();
  await page.getByRole('button', { name: 'From a file' }).click();
}

const changed = (change: (framework: Framework) => void) => {
  const copy = structuredClone(ccplFramework);
  change(copy);
  return JSON.stringify(copy);
};

it('a file that is no framework is refused with its paths, and nothing of it is kept', async () => {
  const { page, requests, errors, file, house } = await opened();
  const before = (await house.frameworks.all()).length;
  const bad: [name: string, content: string, said: RegExp][] = [
    ['notes.json', '{"format": oops', /the file is not JSON/],
    ['letter.txt', 'Dear team', /the file is neither a framework \(JSON\) nor a NarraFirma story form \(CSV\)/],
    ['kinds.json', changed(({ signifiers }) => Object.assign(signifiers[3] as object, { kind: 'slider' })), /signifiers\.3\.kind/],
    [
      'twice.json',
      changed(({ signifiers }) => Object.assign(signifiers[3] as object, { key: 'changes' })),
      /signifiers\.3\.key the key "changes" is used twice/,
    ],
    [
      'many.json',
      changed((one) => Object.assign(one, { signifiers: Array.from({ length: 10_000 }, () => 1) })),
      /signifiers has more than 100 signifiers/,
    ],
    ['languages.json', changed(({ languages }) => void languages.push('cy')), /prompt\.question has no text in cy/],
    [
      'sensemaker.json',
      JSON.stringify({ signifiers: [{ id: 'a', type: 'dyad', title: 'D', content: { labels: [{ text: 'one' }] } }] }),
      /signifiers\.0\.content\.labels has 1 labels, where a dyad has 2/,
    ],
    ['form.csv', 'Type,About,Short name,Answers\nSlider,story,Wish,', /row 2, Type "Slider" is no type of question/],
  ];
  await ask(page);
  for (const [name, content, said] of bad) {
    await page.locator('input[type="file"]').setInputFiles(file(name, content));
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('[data-refused]').getByText(said).first().waitFor();
    await page.getByText('Nothing of the file was kept.').waitFor();
    await page.getByRole('button', { name: 'Empty' }).click();
    await page.getByRole('button', { name: 'From a file' }).click();
  }
  const sent = () => requests.filter((request) => request.url().endsWith('/import')).length;
  expect(sent()).toBe(bad.length);
  await page.locator('input[type="file"]').setInputFiles(file('huge.json', ' '.repeat(50_000_000)));
  await page.getByText(/huge\.json is too large: it has 47\.7 MB/).waitFor();
  expect(await page.getByRole('button', { name: 'Begin' }).isDisabled()).toBe(true);
  expect(sent()).toBe(bad.length);
  expect((await house.frameworks.all()).length).toBe(before);
  expect(errors).toEqual([]);
}, 120_000);

it('a framework goes out and comes in again byte for byte, and markup in it stays text', async () => {
  const { page, errors, file } = await opened();
  const script = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  const whole = frameworkFile({ ...ccplFramework, key: 'again', title: { 'en-GB': script } });
  await ask(page);
  // Dropped, as from a folder.
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'again.json'));
    return data;
  }, whole);
  await page.locator('[data-drop]').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText(/^again\.json, \d+ KB$/).waitFor();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: script }).waitFor();
  await page.frameLocator('iframe').getByText(script).first().waitFor();
  expect(await page.locator('img').count()).toBe(0);
  await page.getByRole('link', { name: 'Frameworks', exact: true }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Export the draft of/ }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(whole);

  const definition = {
    name: 'Site',
    signifiers: [
      { id: '1', type: 'dyad', title: '<b>It</b> was', required: true, content: { labels: [{ text: 'slow' }, { text: 'fast' }] } },
      { id: '2', type: 'photo', title: 'A picture', content: {} },
    ],
  };
  await page.getByRole('button', { name: 'New framework' }).click();
  await page.getByRole('button', { name: 'From a file' }).click();
  await page.locator('input[type="file"]').setInputFiles(file('site.json', JSON.stringify(definition)));
  await page.getByRole('button', { name: 'Begin' }).click();
  const report = page.getByRole('dialog', { name: 'What the file had that has no equal here' });
  await report.getByText('signifiers.1.type').waitFor();
  await report.getByRole('link', { name: 'Open the draft' }).click();
  await page.locator('[data-path="signifiers.0"]').click();
  expect(await text(page, 'signifiers.0.poles.left.en').inputValue()).toBe('slow');
  await isKept(page);
  expect(errors).toEqual([]);
}, 120_000);
