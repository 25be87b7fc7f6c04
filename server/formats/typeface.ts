import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { fontFile, outline, outlineTables, type Point, u16 } from './font-file.ts';
import { tablesOf } from './woff2.ts';

/** The families that the staff pages have too, by how their files are named. */
const families = { sans: 'inter', serif: 'source-serif-4' } as const;
const alphabets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const;
/** What makes a font vary; a font of one weight has none of it. */
const varying = ['fvar', 'gvar', 'avar', 'HVAR', 'MVAR', 'STAT', 'cvar'];

const { resolve } = createRequire(import.meta.url);

export interface Cut {
  name: string;
  font: Font;
}

/** One family in one weight, cut from its variable font; each alphabet is a font of its own, read when first needed. */
export class Typeface {
  readonly #family: keyof typeof families;
  readonly #weight: number;
  readonly #cuts = new Map<string, Cut>();

  constructor(family: keyof typeof families, weight: number) {
    this.#family = family;
    this.#weight = weight;
  }

  /** The cut that has a character; null where none has. */
  cutFor(character: string): Cut | null {
    const codePoint = character.codePointAt(0) ?? 0;
    for (const alphabet of alphabets) {
      const cut = this.#cut(alphabet);
      if (cut.font.hasGlyphForCodePoint(codePoint)) return cut;
    }
    return null;
  }

  #cut(alphabet: string): Cut {
    const known = this.#cuts.get(alphabet);
    if (known) return known;
    const family = families[this.#family];
    const file = resolve(`@fontsource-variable/${family}/files/${family}-${alphabet}-wght-normal.woff2`);
    const name = `${family}-${alphabet}-${this.#weight}`;
    const font = Object.defineProperty(create(inWeight(readFileSync(file), this.#weight)), 'postscriptName', { value: name });
    const cut = { name, font };
    this.#cuts.set(alphabet, cut);
    return cut;
  }
}

/** The font file of one weight of a variable font, since PDF knows no variable ones. */
function inWeight(woff2: Buffer, weight: number): Buffer {
  const tables = tablesOf(woff2);
  const varied = create(fontFile(tables)).getVariation({ wght: weight });
  const glyphs = Array.from({ length: varied.numGlyphs }, (_, id) => {
    const { path, advanceWidth } = varied.getGlyph(id);
    return { contours: contoursOf(path.commands), advance: Math.round(advanceWidth) };
  });
  const left = (contours: Point[][]) => Math.min(...contours.flat().map(({ x }) => x), 32_767);
  const { glyf, loca } = outlineTables(glyphs.map(({ contours }) => outline(contours)));
  const metrics = glyphs.map(({ contours, advance }) =>
    Buffer.concat([u16(advance), u16((contours.length ? left(contours) : 0) & 0xffff)]),
  );
  tables.get('hhea')?.writeUInt16BE(glyphs.length, 34);
  for (const tag of varying) tables.delete(tag);
  return fontFile(tables.set('glyf', glyf).set('loca', loca).set('hmtx', Buffer.concat(metrics)));
}

function contoursOf(commands: { command: string; args: number[] }[]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    const numbers = args.map(Math.round);
    for (let at = 0; at < numbers.length; at += 2) {
      const isOnCurve = command !== 'quadraticCurveTo' || at === 2;
      contours.at(-1)?.push({ x: numbers[at] ?? 0, y: numbers[at + 1] ?? 0, isOnCurve });
    }
  }
  return contours;
}
