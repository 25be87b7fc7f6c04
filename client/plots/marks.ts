import type { Arrow } from '../../triads/geometry/keyboard.ts';
import type { Shape } from '../../triads/selection/clause.ts';

/** A part of a plot that keys can reach: a zone, a cell, a bar, a square. */
export interface Mark {
  key: string;
  words: string;
  /** Its outline in pixels from the upper left of the plot. */
  outline: readonly Spot[];
  isOn: boolean;
}

interface Spot {
  x: number;
  y: number;
}

/** How a shape comes to be drawn. */
export interface Gesture {
  /** Whether it comes beside what is chosen on the plot already. */
  adds: boolean;
  /** Still under way, done, or carrying on what was done last. */
  is: 'under way' | 'done' | 'extended';
}

/** Takes a shape that was drawn on a plot; null where drawing was given up. */
export type OnDraw = (shape: Shape | null, gesture: Gesture) => void;

const directions: Record<Arrow, readonly [x: number, y: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Where an arrow leads from a mark: to the nearest that lies that way, those straight ahead first; to itself where none does. */
export function towards(marks: readonly Pick<Mark, 'outline'>[], from: number, arrow: Arrow): number {
  const middles = marks.map(({ outline }) => middleOf(outline));
  const here = middles[from];
  if (!here) return from;
  const [x, y] = directions[arrow];
  let best = { at: from, far: Infinity };
  for (const [at, middle] of middles.entries()) {
    const [dx, dy] = [middle.x - here.x, middle.y - here.y];
    const ahead = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    const far = ahead + 2 * aside;
    if (ahead > 0.5 && far < best.far) best = { at, far };
  }
  return best.at;
}

function middleOf(outline: readonly Spot[]): Spot {
  const mean = (of: 'x' | 'y') => outline.reduce((sum, spot) => sum + spot[of], 0) / Math.max(1, outline.length);
  return { x: mean('x'), y: mean('y') };
}

/** The corners of a rectangle. */
export function corners({ x, y, width, height }: Spot & { width: number; height: number }): Spot[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
