import { spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { Sessions } from '../../../server/access/sessions.ts';
import { projectRoot, readConfig } from '../../../server/config.ts';
import { stories as inventedStories } from '../../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework, demonstrationCollections } from '../../../server/demonstration/collections.ts';
import { loadCollection } from '../../../server/services/demonstration.ts';
import { openHouse } from '../../../server/services/house.ts';
import { readPepper } from '../../../server/services/secrets.ts';
import { launch } from '../../browser/chromium.ts';
import { type Ground, newGround } from '../../faults/ground.ts';
import { startServer } from '../../faults/server-process.ts';
import { grant } from '../../fixtures.ts';
import { CountingProxy } from '../measure/counting-proxy.ts';
import { median, report } from '../measure/report.ts';
import { dragged, heapOf, insteadOf, longTasks, openBoard, patternBytes, signedIn } from './board-page.ts';
import { signifiers, sizeName } from './collection.ts';
import { dragSteps } from './hand.ts';
import { plotlyRedraw } from './plotly.ts';

const stories = 100_000;

/** The explorer's own page on a built server, in Chromium: what a researcher feels. */
export async function inChromium(): Promise<void> {
  if (spawnSync('npm', ['run', '--silent', 'build'], { cwd: projectRoot, stdio: 'inherit' }).status !== 0)
    throw new Error('it does not build');
  const ground = await newGround('sqlite', '');
  const { id, secret } = await seeded(ground);
  const server = await startServer(ground);
  const proxy = new CountingProxy(server.port);
  const address = await proxy.listen();
  const browser = await launch();
  try {
    const page = await signedIn(browser, address, secret);
    await opening(page, address, id);
    await brushing(page);
    await redraw(browser, page, proxy, address, id);
    for (const size of [100_000, 1_000_000]) await wholeBoard(page, proxy, address, id, size);
  } finally {
    await browser.close();
    proxy.close();
    await server.end('SIGTERM');
    await ground.clear();
  }
}

/** A collection of invented stories on the ground, and a researcher's way in. */
async function seeded({ look, dataDir, databaseUrl }: Ground): Promise<{ id: string; secret: string }> {
  return look(async (database) => {
    const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
    const house = openHouse(database, config, readPepper(config));
    const pulse = demonstrationCollections.find(({ waves }) => waves.length > 1);
    if (!pulse) throw new Error('the demonstration has no collection with waves');
    const { id } = await loadCollection(house, { ...pulse, slug: 'large', stories: inventedStories(ccplFramework, 2026, stories) });
    const researcher = { name: 'Rosa', email: 'rosa@example.org', grants: [grant('researcher')], demonstration: false };
    const { secret } = await new Sessions(house.people, house.now).makeLink((await house.people.insert(researcher)).id);
    return { id, secret };
  });
}

/** From the address to the complete board, and what travelled; the first time the server has yet to read its segments. */
async function opening(page: Page, address: string, id: string): Promise<void> {
  const size = sizeName(stories);
  report('explorer', `open-first-${size}`, (await openBoard(page, address, id, stories)) / 1000, 's');
  const took = [];
  for (let turn = 0; turn < 5; turn++) took.push((await openBoard(page, address, id, stories)) / 1000);
  report('explorer', `open-${size}`, median(took), 's', { op: '<=', number: 1.5 });
  report('explorer', `wire-${size}`, (await patternBytes(page)) / stories, 'bytes/story', { op: '<=', number: 48 });
}

async function brushing(page: Page): Promise<void> {
  const size = sizeName(stories);
  const frames = await dragged(page, 'decisions', dragSteps * 2);
  const long = await longTasks(page);
  report('explorer', `brush-frame-p95-${size}`, p95(frames), 'ms');
  report('explorer', `brush-long-tasks-${size}`, long.length, 'tasks', { op: '<=', number: 0 });
  if (long.length) report('explorer', `brush-longest-task-${size}`, Math.max(...long), 'ms');
}

/** A board of one triad, redrawn as a dyad beside it is dragged, and Plotly's plot of the same points. */
async function redraw(browser: Browser, page: Page, proxy: CountingProxy, address: string, id: string): Promise<void> {
  const few = signifiers.filter(({ key }) => key === 'triad-0' || key === 'dyad-0');
  await insteadOf(page, proxy, id, stories, few);
  await openBoard(page, address, id, stories);
  const own = median(await dragged(page, 'dyad-0', dragSteps));
  const peer = await plotlyRedraw(browser, stories);
  report('explorer', `redraw-triad-${sizeName(stories)}`, own, 'ms');
  report('explorer', `redraw-triad-plotly-${sizeName(stories)}`, peer, 'ms');
  report('explorer', `redraw-triad-vs-plotly-${sizeName(stories)}`, own / peer, 'ratio', { op: '<=', number: 1 / 500 });
}

/** 8 triads, 6 dyads, 10 choices. */
async function wholeBoard(page: Page, proxy: CountingProxy, address: string, id: string, size: number): Promise<void> {
  await insteadOf(page, proxy, id, size, signifiers);
  await openBoard(page, address, id, size);
  if (size >= 1_000_000) report('explorer', `heap-open-${sizeName(size)}`, (await heapOf(page)) / 1e6, 'MB', { op: '<=', number: 160 });
  const frames = await dragged(page, 'dyad-0', dragSteps * 2);
  report('explorer', `board-frame-p95-${sizeName(size)}`, p95(frames), 'ms', { op: '<=', number: size >= 1_000_000 ? 50 : 16 });
}

const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
