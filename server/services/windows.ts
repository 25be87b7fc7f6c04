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
