/** As much of wawoff2 as is used here; it brings no types. */
declare module 'wawoff2/decompress.js' {
  export default function decompress(woff2: Buffer): Promise<Uint8Array>;
}
