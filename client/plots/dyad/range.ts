/** The part of a dyad that was drawn over, to the hundredth: a chip says ranges in whole percents. */
export function rangeOf(points: readonly { x: number }[], width: number): { from: number; to: number } {
  const shares = points.map(({ x }) => Math.round(100 * Math.min(1, Math.max(0, x / width))) / 100);
  return { from: Math.min(...shares), to: Math.max(...shares) };
}
