import { hash } from 'node:crypto';
import type { ReadStory } from '../../formats/imports/stories.ts';
import type { Import } from '../../repositories/imports.ts';

/** Counts rows that are the same as one above: the same story with the same answers, or, without a story, the same cells. */
export class SameRows {
  readonly #seen = new Set<string>();
  count = 0;

  add(cells: readonly string[], story: ReadStory): void {
    const said = story.text ? [story.title, story.text, story.answers] : cells;
    // Twelve characters tell millions of rows apart, and take little memory.
    const mark = hash('sha256', JSON.stringify(said), 'base64url').slice(0, 12);
    if (this.#seen.has(mark)) this.count += 1;
    this.#seen.add(mark);
  }

  get remarks(): string[] {
    if (!this.count) return [];
    const said = this.count === 1 ? '1 row is' : `${this.count.toLocaleString('en-GB')} rows are`;
    return [`${said} the same as one above, and would be taken in once more.`];
  }
}

/** Says of each import that the same file was taken in by, and is not taken back. */
export function takenBefore(imports: readonly Import[], digest: string | null): string[] {
  const same = imports.filter((one) => digest !== null && one.digest === digest && one.state === 'done');
  return same.map(({ taken, by }) => {
    const day = new Date(taken ?? 0).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    return `This file was taken in on ${day} by ${by ?? 'somebody at the server'}: its stories would be here twice.`;
  });
}
