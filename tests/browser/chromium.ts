import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser that the tests drive: `CHROMIUM_PATH`, Debian's chromium, Chrome, or one that Playwright installed.
 * @throws Error that says how to get one
 */
export function chromiumPath(env = process.env): string {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [env.CHROMIUM_PATH, ...onPath, '/opt/google/chrome/chrome', chromium.executablePath()];
  const found = candidates.find((path) => path && isExecutable(path));
  if (!found) {
    throw new Error(
      [
        'The tests drive a real browser, and none was found. Get one by any of:',
        '  apt-get install chromium         (Debian, Ubuntu)',
        '  npx playwright-core install chromium',
        '  CHROMIUM_PATH=/path/to/chrome    (one that is already here)',
      ].join('\n'),
    );
  }
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const browserOptions = () => ({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', ...quiet] });

export function launch(): Promise<Browser> {
  return chromium.launch(browserOptions());
}

// Run by itself: say whether there is a browser, before anything slow starts.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(`Browser for the tests: ${chromiumPath()}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
