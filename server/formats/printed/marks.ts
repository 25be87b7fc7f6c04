import type { DotsMark, Mark, PathMark, TextMark } from '../../../triads/figures/plate.ts';
import { shapeCorners } from '../../../triads/figures/symbols.ts';
import type { Doc } from './a4.ts';
import { Typeface } from './typeface.ts';
import type { Typesetter } from './typesetter.ts';

const faces = { plain: new Typeface('sans', 400), strong: new Typeface('sans', 600) };

/** Draws the marks of plots on a page, in the units that the page has then. */
export class Marks {
  readonly #doc: Doc;
  readonly #type: Typesetter;

  constructor(doc: Doc, type: Typesetter) {
    this.#doc = doc;
    this.#type = type;
  }

  /** Width of a text at the size of a unit, for whoever lays plots out. */
  readonly measure = (text: string): number => this.#type.widthOf(text, { face: faces.plain, size: 1, leading: 1, color: '' });

  draw(mark: Mark): void {
    if (mark.kind === 'path') this.#path(mark);
    else if (mark.kind === 'dots') this.#dots(mark);
    else this.#text(mark);
  }

  #path({ d, fill, opacity = 1, stroke, width = 1, dash, clip }: PathMark): void {
    if (!d) return;
    this.#doc.save();
    if (clip) this.#doc.path(clip).clip();
    if (fill) this.#doc.fillOpacity(opacity).fillColor(fill);
    if (stroke) this.#doc.lineWidth(width).lineJoin('round').strokeColor(stroke);
    // PDFKit takes a list; its types know of one length.
    if (stroke && dash?.length) this.#doc.dash(dash as unknown as number, {});
    this.#doc.path(d);
    if (fill && stroke) this.#doc.fillAndStroke();
    else if (fill) this.#doc.fill();
    else this.#doc.stroke();
    this.#doc.restore();
  }

  #dots({ shape, area, at, fill, opacity, rim, isFused }: DotsMark): void {
    if (!at.length) return;
    const corners = shapeCorners(shape, area);
    const radius = Math.sqrt(area / Math.PI);
    this.#doc.save().fillOpacity(opacity).strokeOpacity(opacity).fillColor(fill);
    if (rim) this.#doc.strokeOpacity(1).strokeColor(rim).lineWidth(1);
    const asStrokes = isFused && !corners;
    if (asStrokes)
      this.#doc
        .strokeColor(fill)
        .lineWidth(2 * radius)
        .lineCap('round');
    for (let nth = 0; nth < at.length; nth += 2) {
      const [x, y] = [at[nth] ?? 0, at[nth + 1] ?? 0];
      if (asStrokes) this.#doc.moveTo(x, y).lineTo(x, y);
      else if (corners) this.#doc.polygon(...corners.map(([right, down]): [number, number] => [x + right, y + down]));
      else this.#doc.circle(x, y, radius);
      if (isFused) continue;
      if (rim) this.#doc.fillAndStroke();
      else this.#doc.fill();
    }
    if (asStrokes) this.#doc.stroke();
    else if (isFused) this.#doc.fill();
    this.#doc.restore();
  }

  #text({ words, x, y, size, weight, anchor, fill, isUpright }: TextMark): void {
    const style = { face: faces[weight], size, leading: size, color: fill };
    const width = this.#type.widthOf(words, style);
    const from = x - (anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width);
    this.#doc.save().fillOpacity(1);
    if (isUpright) this.#doc.rotate(-90, { origin: [x, y] });
    this.#type.line(words, style, from, y);
    this.#doc.restore();
  }
}
