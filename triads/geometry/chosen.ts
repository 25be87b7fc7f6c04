import { chosenShares } from '../answers/answer.ts';
import { composition } from './composition.ts';
import { type Composition, type Corner, corners } from './coordinates.ts';

/**
 * The composition that stands for choosing words instead of a point: one corner, two, or all three.
 * @param chosen the corners chosen, at least one
 * @throws RangeError when none is chosen
 */
export function compositionOf(chosen: ReadonlySet<Corner>): Composition {
  const known = [chosenShares.one, chosenShares.two, chosenShares.three][chosen.size - 1];
  if (!known) throw new RangeError('no corner is chosen');
  const [top, left, right] = corners.map((corner) => (chosen.has(corner) ? known[0] : known[2])) as [number, number, number];
  return composition(top, left, right);
}
