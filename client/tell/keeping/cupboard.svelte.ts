import type { Kept, Stage } from './kept.ts';
import { MemoryShelf, type Shelf } from './shelf.ts';

/** Keeps stories on the phone where it can, else in memory, and knows which. Never fails. */
export class Cupboard implements Shelf {
  readonly #memory = new MemoryShelf();
  readonly #disk: Shelf | null;
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
    const held = await this.#memory.all('draft', 'waiting', 'refused', 'sent');
    const onDisk = (await this.#tried((disk) => disk.all(...stages))) ?? [];
    const newer = new Set(held.map(({ id }) => id));
    return [...onDisk.filter(({ id }) => !newer.has(id)), ...(await this.#memory.all(...stages))];
  }

  async get(id: string): Promise<Kept | undefined> {
    return (await this.#memory.get(id)) ?? this.#tried((disk) => disk.get(id));
  }

  async put(kept: Kept): Promise<void> {
    await this.#memory.put(kept);
    if (!(await this.#tried((disk) => disk.put(kept).then(() => true)))) return;
    await this.#memory.remove(kept.id);
    this.isRefused = false;
  }

  async remove(id: string): Promise<void> {
    await this.#memory.remove(id);
    await this.#tried((disk) => disk.remove(id));
  }

  async clear(): Promise<void> {
    await this.#memory.clear();
    await this.#tried((disk) => disk.clear());
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
