import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { openCollection } from '../fixtures.ts';
import { sensemakerFile } from '../sensemaker-file.ts';
import { violationsOf } from './looking.ts';
import { servedHouse, signIn } from './pages.ts';

it('a file is sent, read through and imported, with the consent that its importer states', async () => {
  const served = await servedHouse();
  const { house, folder } = served;
  const collection = await openCollection(house, { slug: 'ward', title: { 'en-GB': 'Ward' } });
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  const send = async (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    await page.locator('input[type="file"]').first().setInputFiles(path);
    await page.getByRole('button', { name: 'Read it through' }).click();
  };
  await page.locator('[data-collection="ward"]').getByRole('link', { name: 'Import' }).click();
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();

  await send('letter.csv', 'Dear team,\nhello,');
  await page.getByText('letter.csv cannot be imported.').waitFor();
  await page.getByText('No column is known: the header begins Dear team').waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).click();

  const invented = [...stories(ccplFramework, 7, 40)];
  const file = sensemakerFile(ccplFramework, invented).trimEnd().split('\r\n');
  const header = file[0]?.split(',') ?? [];
  const bad = header.map((name) => (name === 'changes_top' || name === 'top' || name.startsWith('changes_percent') ? '7' : ''));
  await send('capture.csv', [...file, bad.join(',')].join('\r\n'));
  await page.getByText('41 rows: 40 can be taken; 1 is refused.').waitFor();
  expect(await page.locator('[data-outcome="refused"]').first().innerText()).toMatch(/^42\s.*Refused:\s?is blank/);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Every row and column as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('ward-import-report.csv');
  // It is still there after the page was left, and nothing is chosen beforehand.
  await page.reload();
  await page.getByText('41 rows: 40 can be taken').waitFor();
  expect(await page.locator('input:checked').count()).toBe(0);
  const go = page.getByRole('button', { name: 'Import 40 stories' });
  await page
    .getByText(
      'Still to say: that answers may be counted, whether stories may be read, on what grounds and that refused rows are left out.',
    )
    .waitFor();
  await page.getByLabel('Placements and choices may be counted in patterns').check();
  await page.getByLabel('Yes, they may be read').check();
  await page.getByLabel('Word for word in workshops of their own region').check();
  await page.getByLabel('On what grounds?').fill('Paper forms of 2022, section 4.');
  expect(await go.isDisabled()).toBe(true);
  await page.getByLabel('Leave out the 1 refused row').check();
  const found = await violationsOf(page);
  expect(found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await go.click();
  await page.getByText('40 stories from capture.csv are in.').waitFor();
  await page.getByText('May be counted, read, shared in workshops of the own region. “Paper forms of 2022, section 4.”').waitFor();
  await page.getByRole('link', { name: 'See them' }).click();
  await page
    .getByText(/40 stories/)
    .first()
    .waitFor();
  const told = invented.filter(({ story }) => story).length;
  expect((await house.listings.countByRelease(collection.id, null)).waiting).toBe(told);

  // Regions of another's naming are said by hand; what was wrong to import is taken back whole.
  await page.goBack();
  await page.getByRole('heading', { name: 'Imported so far' }).waitFor();
  await send(
    'paper.csv',
    'title,story,feeling,region,risk\nA,One,positive,The Mids,high\nB,Two,negative,The Mids,low\nC,Three,positive,London,low\n',
  );
  await page.getByText('3 rows: 1 can be taken; 2 are refused.').waitFor();
  await page.getByText('Column “risk” is left out: what its numbers mean is not said').waitFor();
  await page.getByLabel('“The Mids”, 2 rows').selectOption({ label: 'Midlands' });
  await page.getByRole('button', { name: 'Read it again so' }).click();
  await page.getByText('3 rows: 3 can be taken; 0 are refused.').waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await page.getByRole('button', { name: 'Take back 40 stories from capture.csv' }).click();
  await page.getByLabel('Why?').fill('The wrong file.');
  const asked = await violationsOf(page);
  expect(asked.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.getByRole('button', { name: 'Delete 40 stories' }).click();
  await page.getByText(/Taken back .*“The wrong file.”/).waitFor();
  expect(await house.listings.count(collection.id)).toBe(0);
  expect(errors).toEqual([]);
}, 120_000);
