/// <reference lib="dom" />
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '../../server/config.ts';
import { launch } from '../browser/chromium.ts';
import { phone } from '../browser/pages.ts';
import { newGround } from '../faults/ground.ts';
import { startServer } from '../faults/server-process.ts';
import { CountingProxy, type Fetched } from './measure/counting-proxy.ts';
import { median, report } from './measure/report.ts';

const repetitions = 5;
const taps = 20;
const slowLine = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const fastLine = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const formPage = '/c/test';

/**
 * The phone form as a participant meets it: in Chromium at 400 kbit/s, 400 ms a round trip and a CPU four times slower, with
 * nothing cached; then placing a point, and coming back. Beside it, in the same run, a bare page
 * of as many bytes as the form loads before it can be begun.
 */
export async function run(): Promise<void> {
  if (spawnSync('npm', ['run', '--silent', 'build'], { cwd: projectRoot, stdio: 'inherit' }).status !== 0)
    throw new Error('it does not build');
  const ground = await newGround('sqlite', '');
  const server = await startServer(ground);
  const proxy = new CountingProxy(server.port);
  const address = await proxy.listen();
  const browser = await launch();
  try {
    const visits: Visit[] = [];
    for (let repetition = 0; repetition <= repetitions; repetition += 1) {
      const one = await visit(browser, proxy, address);
      // The first time warms server and browser up.
      if (repetition > 0) visits.push(one);
    }
    print(visits);
  } finally {
    await browser.close();
    proxy.close();
    await server.end('SIGTERM');
    await ground.clear();
  }
}

interface Tap {
  /** Milliseconds of the page's own work: what hears the pointer, and the frame that shows the handle. */
  work: number;
  /** Frames until the handle is shown. */
  frames: number;
  /** Milliseconds from hearing the pointer until then, waiting for the frame included. */
  shown: number;
}

interface Visit {
  bytes: number;
  bytesBefore: number;
  interactive: number;
  bare: number;
  taps: Tap[];
  later: number;
}

function print(visits: Visit[]): void {
  const middle = (of: (visit: Visit) => number) => median(visits.map(of));
  report('tell', 'first-visit-bytes', middle(({ bytes }) => bytes) / 1000, 'KB', { op: '<=', number: 60 });
  report('tell', 'bytes-before-interactive', middle(({ bytesBefore }) => bytesBefore) / 1000, 'KB');
  report('tell', 'interactive', middle(({ interactive }) => interactive) / 1000, 's', { op: '<=', number: 3 });
  report('tell', 'bare-page', middle(({ bare }) => bare) / 1000, 's');
  const tap = (of: (tap: Tap) => number) => median(visits.flatMap(({ taps }) => taps.map(of)));
  report(
    'tell',
    'placing',
    tap(({ work }) => work),
    'ms',
    { op: '<=', number: 16.7 },
  );
  report(
    'tell',
    'placing-frames',
    tap(({ frames }) => frames),
    'frames',
    { op: '<=', number: 1 },
  );
  report(
    'tell',
    'placing-shown',
    tap(({ shown }) => shown),
    'ms',
  );
  report(
    'tell',
    'later-visit-bytes',
    middle(({ later }) => later),
    'B',
    { op: '<=', number: 0 },
  );
}

