import { contours } from 'd3-contour';
import { planePoint } from '../../../triads/geometry/coordinates.ts';
import { type Triangle, toScreen } from '../../../triads/geometry/screen.ts';
import { heldShares, levelsHolding, type TriadDensity } from '../../../triads/patterns/density.ts';
import { role } from '../ramp.ts';
import { clipTo } from './paint.ts';

/**
 * Contours of a density: each line holds a share of the stories, the innermost a quarter. They are drawn on the density that
 * goes on beyond the edges, and cut off at the triangle, so that they meet its edges as the pattern does.
 */
export function paintContours(context: CanvasRenderingContext2D, density: TriadDensity, triangle: Triangle) {
  const levels = levelsHolding(density, heldShares);
  const lines = contours().size([density.columns, density.rows]).thresholds(levels)(Array.from(density.mirrored));
  context.save();
  clipTo(context, triangle);
  context.strokeStyle = role(context.canvas, 'teal');
  context.lineWidth = 1;
  for (const [index, { coordinates }] of lines.entries()) {
    context.beginPath();
    for (const ring of coordinates.flat()) {
      for (const [place, [column = 0, row = 0]] of ring.entries()) {
        const { x, y } = toScreen(planeOf(density, column, row), triangle);
        if (place === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
      context.closePath();
    }
    context.fillStyle = role(context.canvas, 'ramp-2');
    context.globalAlpha = 0.14 + 0.06 * index;
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
  }
  context.restore();
}

/** d3-contour has the value of column c in the middle of c…c + 1. */
function planeOf({ from, step }: TriadDensity, column: number, row: number) {
  return planePoint(from.x + (column - 0.5) * step, from.y + (row - 0.5) * step);
}
