import { qrModules, qrPath, quietZone } from '../qr.ts';
import { a4, colours, type Doc, document, type Element, ornament } from './a4.ts';
import { posterWords } from './poster-words.ts';
import { readyFor, Typeface } from './typeface.ts';
import { fitted, type Style, Typesetter } from './typesetter.ts';

export interface PosterContent {
  language: string;
  title: string;
  /** What is asked, in one sentence. */
  question: string;
  /** What this is, for whom, and how long it takes; paragraphs. */
  welcome: string;
  responsible: string;
  concern: string;
  address: string;
  /** Tells posters with different keys apart. */
  label: string | null;
  invented: boolean;
}

const page = a4;
const margin = 51;
const measure = page.width - 2 * margin;
const strips = { count: 7, top: page.height - 128, code: 60 };
/** How large the code may be, and what stands above and below it. */
const code = { least: 150, most: 236, gap: 30, above: 30, below: 72 };

const { ink, gray, teal } = colours;

const serif = new Typeface('serif', 600);
const sans = new Typeface('sans', 400);
const strong = new Typeface('sans', 600);
const style = (face: Typeface, size: number, ratio: number, color = ink): Style => ({ face, size, leading: size * ratio, color });

/**
 * A poster to hang on a wall: one A4 page with strips to tear off, as a tagged PDF with its fonts inside.
 * @returns the page, streamed as it is written
 * @throws MissingLetter where no typeface here has a character
 */
export async function poster(content: PosterContent): Promise<NodeJS.ReadableStream> {
  await readyFor(JSON.stringify(content));
  const doc = document(`${content.title}: ${content.question}`, content.language);
  new Poster(doc, content).set();
  doc.end();
  return doc;
}

class Poster {
  readonly #doc: Doc;
  readonly #type: Typesetter;
  readonly #content: PosterContent;
  readonly #own: ReturnType<typeof posterWords>;
  readonly #modules: boolean[][];

  constructor(doc: Doc, content: PosterContent) {
    this.#doc = doc;
    this.#type = new Typesetter(doc);
    this.#content = content;
    this.#own = posterWords(content.language);
    this.#modules = qrModules(content.address);
  }

  /** What is asked stands at the top, the small print at the foot, the code in the room between. */
  set(): void {
    const head = this.#head();
    const foot = this.#foot();
    const middle = this.#middle(head.to, foot.from);
    const elements = [...head.elements, ...middle, ...foot.elements];
    this.#doc.addStructure(this.#doc.struct('Document', {}, elements));
    this.#tearOffs();
  }

