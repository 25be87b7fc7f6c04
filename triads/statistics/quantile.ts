/**
 * A quantile by the definition of R's `quantile(type = 7)` (Hyndman and Fan 1996): the value at (n − 1)·p of the sorted values, between two by
 * proportion.
 * @param sorted ascending, at least one
 * @param p 0…1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  return quantileAmong(sorted.length, (place) => sorted[place] ?? 0, p);
}

/**
 * The same of values that are not at hand as a list.
 * @param n how many there are, at least one
 * @param at the value at a place of the sorted, 0…n − 1
 */
export function quantileAmong(n: number, at: (place: number) => number, p: number): number {
  const place = (n - 1) * p;
  const below = at(Math.floor(place));
  return below + (place - Math.floor(place)) * (at(Math.ceil(place)) - below);
}
