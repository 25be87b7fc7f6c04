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
   * @param make makes the next step, after the last one, with the counts of what it really holds
   * @param isDue whether it is time for one
   */
  async shown<Shown>(
    { id }: Pick<Collection, 'id'>,
    name: string,
    make: (last: Step<Shown> | null) => Promise<Step<Shown>>,
    isDue: (last: Step<Shown>) => boolean,
  ): Promise<Shown> {
    const last = await this.#documents.last<Shown>(id, name);
    if (last && !isDue(last)) return last.shown;
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

/** Due once one of some counts is the threshold or more away from where the last step had it. */
export function byThreshold({ threshold }: Pick<Collection, 'threshold'>, now: readonly number[]): (last: Step<unknown>) => boolean {
  return ({ counts }) => now.some((count, index) => Math.abs(count - (counts[index] ?? 0)) >= threshold);
}
