import { type Mark, type Plate, page as sheet } from '../../../triads/figures/plate.ts';
import { a4, breathe, type Doc, document } from './a4.ts';
import { Marks } from './marks.ts';
import { readyFor } from './typeface.ts';
import { Typesetter } from './typesetter.ts';

/** From the units of plates to points. */
const scale = a4.height / sheet.width;
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
  readonly #marks: Marks;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#marks = new Marks(doc, new Typesetter(doc, { forgives: true }));
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
        figure.add(() => few.forEach((mark) => void this.#marks.draw(mark)));
        await breathe(this.#doc);
      }
      figure.end();
    }
    root.end();
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
