import type { Segments } from '../repositories/segments.ts';

/** So long no story comes before those that wait are sealed together; in a crowd sealing gives way to taking in. */
const quiet = 2000;
/** So long a story waits at most: what then waits is sealed while others come. */
const longest = 10_000;

/** Seals what was stored a little later, so that who opens a board finds it done. Whoever reads earlier seals first. */
export class Sealing {
  readonly #segments: Segments;
  readonly #planned = new Map<string, { timer: NodeJS.Timeout; first: number }>();

  constructor(segments: Segments) {
    this.#segments = segments;
  }

  /** Plans the sealing of what a collection took in. */
  soon(collectionId: string): void {
    const planned = this.#planned.get(collectionId);
    if (!planned) {
      const timer = setTimeout(() => this.#seal(collectionId), quiet).unref();
      this.#planned.set(collectionId, { timer, first: performance.now() });
    } else if (performance.now() - planned.first < longest - quiet) {
      planned.timer.refresh();
    }
  }

  #seal(collectionId: string): void {
    this.#planned.delete(collectionId);
    // What could not be sealed waits for the next reader, who is told.
    this.#segments.seal(collectionId).catch(() => {});
  }
}
