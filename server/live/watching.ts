type Told = (stamp: string) => void;

/**
 * Tells those who have a collection open that its stories have changed. It looks at the collection's stamp every so often, for
 * as long as somebody watches: one small read that is the same on both engines, and sees what other processes changed too.
 */
export class Watching {
  readonly #stampOf: (collectionId: string) => Promise<string>;
  readonly #pause: number;
  readonly #watched = new Map<string, { told: Set<Told>; stamp: string | null; timer: NodeJS.Timeout }>();

  /**
   * @param stampOf names the state of a collection's stories
   * @param pause milliseconds between two looks
   */
  constructor(stampOf: (collectionId: string) => Promise<string>, pause = 2000) {
    this.#stampOf = stampOf;
    this.#pause = pause;
  }

  /**
   * Watches a collection.
   * @param told hears every stamp that is another than the one before, the present one first
   * @returns ends it
   */
  watch(collectionId: string, told: Told): () => void {
    const known = this.#watched.get(collectionId);
    if (known?.stamp) told(known.stamp);
    const watched = known ?? { told: new Set(), stamp: null, timer: setInterval(() => void this.#look(collectionId), this.#pause).unref() };
    watched.told.add(told);
    this.#watched.set(collectionId, watched);
    if (!known) void this.#look(collectionId);
    return () => {
      watched.told.delete(told);
      if (watched.told.size) return;
      clearInterval(watched.timer);
      this.#watched.delete(collectionId);
    };
  }

  async #look(collectionId: string): Promise<void> {
    // A look that fails is made again; whoever reads meanwhile hears of the fault there.
    const stamp = await this.#stampOf(collectionId).catch(() => null);
    const watched = this.#watched.get(collectionId);
    if (!watched || stamp === null || stamp === watched.stamp) return;
    watched.stamp = stamp;
    for (const told of watched.told) told(stamp);
  }
}
