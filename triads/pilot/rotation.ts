import type { Triad } from '../framework/framework.ts';
import { corners } from '../geometry/coordinates.ts';
import { type Draw, permutationTest } from '../statistics/permutation.ts';
import type { Answered } from './answered.ts';
import { fewest, shuffles } from './standing.ts';

/** Whether a corner draws more where it stands at one place of the screen than at another. */
export interface RotationEffect {
  /** How many placements there are with corners turned by 0, 1 and 2. */
  placed: [number, number, number];
  /**
   * What each place of the screen (top, left, right) adds to the share of whatever corner stands there: the mean over corners of its mean share there
   * less its mean over all three places. Shares, −1…1, summing to 0; null where a rotation has too few.
   */
  pull: { top: number; left: number; right: number } | null;
  /** Of the sum of squared pulls, by shuffling rotations among placements (`permutationTest`). */
  p: number | null;
}

type Shares = readonly [top: number, left: number, right: number];

/** A pull smaller than this is not worth a look, however sure. */
export const leastPull = 0.05;

/** @returns null where no corners were turned */
export function* rotationEffect({ key }: Triad, rows: readonly Answered[], draw: Draw): Generator<undefined, RotationEffect | null> {
  const placements = rows.flatMap(({ answers, rotations }) => {
    const answer = answers[key];
    const rotation = rotations?.[key];
    if (rotation === undefined || !answer || !('top' in answer) || answer.by === 'choice') return [];
    return [{ rotation, shares: [answer.top, answer.left, answer.right] as Shares }];
  });
  const turned = placements.map(({ rotation }) => rotation);
  if (new Set(turned).size < 2) return null;
  const of = (rotation: number) => turned.filter((one) => one === rotation).length;
  const placed: RotationEffect['placed'] = [of(0), of(1), of(2)];
  if (Math.min(...placed) < fewest.group) return { placed, pull: null, p: null };
  // Ordered by rotation, so that shuffling the placements alone shuffles who saw which.
  const shares = placements.toSorted((a, b) => a.rotation - b.rotation).map((placement) => placement.shares);
  const pulls = (values: readonly Shares[]) => pullsOf(values, placed);
  const p = yield* permutationTest(shares, (values) => pulls(values).reduce((sum, pull) => sum + pull * pull, 0), shuffles, draw);
  const [top = 0, left = 0, right = 0] = pulls(shares);
  return { placed, pull: { top, left, right }, p };
}

/** @param shares by rotation: first those turned by 0, then by 1, then by 2 */
function pullsOf(shares: readonly Shares[], placed: RotationEffect['placed']): number[] {
  let from = 0;
  const means = placed.map((count) => {
    let [top, left, right] = [0, 0, 0];
    for (let row = from; row < from + count; row++) {
      const of = shares[row] as Shares;
      top += of[0];
      left += of[1];
      right += of[2];
    }
    from += count;
    return [top / count, left / count, right / count];
  });
  const mean = (corner: number) => means.reduce((sum, of) => sum + (of[corner] ?? 0), 0) / 3;
  // Place i shows corner (i + r) mod 3, so corner c stands at place i where r = c − i.
  return corners.map((_, place) =>
    corners.reduce((sum, _, corner) => sum + ((means[(corner - place + 3) % 3]?.[corner] ?? 0) - mean(corner)) / 3, 0),
  );
}
