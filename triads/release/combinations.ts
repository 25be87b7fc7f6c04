import type { ChoiceColumn } from '../columns/columns.ts';
import { isSet } from '../columns/flags.ts';

/** One answer about a participant: an option of a choice, by keys. */
export interface Fact {
  signifier: string;
  option: string;
}

/** Facts that few stories share. */
export interface Combination {
  facts: Fact[];
  /** How many stories of the collection have all of them; 0 only while the story that has them is not counted yet. */
  stories: number;
}

/** How many stories of a collection share which answers about their participants. */
export class Combinations {
  readonly #numbers = new Map<string, number>();
  readonly #rows: Uint16Array[] = [];
  #pairs: Map<number, number> | null = null;

  /** @param choices columns of stories, the choices about participants alone, each by its key */
  add(length: number, choices: ReadonlyMap<string, ChoiceColumn>): void {
    this.#pairs = null;
    const columns = [...choices].flatMap(([signifier, { options }]) =>
      [...options].map(([option, flags]) => ({ number: this.#numberOf({ signifier, option }), flags })),
    );
    for (let row = 0; row < length; row += 1) {
      this.#rows.push(Uint16Array.from(columns.flatMap(({ number, flags }) => (isSet(flags, row) ? [number] : []))));
    }
  }

  /**
   * The rare facts of one story, and its rare pairs of facts that are not rare by themselves; fewest stories first.
   * @param threshold what fewer stories than this share is rare
   */
  rare(facts: readonly Fact[], threshold: number): Combination[] {
    const one = facts.map((fact) => ({ facts: [fact], stories: this.#shared(fact, fact) }));
    const common = one.filter(({ stories }) => stories >= threshold).flatMap(({ facts }) => facts);
    const two = common.flatMap((fact, index) =>
      common
        .slice(index + 1)
        .filter(({ signifier }) => signifier !== fact.signifier)
        .map((other) => ({ facts: [fact, other], stories: this.#shared(fact, other) })),
    );
    return [...one, ...two].filter(({ stories }) => stories < threshold).sort((a, b) => a.stories - b.stories);
  }

  /** How many stories have all of these; all there are when none is named. */
  stories(facts: readonly Fact[]): number {
    const wanted = facts.map((fact) => this.#numbers.get(nameOf(fact)));
    return this.#rows.filter((row) => wanted.every((number) => number !== undefined && row.includes(number))).length;
  }

  #shared(one: Fact, other: Fact): number {
    const [a, b] = [this.#numbers.get(nameOf(one)), this.#numbers.get(nameOf(other))];
    this.#pairs ??= this.#counted();
    return a === undefined || b === undefined ? 0 : (this.#pairs.get(pairOf(a, b)) ?? 0);
  }

  /** Every pair of facts, and each with itself, counted in one pass. */
  #counted(): Map<number, number> {
    const pairs = new Map<number, number>();
    for (const row of this.#rows) {
      for (const [index, a] of row.entries()) {
        for (const b of row.subarray(index)) pairs.set(pairOf(a, b), (pairs.get(pairOf(a, b)) ?? 0) + 1);
      }
    }
    return pairs;
  }

  #numberOf(fact: Fact): number {
    const name = nameOf(fact);
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }
}

const nameOf = ({ signifier, option }: Fact) => `${signifier}/${option}`;
const pairOf = (a: number, b: number) => Math.min(a, b) * 65_536 + Math.max(a, b);
