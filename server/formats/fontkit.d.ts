/** As much of fontkit as is used here; it brings no types. */
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: unknown, ...more: unknown[]): unknown;
  }
  export function openSync(file: string): Font;
  export function create(file: Buffer): Font;
}
