import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

/** The families that the staff pages have too, and the alphabets that each is cut into. */
const families = { sans: 'inter', serif: 'source-serif-4' } as const;
const alphabets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'] as const;

const { resolve } = createRequire(import.meta.url);

/** One alphabet of a family in one weight. */
export class Cut {
  readonly file: string;
  #font: Font | null = null;

  constructor(family: string, alphabet: string, weight: number) {
    this.file = resolve(`@fontsource/${family}/files/${family}-${alphabet}-${weight}-normal.woff`);
  }

  /** Read when first needed, and kept for every later poster. */
  get font(): Font {
    this.#font ??= openSync(this.file);
    return this.#font;
  }
}

/** One family in one weight. */
export class Typeface {
  readonly #cuts: readonly Cut[];

  constructor(family: keyof typeof families, weight: number) {
    this.#cuts = alphabets.map((alphabet) => new Cut(families[family], alphabet, weight));
  }

  /** The cut that has a character; undefined where none has. */
  cutWith(character: string): Cut | undefined {
    return this.#cuts.find(({ font }) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  }
}
