import type { Identifier } from './identifier.ts';
import { findPeople } from './names/people.ts';
import { withoutOverlaps } from './overlaps.ts';
import { findPlaces } from './places/places.ts';
import { findAges } from './structured/ages.ts';
import { findDates } from './structured/dates.ts';
import { findNumbers } from './structured/numbers.ts';
import { findOnline } from './structured/online.ts';
import { findPhones } from './structured/phones.ts';
import { findPostcodes } from './structured/postcodes.ts';
import { findVehicles } from './structured/vehicles.ts';
import { wordsOf } from './words.ts';

/** In this order where two structured finds overlap: an email address is not a name, an NHS number not a phone. */
const structured = [findOnline, findNumbers, findPhones, findPostcodes, findVehicles, findDates, findAges];

/**
 * What in a text may tell who somebody is. Made for English; a hint that may miss things and may be wrong.
 * @param text any string
 * @returns finds in order, apart from each other, within the text
 */
export function findIdentifiers(text: string): Identifier[] {
  const words = wordsOf(text);
  return withoutOverlaps(text.length, [
    ...structured.map((find) => [...find(text)]),
    [...findPlaces(text, words), ...findPeople(text, words)],
  ]);
}
