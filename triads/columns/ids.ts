const bytesEach = 16;

/** Every byte as two digits. */
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** By character code, what a digit stands for. */
const nibbles = new Uint8Array(128);
for (let digit = 0; digit < 16; digit++) {
  for (const sign of [digit.toString(16), digit.toString(16).toUpperCase()]) nibbles[sign.charCodeAt(0)] = digit;
}

/** UUIDs as 16 bytes each, end to end. */
export function packIds(ids: readonly string[]): Uint8Array {
  const packed = new Uint8Array(ids.length * bytesEach);
  let byte = 0;
  for (const id of ids) {
    for (let at = 0; at < id.length; at += 2) {
      if (id[at] === '-') at += 1;
      packed[byte++] = ((nibbles[id.charCodeAt(at)] ?? 0) << 4) | (nibbles[id.charCodeAt(at + 1)] ?? 0);
    }
  }
  return packed;
}

/** How many UUIDs are packed there. */
export function idCount(packed: Uint8Array): number {
  return packed.length / bytesEach;
}

/** One of packed UUIDs, in lower case; null where there is none. */
export function idAt(packed: Uint8Array, index: number): string | null {
  if (!Number.isInteger(index) || index < 0 || index >= idCount(packed)) return null;
  let id = '';
  for (let byte = 0; byte < bytesEach; byte++) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += '-';
    id += hex[packed[index * bytesEach + byte] ?? 0];
  }
  return id;
}

/** Some of packed UUIDs, packed again. */
export function pickIds(packed: Uint8Array, indexes: Uint32Array): Uint8Array {
  const picked = new Uint8Array(indexes.length * bytesEach);
  for (const [place, index] of indexes.entries())
    picked.set(packed.subarray(index * bytesEach, (index + 1) * bytesEach), place * bytesEach);
  return picked;
}

export function unpackIds(packed: Uint8Array): string[] {
  return Array.from({ length: idCount(packed) }, (_, index) => idAt(packed, index) ?? '');
}
