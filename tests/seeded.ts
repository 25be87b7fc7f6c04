import { Random } from '../server/demonstration/random.ts';

/** Draws of 0 ≤ x < 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  const random = new Random(seed);
  return () => random.uniform();
}

/** What work that is done piece by piece comes to. */
export function finished<Result>(work: Generator<undefined, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
