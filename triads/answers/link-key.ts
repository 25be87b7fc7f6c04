import { bytesFor, codeFrom, readCode, showCode } from './crockford.ts';

/** 60 bits, short enough to type from a wall: at a million guesses a second, one of a hundred keys is found in some two centuries. */
const linkKeyLength = 12;
export const linkKeyBytes = bytesFor(linkKeyLength);

/** A key for the link to a collection, from 8 random bytes. */
export const linkKeyFrom = (bytes: Uint8Array): string => codeFrom(bytes, linkKeyLength);

/** The key as it stands in a link: 4-4-4. */
export const showLinkKey = showCode;

/** What stood in a link or was typed, as a key; null where this cannot be one. */
export const readLinkKey = (typed: string): string | null => readCode(typed, linkKeyLength);
