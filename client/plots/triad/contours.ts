import { type Triangle, toScreen } from '../../../triads/geometry/screen.ts';
import { contourLines, contourOpacity } from '../../../triads/patterns/contour-lines.ts';
import type { TriadDensity } from '../../../triads/patterns/density.ts';
import { role } from '../ramp.ts';
import { clipTo } from './paint.ts';

/** Contours of a density, cut off at the triangle, the innermost the deepest. */
export function paintContours(context: CanvasRenderingContext2D, density: TriadDensity, triangle: Triangle) {
  context.save();
  clipTo(context, triangle);
  context.strokeStyle = role(context.canvas, 'teal');
  context.lineWidth = 1;
  for (const [nth, rings] of contourLines(density).entries()) {
    context.beginPath();
    for (const ring of rings) {
      for (const [place, point] of ring.entries()) {
        const { x, y } = toScreen(point, triangle);
        if (place === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
      context.closePath();
    }
    context.fillStyle = role(context.canvas, 'ramp-2');
    context.globalAlpha = contourOpacity(nth);
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
  }
  context.restore();
}
