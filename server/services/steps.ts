import type { Collection } from '../repositories/collections.ts';
import type { Step, StepDocuments } from '../repositories/step-documents.ts';

/**
 * Publishes counts in steps: who may not see them exactly is shown what was published last, until so many stories have come or gone as the collection's
 * threshold says. Nothing else makes a step, neither settings nor a restart, so that no one story can be told by what it changes.
 */
export class Steps {
  readonly #documents: StepDocuments;
  readonly #making = new Map<string, Promise<unknown>>();

  constructor(documents: StepDocuments) {
    this.#documents = documents;
  }

  /**
   * What is shown under a name.
   * @param counts how things stand now
   * @param make makes the next step, after the last one, with the counts of what it really holds
   * @param dueBy whether a step is due once one count is the threshold or more away from where the last step had it, or all that are not still 0
   */
  async shown<Shown>(
    { id, threshold }: Pick<Collection, 'id' | 'threshold'>,
    name: string,
    counts: number[],
    make: (last: Step<Shown> | null) => Promise<Step<Shown>>,
    dueBy: 'one' | 'all' = 'one',
  ): Promise<Shown> {
    const last = await this.#documents.last<Shown>(id, name);
    if (last && !isDue(last.counts, counts, threshold, dueBy)) return last.shown;
    const key = `${id} ${name}`;
    const making = this.#making.get(key) ?? this.#publish(id, name, make, last).finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making as Promise<Shown>;
  }

  /** Whoever publishes first has made the step; all others show that one. */
  async #publish<Shown>(
    id: string,
    name: string,
    make: (last: Step<Shown> | null) => Promise<Step<Shown>>,
    last: Step<Shown> | null,
  ): Promise<Shown> {
    await this.#documents.publish(id, name, await make(last), last);
    const published = await this.#documents.last<Shown>(id, name);
    if (!published) throw new Error('a step was published and is not there');
    return published.shown;
  }
}

function isDue(before: number[], now: number[], threshold: number, by: 'one' | 'all'): boolean {
  const moved = now.map((count, index) => Math.abs(count - (before[index] ?? 0)));
  const isFar = (by: number) => by >= threshold;
  return by === 'one' ? moved.some(isFar) : moved.some(isFar) && moved.every((far, index) => isFar(far) || (far === 0 && now[index] === 0));
}
