import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { connect } from '../server/database/connection.ts';
import { migrate } from '../server/database/migrate.ts';
import { demonstrators, loadDemonstration } from '../server/services/demonstration.ts';
import { openHouse } from '../server/services/house.ts';
import { readPepper } from '../server/services/secrets.ts';
import { launch } from '../tests/browser/chromium.ts';

/** README's pictures, from the running product on a fresh demonstration. Run `npm run build` first. */
const folder = mkdtempSync(join(tmpdir(), 'storyfield-pictures-'));
const database = connect(`sqlite:${join(folder, 'storyfield.sqlite')}`);
await migrate(database);
const config = readConfig({ DATA_DIR: folder });
const house = openHouse(database, config, readPepper(config));
await loadDemonstration(house);
const app = await buildApp({ house });
const address = await app.listen({ port: 0, host: '127.0.0.1' });
const browser = await launch();

const picture = (name: string) => join(import.meta.dirname, 'pictures', `${name}.png`);

async function tell(page: Page): Promise<void> {
  await page.goto(`${address}/c/ccpl-pulse`);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('textbox', { name: 'Your story', exact: true }).fill('We changed the handover together, at the whiteboard.');
  await page.getByRole('button', { name: 'Continue' }).click();
  const surface = page.locator('[data-surface]').first();
  const box = await surface.boundingBox();
  if (!box) throw new Error('the triad is not on the page');
  await page.mouse.click(box.x + box.width * 0.46, box.y + box.height * 0.5);
  await page.getByText('Saving…').waitFor({ state: 'hidden' });
  await page.screenshot({ path: picture('tell') });
}

async function explore(page: Page): Promise<void> {
  const shown = await demonstrators(house);
  const pulse = await house.collections.bySlug('ccpl-pulse');
  if (!shown || !pulse) throw new Error('the demonstration is not there');
  const { secret } = await app.sessions.makeLink(shown.explorer.id);
  await page.goto(`${address}/sign-in#${secret}`);
  await page.getByRole('link', { name: 'Explore' }).first().waitFor();
  await page.goto(`${address}/explore/${pulse.id}`);
  await page.locator('[data-facet="region.midlands"]').click();
  await page.getByText(/^133 stories, of which/).waitFor();
  await page.mouse.move(0, 0);
  await page.getByText(/What these stories show/).waitFor();
  await page.screenshot({ path: picture('explore') });
}

const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
await tell(phone);
const desk = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await explore(desk);
await browser.close();
await app.close();
await database.close();
rmSync(folder, { recursive: true });
