/**
 * How far two classifications of the same things agree beyond what chance would give: Cohen's κ = (p₀ − pₑ)/(1 − pₑ) (1960), at most 1, 0 where they
 * agree no more than by chance. Agrees with R's `irr::kappa2`.
 * @param pairs the class of each thing by the one and by the other
 * @returns null where there is nothing, or both put everything into one class
 */
export function kappa(pairs: readonly (readonly [string, string])[]): number | null {
  const n = pairs.length;
  const share = (test: (pair: readonly [string, string]) => boolean) => pairs.filter(test).length / n;
  const expected = [...new Set(pairs.flat())].reduce(
    (sum, of) => sum + share(([one]) => one === of) * share(([, other]) => other === of),
    0,
  );
  return n === 0 || expected > 1 - 1e-12 ? null : (share(([one, other]) => one === other) - expected) / (1 - expected);
}
