/// <reference lib="dom" />
import { spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { Sessions } from '../../server/access/sessions.ts';
import { theServer } from '../../server/commands/problem.ts';
import { projectRoot, readConfig } from '../../server/config.ts';
import { openHouse } from '../../server/services/house.ts';
import { readPepper } from '../../server/services/secrets.ts';
import { launch } from '../browser/chromium.ts';
import { desk } from '../browser/pages.ts';
import { type Ground, newGround } from '../faults/ground.ts';
import { startServer } from '../faults/server-process.ts';
import { grant } from '../fixtures.ts';
import { largeDraft } from '../large-framework.ts';
import { median, report } from './measure/report.ts';

/** A fast typist: milliseconds from key to key. */
const keyPause = 110;
/** 60 frames a second, in milliseconds. */
const frame = 1000 / 60;
const words = ' and then we met at the board to talk about what went on in the ward';
/** What is typed into: the piece in the outline, its page in the preview, then the field. */
const fields = [
  ['prompt', 'story', 'prompt.question.en-GB'],
  ['signifiers.0', 'question-1', 'signifiers.0.corners.left.en-GB'],
  ['signifiers.1', 'question-2', 'signifiers.1.options.3.label.en-GB'],
] as const;

/**
 * The designer's page with 40 signifiers in four languages, in Chromium: typing at human speed into prompt, corner and option, while
 * preview, advice and autosave run. Page and preview share one main thread, whose tasks are read from the browser's own trace.
 */
export async function run(): Promise<void> {
  if (spawnSync('npm', ['run', '--silent', 'build'], { cwd: projectRoot, stdio: 'inherit' }).status !== 0)
    throw new Error('it does not build');
  const ground = await newGround('sqlite', '');
  const { framework, secret } = await begun(ground);
  const server = await startServer(ground);
  const browser = await launch();
  try {
    const page = await browser.newPage(desk);
    // tsx names functions by a helper of its own, which the page does not have.
    await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
    await page.goto(`${server.url}/sign-in#${secret}`);
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.goto(`${server.url}/design/${framework}`);
    await page.frameLocator('iframe').locator('main').waitFor();
    await page.evaluate(watchKeys);
    for (const slowed of [1, 4]) await measure(browser, page, slowed);
  } finally {
    await browser.close();
    await server.end('SIGTERM');
    await ground.clear();
  }
}

/** A large draft on the ground, and a designer's way in. */
async function begun({ look, dataDir, databaseUrl }: Ground): Promise<{ framework: string; secret: string }> {
  return look(async (database) => {
    const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
    const { designs, people, now } = openHouse(database, config, readPepper(config));
    const { id } = await designs.begin(theServer, largeDraft);
    const designer = { name: 'Dana', email: 'dana@example.org', grants: [grant('designer')], demonstration: false };
    const { secret } = await new Sessions(people, now).makeLink((await people.insert(designer)).id);
    return { framework: id, secret };
  });
}

/** Types into every field and prints what that cost, on a processor so many times slower. */
async function measure(browser: Browser, page: Page, slowed: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  const tasks: Task[] = [];
  for (const [piece, shown, field] of fields) {
    await page.locator(`[data-path="${piece}"]`).click();
    await page.frameLocator('iframe').locator(`main[data-page="${shown}"]`).waitFor();
    const text = page.locator(`[data-text="${field}"]`);
    await text.focus();
    await page.keyboard.press('End');
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
    await text.pressSequentially(words, { delay: keyPause });
    await page.locator('[data-kept="true"]').waitFor();
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    tasks.push(...tasksOf(traceEvents));
  }
  const painted = await page.evaluate(() => (window as unknown as { painted: number[] }).painted.splice(0));
  print(slowed, tasks, painted);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
}

/** Runs in the page: notes for each key how many milliseconds it took until the frame that shows it was painted. */
function watchKeys(): void {
  const painted: number[] = [];
  Object.assign(window, { painted });
  const heard = ({ timeStamp }: Event) =>
    requestAnimationFrame(() => {
      // After this frame's own work and painting, before the next.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  addEventListener('keydown', heard, true);
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

interface Task {
  /** Milliseconds by the clock, and of the processor: others may have had it in between. */
  whole: number;
  own: number;
}

/** The tasks of the main thread of page and preview. */
function tasksOf(events: TraceEvent[]): Task[] {
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  const tasks = events.filter((event) => event.name === 'RunTask' && main.has(thread(event)));
  return tasks.map(({ dur = 0, tdur = dur }) => ({ whole: dur / 1000, own: tdur / 1000 }));
}

function print(slowed: number, tasks: Task[], painted: number[]): void {
  const name = (metric: string) => (slowed === 1 ? metric : `${metric}-slowed-${slowed}x`);
  const aim = (number: number) => (slowed === 1 ? { op: '<=' as const, number } : undefined);
  const longest = (of: (task: Task) => number) => Math.max(...tasks.map(of));
  report(
    'design',
    name('longest-task'),
    longest(({ whole }) => whole),
    'ms',
    slowed === 1 ? { op: '<', number: 50 } : undefined,
  );
  report(
    'design',
    name('longest-task-own'),
    longest(({ own }) => own),
    'ms',
  );
  // A task that takes longer than a frame, by the clock, leaves no time to paint it.
  report(
    'design',
    name('frames-dropped'),
    tasks.reduce((sum, { whole }) => sum + Math.floor(whole / frame), 0),
    'frames',
    aim(0),
  );
  report('design', name('key-to-paint'), median(painted), 'ms');
  report('design', name('key-to-paint-worst'), Math.max(...painted), 'ms');
}
