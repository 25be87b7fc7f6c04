import type { Kept, Stage } from './kept.ts';
import { MemoryShelf, type Shelf } from './shelf.ts';

/** Keeps stories on the phone where it can, else in memory, and knows which. Never fails. */
export class Cupboard implements Shelf {
  readonly #memory = new MemoryShelf();
  readonly #disk: Shelf | null;
  /** Writes happen one after another, so that none that is older comes last. */
  #writing: Promise<unknown> = Promise.resolve();
  /** Whether the phone would not take a story, or would not say what it has. */
  isRefused = $state(false);

  /** @param disk null on a device that others use too */
  constructor(disk: Shelf | null) {
    this.#disk = disk;
  }

  /** Whether what is kept outlives the page. */
  get lasts(): boolean {
    return this.#disk !== null && !this.isRefused;
  }

  async all<S extends Stage>(...stages: S[]): Promise<Extract<Kept, { stage: S }>[]> {
    const held = await this.#memory.all(...stages);
    const onDisk = (await this.#tried((disk) => disk.all(...stages))) ?? [];
    const newer = new Set(held.map(({ id }) => id));
    return [...onDisk.filter(({ id }) => !newer.has(id)), ...(await this.#memory.all(...stages))];
  }

  async get(id: string): Promise<Kept | undefined> {
    return (await this.#memory.get(id)) ?? this.#tried((disk) => disk.get(id));
  }

  put(kept: Kept): Promise<void> {
    return this.#inTurn(async () => {
      await this.#memory.put(kept);
      let areAllOnDisk = true;
      // With this one go those that the disk would not take before.
      for (const held of await this.#memory.all(...stages)) {
        if (await this.#tried((disk) => disk.put(held).then(() => true))) await this.#memory.remove(held.id);
        else areAllOnDisk = false;
      }
      if (areAllOnDisk) this.isRefused = false;
    });
  }

  replace(kept: Kept, was: Stage): Promise<void> {
    return this.#inTurn(async () => {
      if (await this.#memory.get(kept.id)) await this.#memory.replace(kept, was);
      else if (this.#disk && !(await this.#tried((disk) => disk.replace(kept, was).then(() => true)))) await this.#memory.put(kept);
    });
  }

  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#memory.remove(id);
      await this.#tried((disk) => disk.remove(id));
    });
  }

  clear(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#memory.clear();
      await this.#tried((disk) => disk.clear());
    });
  }

  /** Forgets what this page alone keeps. */
  forget(): Promise<void> {
    return this.#inTurn(() => this.#memory.clear());
  }

  #inTurn(write: () => Promise<void>): Promise<void> {
    const written = this.#writing.then(write);
    this.#writing = written;
    return written;
  }

  async #tried<T>(use: (disk: Shelf) => Promise<T>): Promise<T | undefined> {
    if (!this.#disk) return undefined;
    try {
      return await use(this.#disk);
    } catch {
      this.isRefused = true;
      return undefined;
    }
  }
}

const stages = ['draft', 'waiting', 'refused', 'sent', 'withdrawn'] as const;
