import { inks } from '../inks.ts';
import { closed, type Mark, tenth } from '../plate.ts';

/** A cell whose count is not said: a dot where it is small, a cross where it is held back to protect a small one. */
export function heldMarks(corners: readonly { x: number; y: number }[], count: 'small' | 'hidden'): Mark[] {
  const middle = (of: 'x' | 'y') => corners.reduce((sum, corner) => sum + corner[of], 0) / corners.length;
  const [x, y] = [tenth(middle('x')), tenth(middle('y'))];
  const cell: Mark = { kind: 'path', d: closed(corners), fill: inks.held, stroke: inks.ground, width: 0.75 };
  if (count === 'small') return [cell, { kind: 'dots', shape: 0, area: 7, at: [x, y], fill: inks.quiet, opacity: 1 }];
  return [cell, { kind: 'path', d: `M${x - 2.5},${y - 2.5}l5,5m-5,0l5,-5`, stroke: inks.quiet, width: 1 }];
}
