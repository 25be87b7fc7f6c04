import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Appends of one 4 KB block with fdatasync, a second. */
export function fdatasyncsPerSecond(folder: string, seconds: number): number {
  const file = openSync(join(folder, 'fdatasync'), 'w');
  const block = Buffer.alloc(4096, 1);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < 1000 * seconds) {
    writeSync(file, block);
    fdatasyncSync(file);
    done += 1;
  }
  const took = (performance.now() - start) / 1000;
  closeSync(file);
  return done / took;
}
