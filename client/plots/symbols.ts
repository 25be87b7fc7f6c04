import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { role } from './ramp.ts';

/** Groups and stones are told apart by colour and by shape, in this order. */
const shapes = [symbolCircle, symbolDiamond, symbolSquare, symbolTriangle];

/** How many groups can be told apart in one plot. */
export const mostTold = shapes.length;

export const groupRole = (index: number) => `group-${(index % mostTold) + 1}`;

/** The outline of a group's shape around (0, 0), as an SVG path. */
export function shapePath(index: number, area: number): string {
  return symbol(shapes[index % mostTold], area)() ?? '';
}

/** What draws a group's shape wherever it is told to, in the group's colour or another; a rim is in the context's stroke. */
export function stamp(context: CanvasRenderingContext2D, index: number, area: number, colour = groupRole(index)) {
  const draw = symbol(shapes[index % mostTold], area).context(context);
  context.fillStyle = role(context.canvas, colour);
  return ({ x, y }: { x: number; y: number }, hasRim = false) => {
    context.save();
    context.translate(x, y);
    context.beginPath();
    draw();
    context.fill();
    if (hasRim) context.stroke();
    context.restore();
  };
}
