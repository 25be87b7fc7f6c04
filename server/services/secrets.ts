import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** The key that stands between what participants hold and what the database keeps of it. */
export interface Pepper {
  /** Names the key in the rows that used it, and tells nothing of it. */
  name: string;
  hmac(purpose: 'receipt' | 'key' | 'body', value: string): string;
}

/** The pepper from the environment, else from DATA_DIR/secrets, where it is made at the first start. Never in the database. */
export function readPepper(config: Pick<Config, 'pepper' | 'dataDir'>): Pepper {
  const key = config.pepper ?? pepperFile(config.dataDir);
  const name = createHash('sha256').update(`pepper name ${key}`).digest('base64url').slice(0, 8);
  const secret = createSecretKey(key, 'utf8');
  return { name, hmac: (purpose, value) => createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url') };
}

function pepperFile(dataDir: string): string {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, 'pepper');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // Only the first of several processes that start at once makes it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
