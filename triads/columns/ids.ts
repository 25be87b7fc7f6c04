const bytesEach = 16;

/** UUIDs as 16 bytes each, end to end. */
export function packIds(ids: readonly string[]): Uint8Array {
  const packed = new Uint8Array(ids.length * bytesEach);
  for (const [index, id] of ids.entries()) {
    const digits = id.replaceAll('-', '');
    for (let byte = 0; byte < bytesEach; byte++)
      packed[index * bytesEach + byte] = Number.parseInt(digits.slice(2 * byte, 2 * byte + 2), 16);
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
    id += (packed[index * bytesEach + byte] ?? 0).toString(16).padStart(2, '0');
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
