import { type DotsMark, tenth } from '../plate.ts';

interface Point {
  x: number;
  y: number;
}

/** The more points there are, the fainter each is. */
export const opacityOf = (points: number) => (points > 2000 ? 0.3 : points > 100 ? 0.55 : 0.85);

/** From so many on, points are drawn in a few strokes in place of one by one. */
const many = 5_000;
const strokes = 6;

interface Look {
  shape: number;
  area: number;
  fill: string;
  opacity: number;
  rim: string | undefined;
}

/**
 * Points as marks. Many are put on whole units, each place at most as often as it can still be told apart, and dealt out to six
 * strokes: where they lie close it is darker, and 100,000 take about a megabyte.
 */
export function dots(points: readonly Point[], { shape, area, fill, opacity, rim }: Look): DotsMark[] {
  if (!points.length) return [];
  const look = { kind: 'dots', shape, area: tenth(area), fill, opacity } as const;
  if (points.length <= many) return [{ ...look, at: points.flatMap(({ x, y }) => [tenth(x), tenth(y)]), ...(rim && { rim }) }];
  const laid: number[][] = Array.from({ length: strokes }, () => []);
  const times = new Map<number, number>();
  let nth = 0;
  for (const point of points) {
    const [x, y] = [Math.round(point.x), Math.round(point.y)];
    const here = times.get(x * 4096 + y) ?? 0;
    if (here >= strokes) continue;
    times.set(x * 4096 + y, here + 1);
    laid[nth++ % strokes]?.push(x, y);
  }
  return laid.map((at) => ({ ...look, at, isFused: true }));
}
