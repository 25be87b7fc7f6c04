import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { loadDemonstration } from '../../server/services/demonstration.ts';
import { type TestHouse, testHouse } from '../houses.ts';
import { launch } from './chromium.ts';

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const desk = { viewport: { width: 1440, height: 900 } } as const;

export interface ServedHouse extends TestHouse {
  address: string;
  browser: Browser;
}

/** A house on SQLite with the demonstration, served on a free port and gone when the test ends, and a browser. */
export async function servedHouse(): Promise<ServedHouse> {
  const test = await testHouse('sqlite');
  await loadDemonstration(test.house);
  const address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  return { ...test, address, browser: await testBrowser() };
}

let running: Browser | undefined;
afterAll(() => running?.close());

/** The browser of a test file; what a test opens in it is closed when the test ends. */
export async function testBrowser(): Promise<Browser> {
  if (!running?.isConnected()) running = await launch();
  const browser = running;
  const contexts = () => browser.contexts();
  endsWithTest({ close: () => Promise.all(contexts().map((context) => context.close())) }, contexts);
  return browser;
}

/** Closes a browser, or what is open in it, when the test ends; where the test failed, its message first learns what each page showed. */
export function endsWithTest(browser: { close(): Promise<unknown> }, contexts: () => BrowserContext[]): void {
  onTestFinished(async ({ task }) => {
    const error = task.result?.errors?.[0];
    for (const page of error ? contexts().flatMap((context) => context.pages()) : []) {
      const shown = await page
        .locator('body')
        .ariaSnapshot({ timeout: 5000 })
        .catch((error: Error) => error.message);
      if (error) error.message += `\n${page.url()} showed\n${shown.slice(0, 3000)}`;
    }
    await browser.close();
  });
}

/** A page in a context of its own, with every request it makes, and whatever went wrong in it. */
export async function openPage(browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const requests: Request[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('pageerror', (error) => errors.push(error.message));
  return { context, page, requests, errors };
}

export interface Opened {
  context: BrowserContext;
  page: Page;
  requests: Request[];
  errors: string[];
}

/** Holds the next request to an address until it is let through, or lost. */
export async function held(
  page: Page,
  address: string | RegExp,
): Promise<{ isAsked: Promise<Route>; give: () => Promise<void>; lose: () => Promise<void> }> {
  let hold = (_route: Route) => {};
  const isAsked = new Promise<Route>((resolve) => {
    hold = resolve;
  });
  await page.route(address, (route) => hold(route), { times: 1 });
  return { isAsked, give: async () => (await isAsked).continue(), lose: async () => (await isAsked).abort('connectionreset') };
}

/** Opens a page as a person of the house, by a one-time link. */
export async function signIn(
  { app, address, browser }: ServedHouse,
  email: string,
  options: Parameters<Browser['newContext']>[0] = desk,
): Promise<Opened> {
  const person = await app.house.people.byEmail(email);
  if (!person) throw new Error(`nobody has the email ${email}`);
  const { secret } = await app.sessions.makeLink(person.id);
  const opened = await openPage(browser, options);
  await opened.page.goto(`${address}/sign-in#${secret}`);
  await opened.page.getByRole('button', { name: 'Sign out' }).waitFor();
  return opened;
}
