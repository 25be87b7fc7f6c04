import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, openSync } from 'fontkit';
import decompress from 'wawoff2/decompress.js';

/** The families that the staff pages have too, and the alphabets that each is cut into. */
const families = { sans: 'inter', serif: 'source-serif-4' } as const;
const alphabets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'] as const;
/** For scripts that neither has, by the alphabets they are cut into; in two weights. */
const elsewhere = ['arabic', 'hebrew', 'devanagari', 'bengali', 'gurmukhi', 'gujarati', 'tamil', 'thai', 'ethiopic'] as const;
/** Cut into hundreds of pieces, named in a table by the characters they hold; their lightest weight, drawn with an outline. */
const inPieces = ['noto-sans-sc', 'noto-sans-kr', 'noto-emoji'] as const;

const { resolve } = createRequire(import.meta.url);

/** One alphabet of a family in one weight. */
export interface Cut {
  /** Tells it from all others. */
  readonly key: string;
  readonly font: Font;
  /** How wide an outline makes up for a weight that is too light, in shares of the size. */
  readonly outline: number;
}

/** A cut that is read when first needed, and kept from then on. */
class Alphabet implements Cut {
  readonly key: string;
  readonly outline = 0;
  #font: Font | null = null;

  constructor(family: string, alphabet: string, weight: number) {
    this.key = `@fontsource/${family}/files/${family}-${alphabet}-${weight}-normal.woff`;
  }

  get font(): Font {
    this.#font ??= laidOut(openSync(resolve(this.key)));
    return this.#font;
  }
}

/** A family in pieces, each read when a character in it is asked for. */
class Pieces {
  readonly #family: string;
  readonly #cuts = new Map<string, Promise<Cut> | Cut>();
  #ranges: { piece: string; from: number; to: number }[] | null = null;

  constructor(family: string) {
    this.#family = family;
  }

  /** The pieces that may have a character, as they are named. */
  #piecesWith(codePoint: number): string[] {
    this.#ranges ??= Object.entries(JSON.parse(readFileSync(this.#file('unicode.json'), 'utf8')) as Record<string, string>).flatMap(
      ([piece, ranges]) =>
        ranges.split(',').map((range) => {
          const [from = 0, to = from] = range
            .slice(2)
            .split('-')
            .map((hex) => Number.parseInt(hex, 16));
          return { piece: piece.replace(/[[\]]/g, ''), from, to };
        }),
    );
    return this.#ranges.filter(({ from, to }) => codePoint >= from && codePoint <= to).map(({ piece }) => piece);
  }

  #file(name: string): string {
    return resolve(`@fontsource-variable/${this.#family}/${name}`);
  }

  /** Reads the pieces that these characters need. */
  async ready(codePoints: Iterable<number>): Promise<void> {
    for (const piece of new Set([...codePoints].flatMap((codePoint) => this.#piecesWith(codePoint)))) {
      const cut = this.#cuts.get(piece) ?? this.#read(piece);
      this.#cuts.set(piece, cut);
      this.#cuts.set(piece, await cut);
    }
  }

  async #read(piece: string): Promise<Cut> {
    const file = this.#file(`files/${this.#family}-${piece}-wght-normal.woff2`);
    // The PDF's writer cannot cut a compressed font down to what a file needs.
    const font = laidOut(create(Buffer.from(await decompress(readFileSync(file)))));
    return { key: `${this.#family} ${piece}`, font, outline: this.#family === 'noto-emoji' ? 0 : 0.03 };
  }

  /** The cut that has a character, of those that were made ready. */
  cutWith(codePoint: number): Cut | undefined {
    if (codePoint < 0x2000) return undefined;
    const cuts = this.#piecesWith(codePoint).map((piece) => this.#cuts.get(piece));
    return cuts.find((cut): cut is Cut => cut !== undefined && 'font' in cut && cut.font.hasGlyphForCodePoint(codePoint));
  }
}

const pieces = inPieces.map((family) => new Pieces(family));

/** Reads the letters of a text that come in pieces; the others are read when they are drawn. */
export async function readyFor(text: string): Promise<void> {
  const codePoints = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  for (const family of pieces) await family.ready([...codePoints].filter((codePoint) => codePoint >= 0x2000));
}

/** One family in one weight, with other families' letters for the scripts that it has not. */
export class Typeface {
  readonly #cuts: readonly Cut[];
  /** The cut of each character that was asked for. */
  readonly #known = new Map<number, Cut | undefined>();

  constructor(family: keyof typeof families, weight: number) {
    const own = alphabets.map((alphabet) => new Alphabet(families[family], alphabet, weight));
    const others = elsewhere.map((script) => new Alphabet(`noto-sans-${script}`, script, weight < 550 ? 400 : 600));
    this.#cuts = [...own, ...others];
  }

  /** The cut that has a character; undefined where none has, or `readyFor` was not told of it. */
  cutWith(character: string): Cut | undefined {
    const codePoint = character.codePointAt(0) ?? 0;
    const known = this.#known.get(codePoint) ?? this.#find(codePoint);
    if (known) this.#known.set(codePoint, known);
    return known;
  }

  #find(codePoint: number): Cut | undefined {
    return (
      this.#cuts.find(({ font }) => font.hasGlyphForCodePoint(codePoint)) ??
      pieces.map((family) => family.cutWith(codePoint)).find((cut) => cut !== undefined)
    );
  }
}

/** Where marks stand on their letters; a few letters of some fonts name no place, which fontkit does not forgive. */
const marks = { mark: false, mkmk: false, abvm: false, blwm: false };

/** A font that lays out text without places for its marks rather than not at all. */
function laidOut(font: Font): Font {
  const layout = font.layout.bind(font);
  font.layout = (text, features, ...more) => {
    try {
      return layout(text, features, ...more);
    } catch {
      return layout(text, marks, ...more);
    }
  };
  return font;
}
