import { brotliDecompressSync } from 'node:zlib';
import { i16, outline, outlineTables, type Point, u16 } from './font-file.ts';
import { FontReader } from './font-reader.ts';

/** Tags by their number in a WOFF 2 directory (W3C Recommendation, section 4.1). */
const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .split(' ')
    .map((tag) => tag.replace('_', ' '));

/**
 * The tables of a WOFF 2 font as TrueType has them, which typesetters for PDF can take apart (W3C Recommendation "WOFF File
 * Format 2.0").
 * @param woff2 a font with TrueType outlines, whose metrics are not transformed
 * @returns each table's bytes by its tag
 * @throws Error for anything else
 */
export function tablesOf(woff2: Buffer): Map<string, Buffer> {
  const reader = new FontReader(woff2);
  if (reader.tag() !== 'wOF2') throw new Error('this is not a WOFF 2 font');
  reader.skip(8);
  const count = reader.u16();
  reader.skip(6);
  const packedLength = reader.u32();
  reader.skip(24);
  const entries = Array.from({ length: count }, () => directoryEntry(reader));
  const data = new FontReader(brotliDecompressSync(woff2.subarray(reader.at, reader.at + packedLength)));
  const tables = new Map(entries.map(({ tag, length }) => [tag, data.take(length)]));
  for (const { tag, isTransformed } of entries) {
    if (tag === 'glyf' && isTransformed) replaceOutlines(tables);
    else if (tag !== 'loca' && isTransformed) throw new Error(`the table ${tag} is transformed`);
  }
  return tables;
}

function directoryEntry(reader: FontReader): { tag: string; length: number; isTransformed: boolean } {
  const flags = reader.u8();
  const number = flags & 63;
  const tag = number === 63 ? reader.tag() : (knownTags[number] ?? '');
  const version = flags >> 6;
  const isTransformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0;
  const length = reader.base128();
  return { tag, isTransformed, length: isTransformed ? reader.base128() : length };
}

/** Puts the outlines back as TrueType has them, with long offsets. */
function replaceOutlines(tables: Map<string, Buffer>): void {
  const all = new FontReader(tables.get('glyf') ?? Buffer.alloc(0));
  all.skip(4);
  const count = all.u16();
  all.skip(2);
  const lengths = Array.from({ length: 7 }, () => all.u32());
  const [contours, points, flags, glyphs, composites, boxes, instructions] = lengths.map((length) => new FontReader(all.take(length)));
  if (!contours || !points || !flags || !glyphs || !composites || !boxes || !instructions) throw new Error('the outlines are cut short');
  const boxed = boxes.take(4 * Math.ceil(count / 32));
  const outlines: Buffer[] = [];
  for (let glyph = 0; glyph < count; glyph += 1) {
    const contourCount = contours.i16();
    const box = ((boxed[glyph >> 3] ?? 0) >> (7 - (glyph & 7))) & 1 ? boxes.take(8) : null;
    if (contourCount > 0) outlines.push(simpleGlyph(contourCount, points, flags, glyphs, instructions));
    else outlines.push(contourCount < 0 && box ? compositeGlyph(box, composites, glyphs, instructions) : Buffer.alloc(0));
  }
  const { glyf, loca } = outlineTables(outlines);
  tables.set('glyf', glyf).set('loca', loca);
  tables.get('head')?.writeInt16BE(1, 50);
}

function simpleGlyph(contourCount: number, points: FontReader, flags: FontReader, glyphs: FontReader, instructions: FontReader): Buffer {
  const lengths = Array.from({ length: contourCount }, () => points.short255());
  let [x, y] = [0, 0];
  const contours = lengths.map((length) =>
    Array.from({ length }, (): Point => {
      const { dx, dy, isOnCurve } = step(flags.u8(), glyphs);
      x += dx;
      y += dy;
      return { x, y, isOnCurve };
    }),
  );
  return outline(contours, instructions.take(glyphs.short255()));
}

interface Step {
  dx: number;
  dy: number;
  isOnCurve: boolean;
}

/** One point, as its distance from the one before (section 5.2). */
function step(flag: number, glyphs: FontReader): Step {
  const isOnCurve = flag < 128;
  const kind = flag & 127;
  const signed = (bit: number, size: number) => ((flag >> bit) & 1 ? size : -size);
  if (kind < 10) return { dx: 0, dy: signed(0, ((kind & 14) << 7) + glyphs.u8()), isOnCurve };
  if (kind < 20) return { dx: signed(0, (((kind - 10) & 14) << 7) + glyphs.u8()), dy: 0, isOnCurve };
  if (kind < 84) {
    const [base, both] = [kind - 20, glyphs.u8()];
    return { dx: signed(0, 1 + (base & 48) + (both >> 4)), dy: signed(1, 1 + ((base & 12) << 2) + (both & 15)), isOnCurve };
  }
  if (kind < 120) {
    const base = kind - 84;
    const dx = signed(0, 1 + (Math.floor(base / 12) << 8) + glyphs.u8());
    return { dx, dy: signed(1, 1 + (((base % 12) >> 2) << 8) + glyphs.u8()), isOnCurve };
  }
  if (kind < 124) {
    const [first, middle, last] = [glyphs.u8(), glyphs.u8(), glyphs.u8()];
    return { dx: signed(0, (first << 4) + (middle >> 4)), dy: signed(1, ((middle & 15) << 8) + last), isOnCurve };
  }
  const dx = signed(0, glyphs.u16());
  return { dx, dy: signed(1, glyphs.u16()), isOnCurve };
}

function compositeGlyph(box: Buffer, composites: FontReader, glyphs: FontReader, instructions: FontReader): Buffer {
  const parts: Buffer[] = [i16(-1), box];
  let flags = 0;
  do {
    const start = composites.at;
    flags = composites.u16();
    composites.skip(2 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0));
    parts.push(composites.since(start));
  } while (flags & 32);
  // Whether any part has instructions is said on the last.
  if (flags & 256) {
    const length = glyphs.short255();
    parts.push(u16(length), instructions.take(length));
  }
  return Buffer.concat(parts);
}
