import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = process.env.STORYFIELD_REFERENCE ?? resolve(import.meta.dirname, '../../shared/reference');

/**
 * A public rule or schema that is not kept in this project: beside it in `../shared/reference`, or where STORYFIELD_REFERENCE says.
 * @returns null where it is not there, for the test that needs it to say that it was skipped
 */
export function referenceFile(path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? file : null;
}
