import { receiptFrom } from '../../../triads/answers/receipt.ts';

/** A receipt of 80 random bits, made here and known nowhere else. */
export function newReceipt(): string {
  return receiptFrom(crypto.getRandomValues(new Uint8Array(10)));
}

/** base64url of the SHA-256 of a receipt: all that the server is given with the story. */
export async function receiptHash(receipt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(receipt));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Receipts need a secure context: https, or localhost. */
export const canMakeReceipts = (): boolean => typeof globalThis.crypto?.subtle?.digest === 'function' && 'randomUUID' in crypto;
