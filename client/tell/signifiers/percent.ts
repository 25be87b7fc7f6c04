/**
 * Shares as whole percentages that sum to 100: each rounded down, the rest given to those that lost most.
 * @param shares shares ≥ 0 that sum to 1
 */
export function percentages(shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * 100);
  const whole = exact.map((percent) => Math.floor(percent + 1e-9));
  const missing = 100 - whole.reduce((sum, percent) => sum + percent, 0);
  const lost = exact.map((percent, index) => ({ index, by: percent - (whole[index] ?? 0) })).sort((a, b) => b.by - a.by);
  for (const { index } of lost.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
