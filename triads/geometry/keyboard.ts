import { nearestComposition } from './composition.ts';
import type { Composition } from './coordinates.ts';

/** How far one press moves: this share of the triangle's side or height. */
export const strides = { coarse: 0.05, fine: 0.01 } as const;
export type Stride = keyof typeof strides;

/** What each arrow adds to (top, left, right), in strides: the direction seen on the plane. */
const arrows = {
  ArrowUp: [1, -1 / 2, -1 / 2],
  ArrowDown: [-1, 1 / 2, 1 / 2],
  ArrowLeft: [0, 1, -1],
  ArrowRight: [0, -1, 1],
} as const;
export type Arrow = keyof typeof arrows;

export function isArrow(key: string): key is Arrow {
  return Object.hasOwn(arrows, key);
}

/**
 * Where a press of an arrow key takes a placement: straight in the direction of the arrow, up and down by a share of the
 * height, left and right by a share of the side. At an edge it slides along to the nearest point inside.
 * @param from the placement as shown (with corners rotated, the shown composition)
 */
export function step([top, left, right]: Composition, arrow: Arrow, stride: Stride): Composition {
  const [upwards, leftwards, rightwards] = arrows[arrow];
  const far = strides[stride];
  return nearestComposition(top + upwards * far, left + leftwards * far, right + rightwards * far);
}
