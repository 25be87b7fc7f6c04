/** The part of a dyad between where drawing began and where it is now, to the hundredth: a chip says ranges in whole percents. */
export function rangeOf(points: readonly { x: number }[], width: number): { from: number; to: number } {
  const ends = [points[0], points.at(-1)].flatMap((point) => point ?? []);
  const shares = ends.map(({ x }) => Math.round(100 * Math.min(1, Math.max(0, x / width))) / 100);
  return { from: Math.min(...shares), to: Math.max(...shares) };
}
