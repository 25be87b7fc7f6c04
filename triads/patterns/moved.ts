/** How far stories moved from one group to another, over the same parts. */
export interface Moved {
  /** The share of the later stories that would have to lie in another part for both to look alike, 0…1. */
  share: number;
  /** What dividing the same stories by chance into groups of these sizes shows on average. */
  byChance: number;
  /** The parts that gained and lost the greatest shares. */
  most: number;
  least: number;
}

/**
 * How far the counts of one group lie from those of another: half the sum of the differences of their shares (the total variation
 * distance). It is never 0 of few stories, so what chance alone shows stands beside it: the mean of |p − q| over divisions of all of them into two
 * groups, each part's normal with the variance of drawing without replacement. A description; nothing is tested.
 * @param before counts of one group by part; `after` of the other in the same parts
 * @returns null where either group has none
 * @throws RangeError when they have not as many parts
 */
export function movedBetween(before: ArrayLike<number>, after: ArrayLike<number>): Moved | null {
  if (before.length !== after.length) throw new RangeError(`${before.length} and ${after.length} parts cannot be compared`);
  const parts = Array.from({ length: after.length }, (_, part) => [before[part] ?? 0, after[part] ?? 0] as const);
  const n = parts.reduce((sum, [count]) => sum + count, 0);
  const m = parts.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0 || m === 0) return null;
  const gains = parts.map(([then, now]) => now / m - then / n);
  const chances = parts.map(([then, now]) => {
    const p = (then + now) / (n + m);
    return Math.sqrt(((2 / Math.PI) * p * (1 - p) * (1 / n + 1 / m) * (n + m)) / (n + m - 1));
  });
  return {
    share: gains.reduce((sum, gain) => sum + Math.abs(gain), 0) / 2,
    byChance: chances.reduce((sum, chance) => sum + chance, 0) / 2,
    most: gains.indexOf(Math.max(...gains)),
    least: gains.indexOf(Math.min(...gains)),
  };
}
