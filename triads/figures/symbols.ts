import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';

/** Groups and stones are told apart by colour and by shape, in this order. */
export const shapes = [symbolCircle, symbolDiamond, symbolSquare, symbolTriangle];

/** How many groups can be told apart in one plot. */
export const mostTold = shapes.length;

/** The outline of a group's shape around (0, 0), as an SVG path. */
export function shapePath(index: number, area: number): string {
  return symbol(shapes[index % mostTold], area)() ?? '';
}

/** The dashes of the outlines of groups that lie over each other. */
export const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 2], [8, 2, 2, 2]];
