import type { Document, Signifier } from '../framework.ts';
import { localise } from '../localise.ts';
import { wordsOf } from './reading-age.ts';

/**
 * Seconds that a participant is likely to take: our own estimates, until try-outs of a framework measure it. A story of a few
 * lines typed on a phone, the consent page with the code, and each kind of signifier read, thought over and answered.
 */
export const seconds = {
  story: 120,
  consent: 45,
  triad: 18,
  dyad: 11,
  stones: 14,
  stone: 8,
  choice: 7,
  severalMore: 4,
  /** Reading on beyond the first eight options. */
  optionMore: 0.4,
  text: 40,
} as const;

/** Words a minute, read on a screen. */
const readingSpeed = 230;

/** How long a framework takes in one language, in seconds, by the estimates above. */
export function duration({ signifiers, notices }: Document, language: string): number {
  const welcome = (60 * wordsOf(localise(notices.welcome, language)).length) / readingSpeed;
  return signifiers.reduce((sum, signifier) => sum + secondsOf(signifier), seconds.story + seconds.consent + welcome);
}

/** How long one signifier takes to read, think over and answer, in seconds, by the estimates above. */
export function secondsOf(signifier: Signifier): number {
  if (signifier.kind === 'stones') return seconds.stones + seconds.stone * signifier.stones.length;
  if (signifier.kind !== 'choice') return seconds[signifier.kind];
  return seconds.choice + (signifier.several ? seconds.severalMore : 0) + seconds.optionMore * Math.max(0, signifier.options.length - 8);
}
