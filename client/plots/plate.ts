import { inks } from '../../triads/figures/inks.ts';
import { type DotsMark, type Mark, type PathMark, type Plate, page, type TextMark } from '../../triads/figures/plate.ts';
import { shapeCorners } from '../../triads/figures/symbols.ts';
import { family } from './measure.svelte.ts';

/** Twice as many pixels as units, so that it is sharp on any screen and in a slide. */
const density = 2;

/**
 * Plates as a picture, under each other where there are several. It is painted, and not made from the SVG, since a picture made from
 * an SVG has none of the page's fonts.
 */
export async function pictureOf(plates: readonly Plate[]): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = page.width * density;
  canvas.height = page.height * plates.length * density;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas');
  await Promise.all(Object.values(weights).map((weight) => document.fonts.load(`${weight} 16px ${family}`)));
  context.scale(density, density);
  context.fillStyle = inks.ground;
  context.fillRect(0, 0, page.width, page.height * plates.length);
  for (const { marks } of plates) {
    for (const mark of marks) paint(context, mark);
    context.translate(0, page.height);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png'),
  );
}

function paint(context: CanvasRenderingContext2D, mark: Mark) {
  context.save();
  if (mark.kind === 'path') paintPath(context, mark);
  else if (mark.kind === 'dots') paintDots(context, mark);
  else paintText(context, mark);
  context.restore();
}

function paintPath(context: CanvasRenderingContext2D, { d, fill, opacity = 1, stroke, width = 1, dash, clip }: PathMark) {
  const path = new Path2D(d);
  if (clip) context.clip(new Path2D(clip));
  if (fill) {
    context.fillStyle = fill;
    context.globalAlpha = opacity;
    context.fill(path);
  }
  if (!stroke) return;
  context.globalAlpha = 1;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(dash ?? []);
  context.stroke(path);
}

function paintDots(context: CanvasRenderingContext2D, { shape, area, at, fill, opacity, rim, isFused }: DotsMark) {
  const corners = shapeCorners(shape, area);
  const radius = Math.sqrt(area / Math.PI);
  context.fillStyle = fill;
  if (rim) context.strokeStyle = rim;
  const finish = () => {
    context.globalAlpha = opacity;
    context.fill();
    if (rim) context.stroke();
  };
  if (isFused) context.beginPath();
  for (let nth = 0; nth < at.length; nth += 2) {
    const [x, y] = [at[nth] ?? 0, at[nth + 1] ?? 0];
    if (!isFused) context.beginPath();
    for (const [place, [right, down]] of (corners ?? []).entries()) {
      if (place) context.lineTo(x + right, y + down);
      else context.moveTo(x + right, y + down);
    }
    if (!corners) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.closePath();
    if (!isFused) finish();
  }
  if (isFused) finish();
}

const weights = { plain: 400, strong: 600 } as const;
const anchors = { start: 'left', middle: 'center', end: 'right' } as const;

function paintText(context: CanvasRenderingContext2D, { words, x, y, size, weight, anchor, fill, isUpright }: TextMark) {
  context.font = `${weights[weight]} ${size}px ${family}`;
  context.textAlign = anchors[anchor];
  context.fillStyle = fill;
  context.translate(x, y);
  if (isUpright) context.rotate(-Math.PI / 2);
  context.fillText(words, 0, 0);
}
