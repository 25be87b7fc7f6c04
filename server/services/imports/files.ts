import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { largestTable } from '../../formats/imports/scan.ts';
import { problems } from '../../problems.ts';

/** The files of imports that are not done yet, each in a folder of its own under DATA_DIR. */
export class ImportFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'imports');
  }

  data(id: string): string {
    return join(this.#folder, id, 'data');
  }

  /** Where stories are unpacked to that came in an archive. */
  unpacked(id: string): string {
    return join(this.#folder, id, 'unpacked');
  }

  report(id: string): string {
    return join(this.#folder, id, 'report.csv');
  }

  has(id: string): boolean {
    return existsSync(this.data(id));
  }

  /**
   * Keeps what comes, and nothing of what is too much or cut short.
   * @throws problem too large
   */
  async keep(id: string, source: Readable): Promise<void> {
    mkdirSync(join(this.#folder, id), { recursive: true, mode: 0o700 });
    try {
      await pipeline(source, limited, createWriteStream(this.data(id), { mode: 0o600 }));
    } catch (error) {
      await this.forget(id);
      throw error;
    }
  }

  async forget(id: string): Promise<void> {
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }
}

async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > largestTable) throw problems.tooLarge(largestTable);
    yield chunk;
  }
}
