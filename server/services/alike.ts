import type { Answers } from '../../triads/answers/answer.ts';
import type { ChoiceColumn } from '../../triads/columns/columns.ts';
import { preferNot } from '../../triads/framework/region.ts';
import { Combinations, type Fact } from '../../triads/release/combinations.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Segments } from '../repositories/segments.ts';
import type { Patterns } from './patterns.ts';

/** Which answers about their participants the stories of a collection share, kept until its segments change. */
export class Alike {
  readonly #patterns: Patterns;
  readonly #segments: Segments;
  readonly #latest = new Map<string, { state: string; combinations: Combinations }>();

  constructor(patterns: Patterns, segments: Segments) {
    this.#patterns = patterns;
    this.#segments = segments;
  }

  /** The keys of the choices about participants, in framework order. */
  async asked(collection: Collection): Promise<string[]> {
    const signifiers = await this.#patterns.signifiers(collection);
    return signifiers.filter(({ kind, about }) => kind === 'choice' && about === 'participant').map(({ key }) => key);
  }

  async combinations(collection: Collection): Promise<Combinations> {
    await this.#segments.seal(collection.id);
    const state = await this.#segments.state(collection.id);
    const latest = this.#latest.get(collection.id);
    if (latest?.state === state) return latest.combinations;
    const asked = new Set(await this.asked(collection));
    const combinations = new Combinations();
    for await (const { columns } of this.#segments.all(collection.id)) {
      combinations.add(columns.length, telling(columns.choices, asked));
    }
    this.#latest.set(collection.id, { state, combinations });
    return combinations;
  }
}

/** What a story's participant chose about themselves, in the order of the keys. */
export function aboutOf(answers: Answers, asked: readonly string[]): { signifier: string; options: string[] }[] {
  return asked.flatMap((signifier) => {
    const answer = answers[signifier];
    return answer && 'options' in answer ? [{ signifier, options: answer.options }] : [];
  });
}

/** What these tell of a participant: who prefers not to say tells nothing. */
export function factsOf(about: ReturnType<typeof aboutOf>): Fact[] {
  return about.flatMap(({ signifier, options }) =>
    options.filter((option) => option !== preferNot).map((option) => ({ signifier, option })),
  );
}

function telling(choices: ReadonlyMap<string, ChoiceColumn>, asked: ReadonlySet<string>): Map<string, ChoiceColumn> {
  const told = [...choices].filter(([key]) => asked.has(key));
  return new Map(
    told.map(([key, column]) => [key, { ...column, options: new Map([...column.options].filter(([option]) => option !== preferNot)) }]),
  );
}
