/** As much of fontkit as is used here; it brings no types. */
declare module 'fontkit' {
  export interface Path {
    commands: { command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; args: number[] }[];
  }
  export interface Glyph {
    advanceWidth: number;
    path: Path;
  }
  export interface Font {
    numGlyphs: number;
    postscriptName: string;
    getGlyph(id: number): Glyph;
    getVariation(settings: Record<string, number>): Font;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}
