import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const port = 'takes a number from 1 to 65535';

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, port)
    .transform(Number)
    .refine((number) => number >= 1 && number <= 65_535, port)
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'takes sqlite:<file> or postgres://…')
    .optional(),
  /** Where people reach this house, when a proxy stands before it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'takes an address that begins with http:// or https://' }).optional(),
  PEPPER: z.string().min(32, 'takes at least 32 characters').optional(),
});

/**
 * In a shell, and in the files of many a supervisor, a setting that is empty is one that was not made; but not these: without the
 * pepper no receipt opens its story, and another database is another house.
 */
const weighty = new Set(['DATABASE_URL', 'PEPPER']);

export interface Config {
  port: number;
  host: string;
  /** Absolute; holds secrets, the ledger and, unless DATABASE_URL says otherwise, the database. */
  dataDir: string;
  databaseUrl: string;
  publicUrl: string;
  pepper: string | null;
}

/**
 * The configuration from the environment; makes the data folder.
 * @throws Error with a sentence per wrong variable, for the person who started the server
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || weighty.has(name))),
  );
  if (!parsed.success) {
    throw wrong(parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`));
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, PEPPER } = parsed.data;
  const dataDir = resolve(DATA_DIR);
  readyFolder(dataDir);
  return {
    port: PORT,
    host: HOST,
    dataDir,
    databaseUrl: DATABASE_URL ?? `sqlite:${join(dataDir, 'storyfield.sqlite')}`,
    publicUrl: (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, ''),
    pepper: PEPPER ?? null,
  };
}

const wrong = (said: readonly string[]) => new Error(`Storyfield cannot start with these settings:\n${said.join('\n')}`);

/** Makes the folder where it is not there, and tries whether it takes anything: its rights alone do not tell. */
function readyFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    const trial = join(dataDir, `.trial-${process.pid}`);
    writeFileSync(trial, '');
    rmSync(trial, { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw wrong([`  DATA_DIR: nothing can be written to ${dataDir} (${code}). Set it to a folder where files can be.`]);
  }
}

/** Folder by folder: where a file system takes none, as /proc does, what node makes recursively is never done. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process that starts at once may have made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The folder of this project's package.json, from source and from dist alike. */
export const projectRoot = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isProject(folder)) folder = dirname(folder);
  return folder;
})();

function isProject(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === 'storyfield';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
