import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';

/** Groups and stones are told apart by colour and by shape, in this order. */
export const shapes = [symbolCircle, symbolDiamond, symbolSquare, symbolTriangle];

/** How many groups can be told apart in one plot. */
export const mostTold = shapes.length;

/** The outline of a group's shape around (0, 0), as an SVG path. */
export function shapePath(index: number, area: number): string {
  return symbol(shapes[index % mostTold], area)() ?? '';
}

/** The corners of a group's shape around (0, 0); null for the circle, which has none. */
export function shapeCorners(index: number, area: number): [number, number][] | null {
  if (index % mostTold === 0) return null;
  const corners: [number, number][] = [];
  const add = (x: number, y: number) => void corners.push([x, y]);
  const pen = {
    moveTo: add,
    lineTo: add,
    closePath() {},
    rect(x: number, y: number, width: number, height: number) {
      for (const [right, down] of [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const)
        add(x + right * width, y + down * height);
    },
  };
  symbol(shapes[index % mostTold], area).context(pen as unknown as CanvasRenderingContext2D)();
  return corners;
}

/** The dashes of the outlines of groups that lie over each other. */
export const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 2], [8, 2, 2, 2]];
