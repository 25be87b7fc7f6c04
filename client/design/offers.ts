import type { Localised, Signifier } from '../../triads/framework/framework.ts';
import { request } from '../api.ts';
import { worded } from '../parts/words.ts';

/** Signifiers to choose from, under a heading. */
export interface Offers {
  heading: string;
  /** Values tell them apart: keys of a draft may still be missing. */
  signifiers: { value: string; signifier: Signifier }[];
}

/** What the library has, by field of work; the values are its keys. */
export async function libraryOffers(): Promise<Offers[]> {
  const { pieces } = await request<{ pieces: { field: Localised; signifier: Signifier }[] }>('GET', '/api/v1/frameworks/library');
  const byField = Map.groupBy(pieces, ({ field }) => worded(field));
  return [...byField].map(([heading, inField]) => ({
    heading,
    signifiers: inField.map(({ signifier }) => ({ value: signifier.key, signifier })),
  }));
}

/** What a framework asks, about the story and about the participant. */
export function offersOf(signifiers: Signifier[]): Offers[] {
  const valued = signifiers.map((signifier, at) => ({ value: String(at), signifier }));
  return [...Map.groupBy(valued, ({ signifier }) => `About the ${signifier.about}`)].map(([heading, signifiers]) => ({
    heading,
    signifiers,
  }));
}
