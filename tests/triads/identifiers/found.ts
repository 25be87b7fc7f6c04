import { findIdentifiers } from '../../../triads/identifiers/find.ts';

/** What is found in a text, as its kind and its words. */
export const found = (text: string): string[] => findIdentifiers(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
