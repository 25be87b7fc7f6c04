/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { toArrow } from '../../../triads/columns/arrow.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { desk } from '../../browser/pages.ts';
import type { CountingProxy } from '../measure/counting-proxy.ts';
import { collectionOf } from './collection.ts';

/** Opens a page of the staff app, signed in. */
export async function signedIn(browser: Browser, address: string, secret: string): Promise<Page> {
  const page = await browser.newPage(desk);
  // tsx names functions by a helper of its own, which the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
  await (await page.context().newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(`${address}/sign-in#${secret}`);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return page;
}

/** Puts a collection of so many drawn stories, whose words nobody may read, in the place of the one that the server has. */
export async function insteadOf(
  page: Page,
  proxy: CountingProxy,
  id: string,
  stories: number,
  signifiers: readonly Signifier[],
): Promise<void> {
  const columns = collectionOf(stories, signifiers);
  columns.readable.fill(0);
  const path = `/api/v1/collections/${id}`;
  const real = await page.evaluate(async (path) => (await fetch(path)).json(), path);
  const waves = columns.wave.values.map((key) => ({ ...real.waves[0], key }));
  const json = JSON.stringify({ ...real, waves, signifiers, differences: [] });
  proxy.own.set(path, { type: 'application/json', body: Buffer.from(json) });
  // Of the state that the server knows: else the board would hear that it is behind, and load itself anew in the midst of what is measured.
  const etag = await page.evaluate(async (path) => (await fetch(path)).headers.get('etag') ?? '', `${path}/patterns`);
  proxy.own.set(`${path}/patterns`, { type: 'application/vnd.apache.arrow.stream', body: Buffer.from(toArrow(columns)), etag });
}

/** Goes to a collection's board and waits until all of it stands there. @returns milliseconds from the start of the navigation */
export async function openBoard(page: Page, address: string, id: string, stories: number): Promise<number> {
  await page.goto(`${address}/explore/${id}`, { waitUntil: 'commit' });
  return page.evaluate(
    (stories) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const isWhole = document.querySelector(`[data-total="${stories}"]`) && !document.querySelector('.coming');
          if (isWhole && document.querySelector('[data-plot] canvas')) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    stories,
  );
}

/** What the main thread does for each step of a drag: from hearing of the pointer until the frame is painted, in milliseconds. */
export async function dragged(page: Page, plot: string, steps: number): Promise<number[]> {
  await page.evaluate(watchFrames);
  const surface = page.locator(`[data-plot="${plot}"] svg[role]`).first();
  await surface.scrollIntoViewIfNeeded();
  const box = await surface.boundingBox();
  if (!box) throw new Error(`there is no plot "${plot}"`);
  const [left, y] = [box.x + box.width * 0.3, box.y + box.height * 0.45];
  await page.mouse.move(left, y);
  await page.mouse.down();
  await page.mouse.move(left + box.width * 0.15, y);
  // The first two steps find the rows that the drag can reach.
  await page.mouse.move(left + box.width * 0.16, y);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.evaluate(() => (window as unknown as Watched).moves.splice(0));
  for (let step = 0; step < steps; step++) {
    const away = 25 - Math.abs((step % 50) - 25);
    await page.mouse.move(left + box.width * (0.17 + away / 100), y);
  }
  await page.mouse.up();
  // A drag beside the plot would cost nothing, and measure nothing.
  await page.waitForFunction(() => {
    const { chosen, total } = document.querySelector<HTMLElement>('[data-chosen][data-total]')?.dataset ?? {};
    return chosen !== undefined && chosen !== total;
  });
  return page.evaluate(() => (window as unknown as Watched).moves.splice(0));
}

interface Watched {
  moves: number[];
  long: number[];
}

/** Runs in the page: notes how long each frame with a move of the pointer took, and every task over 50 ms. */
function watchFrames(): void {
  const watched = window as unknown as Watched;
  if (watched.moves) return;
  Object.assign(watched, { moves: [], long: [] });
  addEventListener(
    'pointermove',
    () => {
      const from = performance.now();
      requestAnimationFrame(() => {
        // After this frame's own work and painting, before the next.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => watched.moves.push(performance.now() - from);
        port2.postMessage(null);
      });
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.long.push(duration);
  }).observe({ type: 'longtask' });
}

/** How many bytes of the board's pattern body travelled, compressed as it was. */
export function patternBytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const body = entries.find(({ name }) => name.endsWith('/patterns'));
    if (!body?.encodedBodySize) throw new Error('no pattern body was fetched');
    return body.encodedBodySize;
  });
}

/** The tasks over 50 ms since they were last asked for. */
export function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as Watched).long.splice(0));
}

/** Bytes that the page holds once all that is unused is swept away, with what its arrays hold. */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = (await devtools.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize: number;
  };
  return usedSize + backingStorageSize;
}
