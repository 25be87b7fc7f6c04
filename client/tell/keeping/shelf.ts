import type { Kept, Stage } from './kept.ts';

/** Where stories are kept until they are sent. */
export interface Shelf {
  all<S extends Stage>(...stages: S[]): Promise<Extract<Kept, { stage: S }>[]>;
  get(id: string): Promise<Kept | undefined>;
  /** Resolves once the story would survive the browser's end, where the shelf lasts that long. */
  put(kept: Kept): Promise<void>;
  /** Puts a story in its own place, where it is still there and at that stage: what was removed meanwhile does not come back. */
  replace(kept: Kept, was: Stage): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** Keeps stories as long as the page is open. */
export class MemoryShelf implements Shelf {
  readonly #stories = new Map<string, Kept>();

  async all<S extends Stage>(...stages: S[]): Promise<Extract<Kept, { stage: S }>[]> {
    return [...this.#stories.values()].filter((kept): kept is Extract<Kept, { stage: S }> => stages.some((stage) => stage === kept.stage));
  }

  async get(id: string): Promise<Kept | undefined> {
    return this.#stories.get(id);
  }

  async put(kept: Kept): Promise<void> {
    this.#stories.set(kept.id, kept);
  }

  async replace(kept: Kept, was: Stage): Promise<void> {
    if (this.#stories.get(kept.id)?.stage === was) this.#stories.set(kept.id, kept);
  }

  async remove(id: string): Promise<void> {
    this.#stories.delete(id);
  }

  async clear(): Promise<void> {
    this.#stories.clear();
  }
}
