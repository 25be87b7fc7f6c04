import { a4, colours, type Doc, type Element, ornament } from '../a4.ts';
import { Marks } from '../marks.ts';
import { Typeface } from '../typeface.ts';
import { type Style, Typesetter } from '../typesetter.ts';

const serif = { plain: new Typeface('serif', 400), strong: new Typeface('serif', 600) };
const sans = { plain: new Typeface('sans', 400), strong: new Typeface('sans', 600) };

export const styles = {
  cover: { face: serif.strong, size: 34, leading: 41, color: colours.ink },
  title: { face: serif.strong, size: 24, leading: 30, color: colours.ink },
  heading: { face: serif.strong, size: 13.5, leading: 17.5, color: colours.ink },
  question: { face: serif.strong, size: 14, leading: 18.5, color: colours.ink },
  text: { face: sans.plain, size: 10.5, leading: 15.5, color: colours.ink },
  strong: { face: sans.strong, size: 10.5, leading: 15.5, color: colours.ink },
  story: { face: serif.plain, size: 11, leading: 15.5, color: colours.ink },
  small: { face: sans.plain, size: 8.5, leading: 12, color: colours.gray },
} satisfies Record<string, Style>;

export const margin = { side: 51, top: 54, bottom: 66 } as const;
export const wide = a4.width - 2 * margin.side;
/** The lowest that text stands on a page. */
export const floor = a4.height - margin.bottom;

/** Pages that are filled from above, each with a line at its foot; parts begin on a page of their own. */
export class Paper {
  readonly doc: Doc;
  readonly type: Typesetter;
  readonly marks: Marks;
  readonly root: Element;
  /** Where a page is filled up to. */
  y: number = margin.top;
  /** The pages that parts begin on. */
  readonly begins: number[] = [];
  readonly #foot: string;
  #page = 1;

  /** @param foot what stands at the foot of each page but the first */
  constructor(doc: Doc, foot: string) {
    this.doc = doc;
    this.type = new Typesetter(doc, { forgives: true });
    this.marks = new Marks(doc, this.type);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
    this.#foot = foot;
  }

  /** Begins a part: its title on a new page. */
  part(title: string): void {
    this.page();
    this.begins.push(this.#page);
    this.write('H1', title, styles.title);
    this.y += 8;
  }

  page(): void {
    this.doc.addPage();
    this.#page += 1;
    this.y = margin.top;
    ornament(this.doc, () => {
      const { small } = styles;
      const y = a4.height - 36;
      const number = `${this.#page}`;
      const [line = ''] = this.type.lines(this.#foot, small, wide - 40, 'anywhere');
      this.type.line(line, small, margin.side, y);
      this.type.line(number, small, a4.width - margin.side - this.type.widthOf(number, small), y);
    });
  }

  /** Begins a page where less than this is left. */
  need(height: number): void {
    if (this.y + height > floor && this.y > margin.top) this.page();
  }

  /** A paragraph, whole on one page. */
  write(tag: Tag, words: string, style: Style, { indent = 0, width, after = 0 }: Room = {}): void {
    const across = width ?? wide - indent;
    const lines = this.type.lines(words, style, across, 'anywhere');
    const height = lines.length * style.leading;
    this.need(height + after);
    this.set(this.root, tag, lines, style, margin.side + indent, this.y, across);
    this.y += height;
  }

  /** Lines with their upper end at y. */
  set(parent: Element, tag: Tag, lines: string[], style: Style, x: number, y: number, width?: number): void {
    parent.add(this.doc.struct(tag, {}, () => this.type.block(lines, style, x, y + style.size, width)));
  }

  heightOf(words: string, style: Style, width: number = wide): number {
    return this.type.lines(words, style, width, 'anywhere').length * style.leading;
  }
}

type Tag = 'H1' | 'H2' | 'P';

/** Of a paragraph, in points. */
interface Room {
  indent?: number;
  width?: number;
  /** How much of what follows has to stand on its page too. */
  after?: number;
}
