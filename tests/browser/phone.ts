/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import type { App } from '../../server/routes/door.ts';
import type { Framework } from '../../triads/framework/framework.ts';
import { openCollection } from '../fixtures.ts';
import { type TestHouse, testFolder, testHouse } from '../houses.ts';
import { browserOptions } from './chromium.ts';
import { endsWithTest, phone } from './pages.ts';

/** One signifier of each kind, so that every kind of page is met on a short way. */
export const shortFramework: Framework = {
  ...ccplFramework,
  signifiers: [
    ...ccplFramework.signifiers.filter(({ key }) => ['changes', 'decisions', 'weighing', 'feeling'].includes(key)),
    {
      key: 'wish',
      kind: 'text',
      about: 'story',
      question: { 'en-GB': 'What would have helped?' },
      short: { 'en-GB': 'Helped' },
      limit: 500,
    },
    ...ccplFramework.signifiers.filter(({ key }) => key === 'region'),
  ],
};

export interface ShortHouse extends TestHouse {
  address: string;
  form: string;
  collection: Collection;
  /** How many stories the collection holds. */
  stories(): Promise<number>;
  /** Publishes a version, which the collection asks from a moment on. */
  askFrom(opens: Date, framework: Framework): Promise<void>;
}

/** A house whose one collection, `short`, asks the short framework; served on a free port. */
export async function shortHouse(
  options: { client?: string; now?: () => Date; prepare?: (app: App) => void; collection?: Parameters<typeof openCollection>[1] } = {},
): Promise<ShortHouse> {
  const test = await testHouse('sqlite', options.now, options.client);
  const collection = await openCollection(test.house, { slug: 'short', framework: shortFramework, ...options.collection });
  options.prepare?.(test.app);
  const address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  const stories = async () => (await test.house.listings.ids(collection.id)).length;
  const askFrom = (opens: Date, framework: Framework) =>
    test.house.database.db.transaction().execute(async (tx) => {
      const version_id = await test.house.frameworks.insertPublished(tx, framework, opens.toISOString());
      const label = JSON.stringify({ 'en-GB': 'Second' });
      const wave = { id: randomUUID(), collection_id: collection.id, position: 1, key: 'second', label, version_id };
      await tx
        .insertInto('waves')
        .values({ ...wave, opens: opens.toISOString(), closes: null })
        .execute();
    });
  return { ...test, askFrom, address, form: `${address}/c/short`, collection, stories };
}

export interface Held {
  context: BrowserContext;
  page: Page;
  /** Ends the browser as a phone that runs out of power does. */
  kill(): Promise<void>;
}

/** A phone: a browser whose memory outlives it. Opening it again is the same phone. */
export function newPhone(): { profile: string; open(): Promise<Held> } {
  const profile = testFolder();
  return {
    profile,
    async open() {
      const context = await chromium.launchPersistentContext(profile, { ...browserOptions(), ...phone });
      const gone = new Promise((resolve) => context.once('close', resolve));
      endsWithTest(context, () => [context]);
      context.setDefaultTimeout(15_000);
      // The browser has the worker send what waits as soon as it is asked to, beside the page, and past routes that hold back the page's own.
      await context.addInitScript(() => Reflect.deleteProperty(globalThis.ServiceWorkerRegistration?.prototype ?? {}, 'sync'));
      const page = context.pages()[0] ?? (await context.newPage());
      const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
      const kill = async () => {
        process.kill(pid, 'SIGKILL');
        await gone;
      };
      return { context, page, kill };
    },
  };
}

/** Resolves when the form is on the phone and answers for this page, and the receipt page beside it. */
export async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await until(page, async () => (await navigator.serviceWorker.getRegistration('/receipt'))?.active?.state === 'activated');
}

/** Resolves once it holds on the page; `waitForFunction` takes a promise itself for a yes. */
export const until = (page: Page, holds: () => Promise<boolean>): Promise<void> => expect.poll(() => page.evaluate(holds)).toBe(true);

/** Resolves when the page says that all that was told is on the phone. */
export const isSaved = (page: Page) => page.locator('[data-kept="saved"]').waitFor();

/** Something that happens once, and can be waited for. */
export function moment(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
