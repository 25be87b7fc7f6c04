import type { SharingScope } from '../framework/scopes.ts';
import type { Kind } from '../identifiers/identifier.ts';
import type { Tally } from './tally.ts';

/** What makes a story one to be read before others. */
export interface Exposed {
  /** Null while its words were not looked through yet: it counts as if nothing were found. */
  tally: Tally | null;
  /** How many stories share the rarest combination of what is answered about its participant; null where none is rare. */
  rarest: number | null;
  /** What fewer stories than this share is rare. */
  threshold: number;
  /** How far it may go. */
  scopes: ReadonlySet<string>;
}

/** A likely find of each kind: what is given to one person alone weighs most, a name more than where or when. */
const weights: Record<Kind, number> = {
  'nhs-number': 8,
  number: 6,
  phone: 8,
  email: 8,
  web: 4,
  postcode: 6,
  vehicle: 6,
  person: 4,
  date: 2,
  age: 2,
  place: 2,
};
/** A combination that one story alone has weighs as two names. */
const uniqueWeight = 8;
/** A word that is often something else is a quarter of a find. */
const perhapsPart = 1 / 4;
const reaches: readonly [scope: SharingScope, reach: number][] = [
  ['publish', 3],
  ['workshop-other', 2],
  ['workshop-own', 1],
];

/**
 * How exposed a story would be if its words left as they are: how easily it may be known again, times how far it may go.
 * (1 + Σ weight of its finds + 8 · (n − s) / (n − 1)) · reach, where s stories share its rarest combination of answers about
 * the participant, n is the threshold, and reach is 3 (reports), 2 (other regions) or 1 (own region). Made to rank a queue
 * by; it has no unit and estimates no probability. Time counts nothing: of equals the one from the earlier week goes first.
 * @returns 0 where it may go nowhere; else at least 1, one decimal
 */
export function exposure({ tally, rarest, threshold, scopes }: Exposed): number {
  const found = Object.entries(tally ?? {}).map(([kind, { likely, perhaps }]) => weights[kind as Kind] * (likely + perhaps * perhapsPart));
  const rarity = rarest === null ? 0 : (uniqueWeight * (threshold - Math.max(1, rarest))) / Math.max(1, threshold - 1);
  const known = 1 + found.reduce((sum, weight) => sum + weight, 0) + Math.max(0, rarity);
  return Math.round(known * reachOf(scopes) * 10) / 10;
}

function reachOf(scopes: ReadonlySet<string>): number {
  return reaches.find(([scope]) => scopes.has(scope))?.[1] ?? 0;
}
