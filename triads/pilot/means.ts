import type { Answer } from '../answers/answer.ts';
import type { Signifier } from '../framework/framework.ts';
import { kappa } from '../statistics/kappa.ts';
import type { Answered } from './answered.ts';
import { classesOf } from './classes.ts';
import { fewest, type Standing } from './standing.ts';

/** Whether people who answered twice, once by placing and once by choosing words, said the same. */
export interface Agreement {
  standing: Standing;
  /** How many placements there are of both means; each stone counts. */
  pairs: number;
  /** How many lie in the same class (`classesOf`). */
  same: number;
  /** Beyond chance, by Cohen's κ; null where it cannot be said. */
  kappa: number | null;
}

/** κ below this is "fair" at best (Landis and Koch 1977). */
export const leastKappa = 0.4;

/** @returns null where nobody answered twice */
export function agreementOf(signifier: Signifier, rows: readonly Answered[]): Agreement | null {
  const pairs = rows.flatMap(({ answers, again }) => {
    const [one, other] = [answers[signifier.key], again?.[signifier.key]];
    if (!one || !other || isInWords(one) === isInWords(other)) return [];
    const [placed, chosen] = (isInWords(one) ? [other, one] : [one, other]).map((answer) => classesOf(signifier, answer));
    return [...(placed ?? [])].flatMap(([key, where]): [string, string][] => {
      const said = chosen?.get(key);
      return said === undefined ? [] : [[where, said]];
    });
  });
  if (!pairs.length) return null;
  const beyondChance = kappa(pairs);
  const same = pairs.filter(([one, other]) => one === other).length;
  const isLow = beyondChance === null ? same < pairs.length : beyondChance < leastKappa;
  return { standing: pairs.length < fewest.pairs ? 'few' : isLow ? 'flagged' : 'fine', pairs: pairs.length, same, kappa: beyondChance };
}

const isInWords = (answer: Answer) => 'by' in answer && answer.by === 'choice';
