import { longestTime } from '../../../triads/answers/again.ts';

/** Who does nothing for longer has gone away from the question, in milliseconds. */
const longestPause = 2 * 60 * 1000;

/** How long each question is looked at: while it can be seen, and without pauses that are no thinking. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #times: Map<string, number>;
  #key: string | null = null;
  #last = 0;
  #isAway = false;

  /**
   * @param now milliseconds on a clock that nobody sets
   * @param times what was measured before
   */
  constructor(now: () => number, times: Readonly<Record<string, number>> = {}) {
    this.#now = now;
    this.#times = new Map(Object.entries(times));
    this.#last = now();
  }

  /** Whole milliseconds, by question. */
  get times(): Record<string, number> {
    this.stir();
    return Object.fromEntries([...this.#times].map(([key, time]) => [key, Math.round(time)]));
  }

  /** Somebody does something: the time since the last thing was theirs, unless it was too long. */
  stir(): void {
    const now = this.#now();
    const passed = now - this.#last;
    this.#last = now;
    if (this.#key === null || this.#isAway || passed > longestPause) return;
    this.#times.set(this.#key, Math.min(longestTime, (this.#times.get(this.#key) ?? 0) + passed));
  }

  /** Another question is shown, or none. */
  turnTo(key: string | null): void {
    this.stir();
    this.#key = key;
  }

  /** The page can be seen or cannot. */
  show(isSeen: boolean): void {
    this.stir();
    this.#isAway = !isSeen;
  }
}
