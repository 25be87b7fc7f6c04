import { type Composition, type Corner, corners } from './coordinates.ts';

/** How far the corners are turned on a participant's screen: position i (top, left, right) shows corner (i + r) mod 3. */
export type Rotation = 0 | 1 | 2;

/** The corner of the framework shown at a position. */
export function cornerAt(position: Corner, rotation: Rotation): Corner {
  return corners[(corners.indexOf(position) + rotation) % 3] as Corner;
}

/** A stored composition as seen on the screen: its shares by position. */
export function asShown(stored: Composition, rotation: Rotation): Composition {
  return turned(stored, rotation);
}

/** A composition by position on the screen as it is stored: its shares by corner of the framework. */
export function asStored(shown: Composition, rotation: Rotation): Composition {
  return turned(shown, 3 - rotation);
}

function turned(shares: Composition, by: number): Composition {
  return corners.map((_, position) => shares[(position + by) % 3]) as unknown as Composition;
}
