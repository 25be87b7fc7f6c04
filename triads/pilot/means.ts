import type { Answer } from '../answers/answer.ts';
import type { Signifier } from '../framework/framework.ts';
import { kappa } from '../statistics/kappa.ts';
import { wilson } from '../statistics/proportion.ts';
import type { Answered } from './answered.ts';
import { classesOf } from './classes.ts';
import { fewest, type Standing } from './standing.ts';

/** Whether people who answered twice, once by placing and once by choosing words, said the same. */
export interface Agreement {
  standing: Standing;
  /** How many people answered both ways. */
  people: number;
  /** How many placements there are of both means; each stone counts. */
  pairs: number;
  /** How many lie in the same class (`classesOf`). */
  same: number;
  /** Beyond chance, by Cohen's κ; null where it cannot be said. */
  kappa: number | null;
}

/** κ below this is "fair" at best (Landis and Koch 1977). */
export const leastKappa = 0.4;
/**
 * Where nearly all lie in one class κ is near 0 however well they agree (Feinstein and Cicchetti 1990), so it counts only where
 * agreement itself is, by the upper end of its 95 % interval, below this. Our own choice.
 */
export const goodAgreement = 0.8;

/** @returns null where nobody answered twice */
export function agreementOf(signifier: Signifier, rows: readonly Answered[]): Agreement | null {
  const byPerson = rows.map(({ answers, again }) => {
    const [one, other] = [answers[signifier.key], again?.[signifier.key]];
    if (!one || !other || isInWords(one) === isInWords(other)) return [];
    const [placed, chosen] = (isInWords(one) ? [other, one] : [one, other]).map((answer) => classesOf(signifier, answer));
    return [...(placed ?? [])].flatMap(([key, where]): [string, string][] => {
      const said = chosen?.get(key);
      return said === undefined ? [] : [[where, said]];
    });
  });
  const pairs = byPerson.flat();
  const people = byPerson.filter(({ length }) => length).length;
  if (!people) return null;
  const beyondChance = kappa(pairs);
  const same = pairs.filter(([one, other]) => one === other).length;
  // What one person laid hangs together, so the interval is that of as many people.
  const most = wilson((same / pairs.length) * people, people)[1];
  const isLow = most < goodAgreement && (beyondChance === null || beyondChance < leastKappa);
  return { standing: people < fewest.pairs ? 'few' : isLow ? 'flagged' : 'fine', people, pairs: pairs.length, same, kappa: beyondChance };
}

const isInWords = (answer: Answer) => 'by' in answer && answer.by === 'choice';
