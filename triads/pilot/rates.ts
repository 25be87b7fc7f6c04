import { stateOf } from '../answers/answer.ts';
import { wilson } from '../statistics/proportion.ts';
import type { Answered } from './answered.ts';
import { fewest, type Standing } from './standing.ts';

/** How often a signifier was asked, and how often each state came of it; these four sum to `asked`. */
export interface Rates {
  asked: number;
  placed: number;
  chosen: number;
  na: number;
  skipped: number;
}

/** More than these shares are worth a look: our own choice, meant to catch a question that does not fit many stories. */
export const tooMany = { na: 0.15, skipped: 0.1 } as const;

export const isAsked = ({ asked }: Answered, key: string) => asked?.has(key) ?? true;

export function ratesOf(key: string, rows: readonly Answered[]): Rates {
  const rates: Rates = { asked: 0, placed: 0, chosen: 0, na: 0, skipped: 0 };
  for (const row of rows) {
    const state = stateOf(row.answers[key]);
    if (!isAsked(row, key) || state === 'unasked') continue;
    rates.asked++;
    rates[state]++;
  }
  return rates;
}

/** Whether even the lower end of the 95 % interval of a share (Wilson) is more than is usual. */
export function standingOf({ asked, ...rates }: Rates, state: keyof typeof tooMany): Standing {
  if (asked < fewest.asked) return 'few';
  return wilson(rates[state], asked)[0] > tooMany[state] ? 'flagged' : 'fine';
}
