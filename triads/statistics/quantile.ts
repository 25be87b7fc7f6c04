/**
 * A quantile by the definition of R's `quantile(type = 7)` (Hyndman and Fan 1996): the value at (n − 1)·p of the sorted values, between two by
 * proportion.
 * @param sorted ascending, at least one
 * @param p 0…1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (at - Math.floor(at)) * (above - below);
}
