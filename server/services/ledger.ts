import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from '../../triads/framework/scopes.ts';

/** One line a withdrawal or change of consent: by receipt HMAC, the scopes that hold from then on; none is a withdrawal. */
export interface LedgerEntry {
  receipt: string;
  scopes: Scope[];
}

/**
 * A small file outside the database in which every withdrawal and every change of consent stands, so that a restored backup
 * can be brought to what participants want before it serves.
 */
export class Ledger {
  readonly #file: string;

  constructor(dataDir: string) {
    const folder = join(dataDir, 'ledger');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, 'consent.ndjson');
  }

  /** Writes entries and waits until the disk has them. */
  append(...entries: LedgerEntry[]): void {
    const file = openSync(this.#file, 'a', 0o600);
    try {
      appendFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** The last word on every receipt in it, which after a withdrawal is that; a line that a crash cut short was never acted on and is passed over. */
  latest(): Map<string, Scope[]> {
    const latest = new Map<string, Scope[]>();
    for (const line of this.#lines()) {
      const entry = readLine(line);
      const isWithdrawn = entry && latest.get(entry.receipt)?.length === 0;
      if (entry && !isWithdrawn) latest.set(entry.receipt, entry.scopes);
    }
    return latest;
  }

  #lines(): string[] {
    try {
      return readFileSync(this.#file, 'utf8').split('\n').filter(Boolean);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

function readLine(line: string): LedgerEntry | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
