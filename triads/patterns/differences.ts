/**
 * How two groups differ bin by bin: the share of each bin in the one less that in the other, −1…1. Both groups' bins sum to 1, so
 * the differences sum to 0; where a group is empty there is none.
 * @param counts of one group, in any bins; `others` of the other group in the same bins
 * @throws RangeError when they have not as many bins
 */
export function signedDifference(counts: Uint32Array, others: Uint32Array): Float64Array | null {
  if (counts.length !== others.length) throw new RangeError(`${counts.length} and ${others.length} bins cannot be compared`);
  const [sum, sumOfOthers] = [counts, others].map((group) => group.reduce((sum, count) => sum + count, 0)) as [number, number];
  if (sum === 0 || sumOfOthers === 0) return null;
  return Float64Array.from(counts, (count, bin) => count / sum - (others[bin] as number) / sumOfOthers);
}
