/** Crockford's base 32: no I, L, O or U, so that a code read aloud or written down comes back right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many random bytes a code of so many characters takes, at 5 bits a character. */
export const bytesFor = (length: number): number => Math.ceil((5 * length) / 8);

/**
 * A code from random bytes; bits that make no whole character are dropped.
 * @param bytes as many as `bytesFor` says, from a cryptographic source; randomness is passed in
 * @returns the characters, upper case, no dashes
 */
export function codeFrom(bytes: Uint8Array, length: number): string {
  if (bytes.length !== bytesFor(length)) throw new RangeError(`a code of ${length} characters takes ${bytesFor(length)} bytes`);
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const last = 8 * bytes.length - 5;
  return Array.from({ length }, (_, index) => alphabet[Number((bits >> BigInt(last - 5 * index)) & 31n)]).join('');
}

/** A code as shown: in fours. */
export function showCode(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/**
 * What a person typed or pasted, as a code: any case and width, whatever stands between the letters and digits ignored, O read as
 * 0, I and L as 1.
 * @returns the characters, or null where this cannot be one
 */
export function readCode(typed: string, length: number): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return plain.length === length && [...plain].every((character) => alphabet.includes(character)) ? plain : null;
}
