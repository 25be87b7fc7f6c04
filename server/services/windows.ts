import type { Collection, Wave } from '../repositories/collections.ts';

/** A story finished in time but sent late is taken until so long after its wave ended: closed, paused, or its version retired. */
export const graceDays = 7;
const day = 86_400_000;

/** Until when a story finished in time is taken, once the way it came by has ended. */
export const graceFrom = (moment: Date): Date => new Date(moment.getTime() + graceDays * day);

export type State = 'upcoming' | 'open' | 'closed';

/** Where a wave stands at a moment. */
export function stateOf({ opens, ends }: Pick<Wave, 'opens' | 'ends'>, now: Date): State {
  if (now < new Date(opens)) return 'upcoming';
  return ends !== null && now >= new Date(ends) ? 'closed' : 'open';
}

/** The wave that a form shows: the open one, else the next to open, else the last. */
export function waveToAsk({ waves }: Pick<Collection, 'waves'>, now: Date): Wave {
  const at = (state: State) => waves.find((wave) => stateOf(wave, now) === state);
  const wave = at('open') ?? at('upcoming') ?? waves.at(-1);
  if (!wave) throw new Error('a collection has at least one wave');
  return wave;
}

/**
 * The wave that takes a story given on a version: the open one, else the last that ended within the days of grace.
 * @returns the wave, or what to say where none takes it
 */
export function waveToTake(waves: Wave[], now: Date): Wave | Exclude<State, 'open'> {
  const open = waves.find((wave) => stateOf(wave, now) === 'open');
  if (open) return open;
  const late = waves.findLast(({ ends }) => ends !== null && now >= new Date(ends) && now < graceFrom(new Date(ends)));
  if (late) return late;
  return waves.every((wave) => stateOf(wave, now) === 'upcoming') ? 'upcoming' : 'closed';
}

/** The ISO 8601 week of a moment (UTC), such as 2026-W47: all that is kept of when a story came. */
export function isoWeek(moment: Date): string {
  const thursday = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / day + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The ISO week after one. */
export function weekAfter(week: string): string {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  // 4 January is in week 1, whatever day it is.
  return isoWeek(new Date(Date.UTC(year, 0, 4) + number * 7 * day));
}
