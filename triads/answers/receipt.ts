import { codeFrom, readCode, showCode } from './crockford.ts';

export const receiptLength = 16;

/**
 * A receipt from 10 random bytes (80 bits).
 * @returns 16 characters, upper case, no dashes
 */
export const receiptFrom = (bytes: Uint8Array): string => codeFrom(bytes, receiptLength);

/** The receipt as shown: 4-4-4-4. */
export const showReceipt = showCode;

/**
 * What a person typed, as a receipt: any case, dashes and spaces ignored, O read as 0, I and L as 1.
 * @returns the 16 characters, or null where this cannot be one
 */
export const readReceipt = (typed: string): string | null => readCode(typed, receiptLength);
