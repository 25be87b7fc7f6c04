/** Draws of 0 ≤ x < 1 from a seed that the caller keeps. */
export type Draw = () => number;

/** So many shuffles are made at a time. */
const batch = 50;

/**
 * The share of shuffles whose statistic is at least the one observed, the observed one counted among them:
 * p = (1 + #{≥}) / (1 + shuffles) (Phipson and Smyth 2010), so never 0. Yields after every few shuffles, so that others may be served meanwhile.
 * @param statisticOf values in some order: as observed first, then shuffled
 */
export function* permutationTest<Value>(
  values: readonly Value[],
  statisticOf: (values: readonly Value[]) => number,
  shuffles: number,
  draw: Draw,
): Generator<undefined, number> {
  // A hair below, so that equal sums in another order count as equal.
  const observed = statisticOf(values) * (1 - 1e-9) - 1e-12;
  const shuffled = [...values];
  let atLeast = 1;
  for (let round = 1; round <= shuffles; round++) {
    shuffle(shuffled, draw);
    if (statisticOf(shuffled) >= observed) atLeast++;
    if (round % batch === 0) yield;
  }
  return atLeast / (1 + shuffles);
}

/** Fisher and Yates's shuffle, in place. */
function shuffle<Value>(values: Value[], draw: Draw): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    const kept = values[last] as Value;
    values[last] = values[other] as Value;
    values[other] = kept;
  }
}

/**
 * p values adjusted for how many there are, so that of those called out at q at most a share q is expected to be by chance (Benjamini and
 * Hochberg 1995). Agrees with R's `p.adjust(p, "BH")`.
 */
export function adjusted(p: readonly number[]): number[] {
  const order = [...p.keys()].sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0));
  const out = new Array<number>(p.length).fill(1);
  let least = 1;
  for (const [rank, index] of order.entries()) {
    least = Math.min(least, ((p[index] ?? 1) * p.length) / (p.length - rank));
    out[index] = least;
  }
  return out;
}