async function visit(browser: Browser, proxy: CountingProxy, address: string): Promise<Visit> {
  const context = await browser.newContext(phone);
  // tsx names functions by a helper of its own, which the page does not have.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const line = (conditions: typeof slowLine) => devtools.send('Network.emulateNetworkConditions', conditions);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await line(slowLine);

  proxy.fetched = [];
  const interactive = await openedAfter(page, `${address}${formPage}`);
  // What comes after, such as a worker that fills its cache, is part of the first visit too.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await quiet(proxy);
  const first = proxy.fetched;
  // All code but the check for identifiers, which is loaded on the one page that needs it.
  const isCode = ({ type, path }: Fetched) => /javascript|css/.test(type) && !path.startsWith('/assets/identifiers-');
  const sum = (fetched: Fetched[]) => fetched.reduce((total, { bytes }) => total + bytes, 0);
  // Asked for again, it is answered that nothing changed.
  const code = first.filter((one) => isCode(one) && one.bytes > 0 && first.find(({ path }) => path === one.path) === one);
  const bytes = sum(code);
  // The worker is asked for once the form can be begun.
  const bytesBefore = sum(
    code.slice(
      0,
      code.findIndex(({ path }) => path === '/sw.js'),
    ),
  );

  await line(fastLine);
  const taps = await place(page);

  proxy.fetched = [];
  const again = await context.newPage();
  await openedAfter(again, `${address}${formPage}`);
  await quiet(proxy);
  const later = sum(proxy.fetched.filter(({ path }) => !/\/form(\?|$)/.test(path)));

  await again.close();
  proxy.own.set('/bare', {
    type: 'text/html',
    body: Buffer.from('<!doctype html><button>Start now</button><script src="/bare.js"></script>'),
  });
  proxy.own.set('/bare.js', {
    type: 'text/javascript',
    body: Buffer.from(
      `/*${randomBytes(bytesBefore)
        .toString('latin1')
        .replace(/[^ -)+-~]/g, 'x')}*/window.ready=performance.now()`,
      'latin1',
    ),
  });
  await line(slowLine);
  await page.goto(`${address}/bare`);
  const bare = await page.evaluate(() => (window as unknown as { ready: number }).ready);
  await context.close();
  return { bytes, bytesBefore, interactive, bare, taps, later };
}

/** Milliseconds from the start of the navigation until the form can be begun: its button is painted and answers. */
async function openedAfter(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('main[data-page="start"] button[type="submit"]')) {
        requestAnimationFrame(() => setTimeout(() => Object.assign(window, { opened: performance.now() })));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: 'commit' });
  const opened = await page.waitForFunction(() => (window as unknown as { opened?: number }).opened, undefined, { timeout: 60_000 });
  return (await opened.jsonValue()) as number;
}

/** Resolves when nothing was fetched for a second. */
async function quiet(proxy: CountingProxy): Promise<void> {
  const seen = () => proxy.fetched.reduce((total, { bytes }) => total + bytes, proxy.fetched.length);
  for (let before = -1; before !== seen(); ) {
    before = seen();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Taps on the first triad. */
async function place(page: Page): Promise<Tap[]> {
  await page.getByRole('button', { name: 'Start now' }).tap();
  await page.getByRole('textbox').first().fill('We met at the board.');
  await page.getByRole('button', { name: 'Continue' }).tap();
  const surface = page.locator('[data-surface]');
  await surface.waitFor();
  const box = await surface.boundingBox();
  if (!box) throw new Error('the triad is not on the page');
  await page.evaluate(() => {
    const taps: Tap[] = [];
    Object.assign(window, { taps });
    let [began, work] = [0, 0];
    // Between the first listener and the last lies all that the form does with an event.
    for (const type of ['pointerdown', 'pointerup', 'click']) {
      addEventListener(type, () => (began = performance.now()), true);
      addEventListener(type, () => (work += performance.now() - began));
    }
    const watch = () => {
      const heard = performance.now();
      work = 0;
      const where = () => JSON.stringify(document.querySelector('[data-handle]')?.getBoundingClientRect());
      const before = where();
      let frames = 0;
      const look = () => {
        const begun = performance.now();
        frames += 1;
        // After this frame's own work and painting, before the next.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const now = performance.now();
          if (where() !== before) taps.push({ work: work + now - begun, frames, shown: now - heard });
          else if (frames < 10) requestAnimationFrame(look);
        };
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    addEventListener('pointerdown', watch, true);
  });
  for (let tap = 0; tap < taps; tap += 1) {
    const [x, y] = [0.4 + 0.2 * ((tap * 0.618) % 1), 0.5 + 0.3 * ((tap * 0.382) % 1)];
    await page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y);
    await page.waitForFunction((count) => (window as unknown as { taps: unknown[] }).taps.length > count, tap);
  }
  return page.evaluate(() => (window as unknown as { taps: Tap[] }).taps);
}
