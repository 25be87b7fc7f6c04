import type { Doc } from './a4.ts';
import { type Direction, directionOf, inVisualOrder, type Part } from './direction.ts';
import type { Cut, Typeface } from './typeface.ts';

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

/** Shown in the place of a character that no typeface here has. */
const unknown = '\uFFFD';
/** Joiners, selectors and marks of direction: they shape what stands beside them, where its font knows them. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]/u;
const mark = /\p{M}/u;
/** Scripts that write no space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Mymr}\p{sc=Lao}]/u;
const inWords = new Intl.Segmenter(undefined, { granularity: 'word' });
const inLetters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Sets text on a page of a PDF, line by line, each character in the font that has it. */
export class Typesetter {
  readonly #doc: Doc;
  /** Whether what has no letters is shown by a sign rather than refused. */
  readonly #forgives: boolean;
  /** The widths of words at the size of a unit, by face. */
  readonly #widths = new Map<Typeface, Map<string, number>>();
  readonly #registered = new Set<string>();

  constructor(doc: Doc, { forgives = false } = {}) {
    this.#doc = doc;
    this.#forgives = forgives;
  }

  /**
   * A text by the fonts that have its letters, in the order of reading.
   * @throws MissingLetter unless it forgives
   */
  #runs(text: string, { face }: Style): Part<Cut>[] {
    const runs: Part<Cut>[] = [];
    for (const character of text) {
      const last = runs.at(-1);
      const joins = unseen.test(character);
      if (last && (joins || mark.test(character)) && last.of.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) {
        last.text += character;
        continue;
      }
      if (joins) continue;
      const [letter, cut] = this.#letter(character, face);
      if (last?.of.key === cut.key) last.text += letter;
      else runs.push({ text: letter, of: cut });
    }
    return runs;
  }

  #letter(character: string, face: Typeface): [string, Cut] {
    const cut = face.cutWith(character);
    if (cut) return [character, cut];
    const instead = this.#forgives ? (face.cutWith(unknown) ?? face.cutWith('?')) : undefined;
    if (!instead) throw new MissingLetter(character);
    return [face.cutWith(unknown) ? unknown : '?', instead];
  }

  #take({ key, font }: Cut, size: number): void {
    if (!this.#registered.has(key)) {
      // The types do not know that it takes fonts that are read already.
      this.#doc.registerFont(key, font as unknown as Uint8Array);
      this.#registered.add(key);
    }
    this.#doc.font(key).fontSize(size);
  }

  /** How wide a text is on one line; the kerning between words is left out. */
  widthOf(text: string, style: Style): number {
    return (text.split(/(?= )/).reduce((sum, word) => sum + this.#widthOfWord(word, style), 0) * style.size) / unit;
  }

  #widthOfWord(word: string, style: Style): number {
    const known = this.#widths.get(style.face)?.get(word);
    if (known !== undefined) return known;
    const width = this.#runs(word, style).reduce((sum, { of, text }) => {
      this.#take(of, unit);
      return sum + this.#doc.widthOfString(text);
    }, 0);
    const words = this.#widths.get(style.face) ?? new Map<string, number>();
    this.#widths.set(style.face, words.set(word, width));
    return width;
  }

  /**
   * The lines of a text in a width; its own line ends stay.
   * @param breaks where a word is wider than the width: it stands out, or goes on in the next line
   */
  lines(text: string, style: Style, width: number, breaks: 'between words' | 'anywhere' = 'between words'): string[] {
    return text.split('\n').flatMap((paragraph) => {
      const lines: string[] = [];
      for (const word of paragraph.split(/ +/)) {
        const isTooWide = (part: string) => breaks === 'anywhere' && this.widthOf(part, style) > width;
        const parts = partsOf(word).flatMap((part) =>
          isTooWide(part) ? Array.from(inLetters.segment(part), ({ segment }) => segment) : part,
        );
        for (const [index, part] of parts.entries()) {
          const line = lines.at(-1);
          const longer = line === undefined ? part : `${line}${index === 0 ? ' ' : ''}${part}`;
          if (line !== undefined && this.widthOf(longer, style) <= width) lines[lines.length - 1] = longer;
          else lines.push(part);
        }
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

  /**
   * Draws one line with its baseline at y.
   * @param direction of the paragraph that it is a line of
   */
  line(text: string, style: Style, x: number, y: number, direction: Direction = 'ltr'): void {
    let at = x;
    for (const { of, text: part } of inVisualOrder(this.#runs(text, style), direction)) {
      this.#take(of, style.size);
      this.#doc.fillColor(style.color);
      const outlined = of.outline > 0;
      if (outlined) this.#doc.lineWidth(of.outline * style.size).strokeColor(style.color);
      this.#doc.text(part, at, y, { lineBreak: false, baseline: 'alphabetic', fill: true, stroke: outlined });
      at += this.#doc.widthOfString(part);
    }
  }

  /**
   * Draws a paragraph's lines downwards, the first with its baseline at y.
   * @param width where it is given, what runs to the left begins at the right end of it
   * @returns the baseline that would come next
   */
  block(lines: string[], style: Style, x: number, y: number, width?: number): number {
    const direction = directionOf(lines.join(' '));
    // The space at a line's end keeps its last word apart from the next for whoever hears or copies the text.
    const last = lines.length - 1;
    for (const [index, line] of lines.entries()) {
      const from = direction === 'rtl' && width !== undefined ? x + width - this.widthOf(line, style) : x;
      this.line(index < last && direction === 'ltr' ? `${line} ` : line, style, from, y + index * style.leading, direction);
    }
    return y + lines.length * style.leading;
  }
}

/** Where what stands between two spaces can go on in the next line: nowhere, but between the words of scripts that write no spaces. */
function partsOf(word: string): string[] {
  if (!unspaced.test(word)) return [word];
  const parts: string[] = [];
  for (const { segment, isWordLike } of inWords.segment(word)) {
    if (isWordLike || parts.length === 0) parts.push(segment);
    else parts[parts.length - 1] += segment;
  }
  return parts;
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
