import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
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
   * @returns its SHA-256
   * @throws problem too large
   */
  async keep(id: string, source: Readable): Promise<string> {
    try {
      await mkdir(join(this.#folder, id), { recursive: true, mode: 0o700 });
      const file = await open(this.data(id), 'w', 0o600);
      return await written(source, file).finally(() => file.close());
    } catch (error) {
      source.resume();
      await this.forget(id);
      throw error;
    }
  }

  /** Deletes what came in part while the server was killed: words that no import knows of, and nobody has added to since a moment. */
  async forgetStrays(known: ReadonlySet<string>, since: Date): Promise<void> {
    const folders = await readdir(this.#folder).catch(() => []);
    for (const id of folders) {
      if (known.has(id)) continue;
      const { mtime } = await stat(this.data(id)).catch(() => stat(join(this.#folder, id)));
      if (mtime < since) await this.forget(id);
    }
  }

  async forget(id: string): Promise<void> {
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }
}

/**
 * Whatever goes wrong, the rest is read and let go by: else the answer, and whatever is asked on that connection next, would wait
 * behind it.
 */
async function written(source: Readable, file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  let length = 0;
  let fault: unknown = null;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > largestTable) fault ??= problems.tooLarge(largestTable);
    hash.update(chunk);
    if (fault === null) await file.appendFile(chunk).catch((error: unknown) => (fault = error));
  }
  if (fault !== null) throw fault;
  return hash.digest('hex');
}
