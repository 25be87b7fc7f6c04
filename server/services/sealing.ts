import type { Segments } from '../repositories/segments.ts';

/** How long a story waits for others before they are sealed together. */
const pause = 2000;

/** Seals what was stored a little later, so that who opens a board finds it done. Whoever reads earlier seals first. */
export class Sealing {
  readonly #segments: Segments;
  readonly #planned = new Map<string, NodeJS.Timeout>();

  constructor(segments: Segments) {
    this.#segments = segments;
  }

  /** Plans the sealing of what a collection took in. */
  soon(collectionId: string): void {
    if (this.#planned.has(collectionId)) return;
    const timer = setTimeout(() => {
      this.#planned.delete(collectionId);
      // What could not be sealed waits for the next reader, who is told.
      this.#segments.seal(collectionId).catch(() => {});
    }, pause);
    this.#planned.set(collectionId, timer.unref());
  }
}
