import type PDFDocument from 'pdfkit';
import type { Typeface } from './typeface.ts';

type Doc = InstanceType<typeof PDFDocument>;

export interface Style {
  face: Typeface;
  /** In points. */
  size: number;
  /** From one baseline to the next, in points. */
  leading: number;
  color: string;
}

/** A character that no typeface here has. */
export class MissingLetter extends Error {
  readonly character: string;

  constructor(character: string) {
    super(`there is no letter ${character}`);
    this.character = character;
  }
}

/** The size that widths are measured at, in points. */
const unit = 1000;

/** Sets text on a page of a PDF, line by line: left-aligned, each character in the font that has it. */
export class Typesetter {
  readonly #doc: Doc;
  /** The widths of words at the size of a unit, by face. */
  readonly #widths = new Map<Typeface, Map<string, number>>();

  constructor(doc: Doc) {
    this.#doc = doc;
  }

  /** @throws MissingLetter */
  #runs(text: string, { face }: Style): { font: string; text: string }[] {
    const runs: { font: string; text: string }[] = [];
    for (const character of text) {
      const cut = face.cutWith(character);
      if (!cut) throw new MissingLetter(character);
      const last = runs.at(-1);
      if (last?.font === cut.file) {
        last.text += character;
        continue;
      }
      // The types do not know that it takes fonts that are read already.
      this.#doc.registerFont(cut.file, cut.font as unknown as Uint8Array);
      runs.push({ font: cut.file, text: character });
    }
    return runs;
  }

  /** How wide a text is on one line; the kerning between words is left out. */
  widthOf(text: string, style: Style): number {
    return (text.split(/(?= )/).reduce((sum, word) => sum + this.#widthOfWord(word, style), 0) * style.size) / unit;
  }

  #widthOfWord(word: string, style: Style): number {
    const known = this.#widths.get(style.face)?.get(word);
    if (known !== undefined) return known;
    const width = this.#runs(word, style).reduce((sum, { font, text }) => sum + this.#doc.font(font).fontSize(unit).widthOfString(text), 0);
    const words = this.#widths.get(style.face) ?? new Map<string, number>();
    this.#widths.set(style.face, words.set(word, width));
    return width;
  }

  /** The lines of a text in a width; its own line ends stay. A word that is wider than the width stands out. */
  lines(text: string, style: Style, width: number): string[] {
    return text.split('\n').flatMap((paragraph) => {
      const lines: string[] = [];
      for (const word of paragraph.split(/ +/)) {
        const line = lines.at(-1);
        const longer = line === undefined ? word : `${line} ${word}`;
        if (line !== undefined && this.widthOf(longer, style) <= width) lines[lines.length - 1] = longer;
        else lines.push(word);
      }
      return withoutWidow(lines);
    });
  }

  /** As `lines`, but of even length: in the least width that needs no line more. */
  balanced(text: string, style: Style, width: number): string[] {
    const count = this.lines(text, style, width).length;
    let [narrow, wide] = [width / 2, width];
    while (wide - narrow > 1) {
      const middle = (narrow + wide) / 2;
      const fits = this.lines(text, style, middle);
      if (fits.length <= count && fits.every((line) => this.widthOf(line, style) <= middle)) wide = middle;
      else narrow = middle;
    }
    return this.lines(text, style, wide);
  }

  /** Draws one line with its baseline at y. */
  line(text: string, style: Style, x: number, y: number): void {
    let at = x;
    for (const { font, text: part } of this.#runs(text, style)) {
      this.#doc.font(font).fontSize(style.size).fillColor(style.color);
      this.#doc.text(part, at, y, { lineBreak: false, baseline: 'alphabetic' });
      at += this.#doc.widthOfString(part);
    }
  }

  /** Draws lines downwards, the first with its baseline at y. @returns the baseline that would come next */
  block(lines: string[], style: Style, x: number, y: number): number {
    // The space at a line's end keeps its last word apart from the next for whoever hears or copies the text.
    const last = lines.length - 1;
    for (const [index, line] of lines.entries()) this.line(index < last ? `${line} ` : line, style, x, y + index * style.leading);
    return y + lines.length * style.leading;
  }
}

/** No word stands alone on the last of several lines: it takes another along. */
function withoutWidow(lines: string[]): string[] {
  const [before = '', last = ''] = lines.slice(-2);
  const cut = before.lastIndexOf(' ');
  if (lines.length < 2 || last.includes(' ') || before.split(' ').length < 4) return lines;
  return [...lines.slice(0, -2), before.slice(0, cut), `${before.slice(cut + 1)} ${last}`];
}

/** The style in the largest size, from its own downwards, in which it fits. */
export function fitted(style: Style, least: number, fits: (style: Style) => boolean): Style {
  const ratio = style.leading / style.size;
  for (let size = style.size; size > least; size -= 0.5) {
    const smaller = { ...style, size, leading: size * ratio };
    if (fits(smaller)) return smaller;
  }
  return { ...style, size: least, leading: least * ratio };
}
