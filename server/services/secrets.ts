import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';

/** The key that stands between what participants hold and what the database keeps of it. */
export interface Pepper {
  /** Names the key in the rows that used it, and tells nothing of it. */
  name: string;
  hmac(purpose: 'receipt' | 'key' | 'body', value: string): string;
}

/** Stands where none was let in: what is keyed can neither be read nor written with it. */
export const noPepper: Pepper = {
  get name(): string {
    throw new Error('no pepper was let in');
  },
  hmac: () => noPepper.name,
};

/** As PEPPER in the environment takes. */
const shortest = 32;
const pepperFile = (dataDir: string) => join(dataDir, 'secrets', 'pepper');

/**
 * The pepper from the environment, else from DATA_DIR/secrets, where it is made at the first start. Never in the database.
 * @throws Error where the file there cannot be a pepper
 */
export function readPepper(config: Pick<Config, 'pepper' | 'dataDir'>): Pepper {
  return pepperAtHand(config) ?? pepperOf(madePepper(config.dataDir));
}

/**
 * The pepper where there is one; none is made.
 * @throws Error where the file cannot be a pepper
 */
export function pepperAtHand({ pepper, dataDir }: Pick<Config, 'pepper' | 'dataDir'>): Pepper | null {
  const file = pepperFile(dataDir);
  if (pepper !== null) return pepperOf(pepper);
  if (!existsSync(file)) return null;
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < shortest)
    throw new Error(`${file} holds no pepper: it has fewer than ${shortest} characters. Bring it back from your backup.`);
  return pepperOf(key);
}

function pepperOf(key: string): Pepper {
  const name = createHash('sha256').update(`pepper name ${key}`).digest('base64url').slice(0, 8);
  const secret = createSecretKey(key, 'utf8');
  return { name, hmac: (purpose, value) => createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url') };
}

function madePepper(dataDir: string): string {
  const file = pepperFile(dataDir);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    // Only the first of several processes that start at once makes it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
