import { Random } from '../server/demonstration/random.ts';

/** Draws of 0 ≤ x < 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  const random = new Random(seed);
  return () => random.uniform();
}
