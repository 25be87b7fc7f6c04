const z = 1.959963984540054;

/**
 * The 95 % interval of a share by Wilson's score (1927), good for few and for shares near 0 and 1. Agrees with R's
 * `prop.test(count, of, correct = FALSE)$conf.int`.
 * @returns two shares in 0…1; 0 and 1 where there is nothing to take a share of
 */
export function wilson(count: number, of: number): [lower: number, upper: number] {
  if (of === 0) return [0, 1];
  const share = count / of;
  const widened = 1 + (z * z) / of;
  const middle = (share + (z * z) / (2 * of)) / widened;
  const half = (z / widened) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [count === 0 ? 0 : Math.max(0, middle - half), count === of ? 1 : Math.min(1, middle + half)];
}
