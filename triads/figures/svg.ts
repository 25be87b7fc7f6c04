import { inks } from './inks.ts';
import { closed, type DotsMark, type Mark, type PathMark, type Plate, page, type TextMark, tenth } from './plate.ts';
import { shapeCorners } from './symbols.ts';

/** Fonts are named and not contained: texts stay texts, in Inter where it is there and in what is nearest where it is not. */
const family = "'Inter', 'Inter Variable', 'Helvetica Neue', Arial, sans-serif";

/** Plates as one SVG file, under each other where there are several. Nothing in it points anywhere else. */
export function svgOf(plates: readonly Plate[]): string {
  const [first] = plates;
  const height = page.height * plates.length;
  const size = `width="${page.width}" height="${height}" viewBox="0 0 ${page.width} ${height}"`;
  const said = `<title>${escaped(first?.title ?? '')}</title><desc>${escaped(plates.map(({ says }) => says).join(' '))}</desc>`;
  const drawn = plates.map((plate, nth) => `<g transform="translate(0,${nth * page.height})">${marksOf(plate, nth)}</g>`).join('');
  const ground = `<rect width="${page.width}" height="${height}" fill="${inks.ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" xml:lang="${escaped(first?.language ?? 'en')}" font-family="${family}">${said}${ground}${drawn}</svg>`;
}

function marksOf({ marks }: Plate, nth: number): string {
  const clips = [...new Set(marks.flatMap((mark) => (mark.kind === 'path' && mark.clip ? [mark.clip] : [])))];
  const name = (clip: string) => `clip-${nth}-${clips.indexOf(clip)}`;
  const defined = clips.map((clip) => `<clipPath id="${name(clip)}"><path d="${clip}"/></clipPath>`).join('');
  return `${defined && `<defs>${defined}</defs>`}${marks.map((mark) => markOf(mark, name)).join('')}`;
}

function markOf(mark: Mark, clipName: (clip: string) => string): string {
  if (mark.kind === 'path') return pathOf(mark, clipName);
  return mark.kind === 'dots' ? dotsOf(mark) : textOf(mark);
}

function pathOf({ d, fill, opacity, stroke, width, dash, clip }: PathMark, clipName: (clip: string) => string): string {
  const attributes = [
    `fill="${fill ?? 'none'}"`,
    ...(fill && opacity !== undefined ? [`fill-opacity="${opacity}"`] : []),
    ...(stroke ? [`stroke="${stroke}" stroke-width="${width ?? 1}" stroke-linejoin="round"`] : []),
    ...(dash?.length ? [`stroke-dasharray="${dash.join(' ')}"`] : []),
    ...(clip ? [`clip-path="url(#${clipName(clip)})"`] : []),
  ];
  return `<path d="${d}" ${attributes.join(' ')}/>`;
}

function dotsOf({ shape, area, at, fill, opacity, rim, isFused }: DotsMark): string {
  const corners = shapeCorners(shape, area);
  const radius = tenth(Math.sqrt(area / Math.PI));
  const outlines = (write: (x: number, y: number) => string) => {
    let written = '';
    for (let nth = 0; nth < at.length; nth += 2) written += write(at[nth] ?? 0, at[nth + 1] ?? 0);
    return written;
  };
  const polygon = (x: number, y: number) => closed((corners ?? []).map(([right, down]) => ({ x: x + right, y: y + down })));
  if (isFused && !corners) {
    // A stroke of no length with round ends is a dot: the shortest way to write one.
    const dots = outlines((x, y) => `M${x},${y}h0`);
    return `<path d="${dots}" fill="none" stroke="${fill}" stroke-opacity="${opacity}" stroke-width="${2 * radius}" stroke-linecap="round"/>`;
  }
  if (isFused) return `<path d="${outlines(polygon)}" fill="${fill}" fill-opacity="${opacity}"/>`;
  const each = corners
    ? outlines((x, y) => `<path d="${polygon(x, y)}"/>`)
    : outlines((x, y) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`);
  return `<g fill="${fill}" fill-opacity="${opacity}"${rim ? ` stroke="${rim}"` : ''}>${each}</g>`;
}

const weights = { plain: 400, strong: 600 } as const;

function textOf({ words, x, y, size, weight, anchor, fill, isUpright }: TextMark): string {
  const turned = isUpright ? ` transform="rotate(-90 ${x} ${y})"` : '';
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weights[weight]}" text-anchor="${anchor}" fill="${fill}"${turned}>${escaped(words)}</text>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As XML holds it; control characters, which it cannot, are left out. */
function escaped(words: string): string {
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
