import { symbol } from 'd3-shape';
import { mostTold, shapes } from '../../triads/figures/symbols.ts';
import { role } from './ramp.ts';

export const groupRole = (index: number) => `group-${(index % mostTold) + 1}`;

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
