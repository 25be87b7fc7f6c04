/** Crockford's base 32: no I, L, O or U, so that a code read aloud or written down comes back right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const receiptLength = 16;

/**
 * A receipt from 10 random bytes (80 bits).
 * @param bytes ten bytes from a cryptographic source; randomness is passed in
 * @returns 16 characters, upper case, no dashes
 */
export function receiptFrom(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new RangeError('a receipt takes 10 bytes');
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return Array.from(
    { length: receiptLength },
    (_, index) => alphabet[Number((bits >> BigInt(5 * (receiptLength - 1 - index))) & 31n)],
  ).join('');
}

/** The receipt as shown: 4-4-4-4. */
export function showReceipt(receipt: string): string {
  return receipt.match(/.{4}/g)?.join('-') ?? receipt;
}

/**
 * What a person typed, as a receipt: any case, dashes and spaces ignored, O read as 0, I and L as 1.
 * @returns the 16 characters, or null where this cannot be one
 */
export function readReceipt(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s‐-―-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return plain.length === receiptLength && [...plain].every((character) => alphabet.includes(character)) ? plain : null;
}