  #head(): { elements: Element[]; to: number } {
    const { title, question, label } = this.#content;
    const over = style(strong, 14, 1.3, teal);
    const asked = fitted(style(serif, 44, 1.14), 22, (size) => {
      const lines = this.#type.lines(question, size, measure);
      return lines.length * size.leading <= 168 && lines.every((line) => this.#type.widthOf(line, size) <= measure);
    });
    const [titled, lines] = [this.#type.lines(title, over, measure - 130), this.#type.balanced(question, asked, measure)];
    const under = 84 + (titled.length - 1) * over.leading + asked.size + 16;
    ornament(this.#doc, () => this.#doc.rect(margin, 46, 62, 5).fill(teal));
    const small = style(sans, 8, 1.3, gray);
    const elements = [this.#paragraph('P', titled, over, margin, 84, measure), this.#paragraph('H1', lines, asked, margin, under, measure)];
    if (label) elements.push(this.#paragraph('P', [label], small, page.width - margin - this.#type.widthOf(label, small), 51));
    return { elements, to: under + (lines.length - 1) * asked.leading + 0.3 * asked.size };
  }

  /** The code on the left with its address under it, and what to know before one scans it on the right. */
  #middle(from: number, to: number): Element[] {
    const { words, language } = this.#own;
    const { address, welcome, invented } = this.#content;
    const text = style(sans, 12, 1.46);
    const lead = style(strong, 12, 1.3);
    const shown = address.replace(/^https?:\/\//, '');
    const typed = fitted(style(strong, 19, 1.3, teal), 8, (size) => this.#type.widthOf(shown, size) <= measure);
    const room = to - from - code.above - code.below;
    const side = Math.max(code.least, Math.min(code.most, room));
    const top = from + code.above + Math.max(0, (room - side) / 2);
    const right = margin + side + code.gap;
    const width = page.width - margin - right;

    const paragraphs = welcome.split(/\n{2,}/);
    const said = fitted(text, 8, (size) => {
      const heights = paragraphs.map((one) => this.#type.lines(one, size, width).length * size.leading + 0.6 * size.leading);
      return heights.reduce((sum, height) => sum + height, 0) <= side - 40;
    });
    const quiet = (quietZone * side) / this.#modules.length;
    let y = top + said.size * 0.8;
    const under = top + side + quiet + 9;
    const after = margin + this.#type.widthOf(`${words.scan} `, lead);
    const elements = [
      this.#doc.struct('Figure', { alt: words.code(shown), lang: language }, () => this.#code(margin, top, side)),
      this.#paragraph('P', [words.scan], lead, margin, under, undefined, language),
      this.#paragraph('P', [words.type], { ...lead, face: sans, color: gray }, after, under, undefined, language),
      this.#paragraph('P', [shown], typed, margin, under + typed.leading),
    ];
    for (const paragraph of paragraphs) {
      const lines = this.#type.lines(paragraph, said, width);
      elements.push(this.#paragraph('P', lines, said, right, y, width));
      y += (lines.length + 0.6) * said.leading;
    }
    const promise = style(strong, said.size, 1.46, teal);
    elements.push(this.#paragraph('P', [words.confidential], promise, right, y, undefined, language));
    elements.push(
      this.#paragraph('P', this.#type.lines(words.confidentialLong, said, width), said, right, y + said.leading, undefined, language),
    );
    if (invented) elements.push(this.#paragraph('P', [words.invented], style(sans, 8, 1.3, gray), margin + 74, 51, undefined, language));
    return elements;
  }

  /** Who answers for this and where to turn, in two columns above the strips. */
  #foot(): { elements: Element[]; from: number } {
    const { words, language } = this.#own;
    const gap = 28;
    const width = (measure - gap) / 2;
    const columns = [
      { head: words.responsible, text: withoutHead(words.responsible, this.#content.responsible) },
      { head: words.concern, text: withoutHead(words.concern, this.#content.concern) },
    ];
    const small = fitted(style(sans, 8.4, 1.4), 6, (size) =>
      columns.every(({ text }) => this.#type.lines(text.replace(/\n+/g, '\n'), size, width).length * size.leading <= 112),
    );
    const set = columns.map(({ head, text }) => ({
      head,
      paragraphs: text.split(/\n+/).map((one) => this.#type.lines(one, small, width)),
    }));
    const tallest = Math.max(...set.map(({ paragraphs }) => paragraphs.flat().length));
    const from = strips.top - 18 - tallest * small.leading;
    ornament(this.#doc, () =>
      this.#doc
        .moveTo(margin, from - 18)
        .lineTo(page.width - margin, from - 18)
        .lineWidth(0.5)
        .stroke('#c9c6bb'),
    );
    const elements = set.flatMap(({ head, paragraphs }, column) => {
      const x = margin + column * (width + gap);
      let y = from + small.leading;
      const texts = paragraphs.map((lines) => {
        const element = this.#paragraph('P', lines, { ...small, color: gray }, x, y, width);
        y += lines.length * small.leading;
        return element;
      });
      return [this.#paragraph('H2', [head], style(strong, small.size, 1.4), x, from, undefined, language), ...texts];
    });
    return { elements, from: from - 18 };
  }

  /** Strips to take along, each with the code and its address; they say nothing that was not said above. */
  #tearOffs(): void {
    const width = page.width / strips.count;
    const said = [this.#own.words.tell, ...this.#content.address.replace(/^https?:\/\//, '').split(/(?=\/c\/|[?#])/)];
    ornament(this.#doc, () => {
      this.#doc.lineWidth(0.5).dash(2.5, { space: 2.5 }).strokeColor('#9aa3a6');
      this.#doc.moveTo(0, strips.top).lineTo(page.width, strips.top).stroke();
      for (let strip = 1; strip < strips.count; strip += 1) {
        this.#doc
          .moveTo(strip * width, strips.top)
          .lineTo(strip * width, page.height)
          .stroke();
      }
      this.#doc.undash();
      for (let strip = 0; strip < strips.count; strip += 1) {
        const middle = (strip + 0.5) * width;
        this.#code(middle - strips.code / 2, strips.top + 10, strips.code);
        let y = strips.top + 10 + strips.code + 11;
        for (const line of said) {
          const face = line === this.#own.words.tell ? strong : sans;
          const small = fitted(style(face, 7, 1.2), 3, (size) => this.#type.widthOf(line, size) <= width - 8);
          this.#type.line(line, small, middle - this.#type.widthOf(line, small) / 2, y);
          y += 8.4;
        }
      }
    });
  }

  #paragraph(
    tag: 'P' | 'H1' | 'H2',
    lines: string[],
    set: Style,
    x: number,
    y: number,
    width?: number,
    language = this.#content.language,
  ): Element {
    const options = language === this.#content.language ? {} : { lang: language };
    return this.#doc.struct(tag, options, () => this.#type.block(lines, set, x, y, width));
  }

  /** The code's dark modules in a square of this side; its quiet zone is the paper around it. */
  #code(x: number, y: number, side: number): void {
    const module = side / this.#modules.length;
    this.#doc.save().translate(x, y).scale(module).path(qrPath(this.#modules)).fill('#000').restore();
  }
}

/** A text that begins with the words of its heading, without them. */
function withoutHead(head: string, text: string): string {
  const begins = text.slice(0, head.length).toLowerCase() === head.toLowerCase();
  return begins ? text.slice(head.length).replace(/^[.:\s]+/, '') : text;
}
