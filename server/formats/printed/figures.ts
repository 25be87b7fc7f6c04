import { type DotsMark, type Mark, type PathMark, type Plate, page as sheet, type TextMark } from '../../../triads/figures/plate.ts';
import { shapeCorners } from '../../../triads/figures/symbols.ts';
import { a4, breathe, type Doc, document } from './a4.ts';
import { readyFor, Typeface } from './typeface.ts';
import { Typesetter } from './typesetter.ts';

/** From the units of plates to points. */
const scale = a4.height / sheet.width;
const faces = { plain: new Typeface('sans', 400), strong: new Typeface('sans', 600) };
/** So many marks are drawn before others have their turn. */
const atOnce = 500;

/**
 * Plates as a tagged PDF of A4 pages on their side, with its fonts inside and its texts as texts.
 * @param plates at least one
 * @returns the pages, streamed as they are drawn; letters that no font here has are shown by a sign
 */
export function figures(plates: readonly Plate[]): NodeJS.ReadableStream {
  const doc = document(plates[0]?.title ?? '', plates[0]?.language ?? 'en', 'landscape');
  new Figures(doc).set(plates).then(
    () => doc.end(),
    (error: Error) => doc.destroy(error),
  );
  return doc;
}

class Figures {
  readonly #doc: Doc;
  readonly #type: Typesetter;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#type = new Typesetter(doc, { forgives: true });
  }

  async set(plates: readonly Plate[]): Promise<void> {
    const root = this.#doc.struct('Document');
    this.#doc.addStructure(root);
    for (const [nth, { title, says, marks }] of plates.entries()) {
      await readyFor(marks.map((mark) => (mark.kind === 'text' ? mark.words : '')).join(''));
      if (nth > 0) this.#doc.addPage();
      this.#doc.scale(scale);
      const figure = this.#doc.struct('Figure', { alt: [title, says].filter(Boolean).join('. ') });
      root.add(figure);
      for (const few of inTurns(marks)) {
        figure.add(() => few.forEach((mark) => void this.#draw(mark)));
        await breathe(this.#doc);
      }
      figure.end();
    }
    root.end();
  }

  #draw(mark: Mark): void {
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
    if (stroke && dash?.length) this.#doc.dash(dash[0] ?? 1, { space: dash[1] ?? dash[0] ?? 1 });
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

/** Marks in handfuls; one of very many points is a handful of its own. */
function inTurns(marks: readonly Mark[]): Mark[][] {
  const turns: Mark[][] = [[]];
  for (const mark of marks) {
    const isMany = mark.kind === 'dots' && mark.at.length > 4 * atOnce;
    if (isMany || (turns.at(-1)?.length ?? 0) >= atOnce) turns.push([]);
    turns.at(-1)?.push(mark);
  }
  return turns;
}
