import type { Answer } from '../answers/answer.ts';
import type { Signifier } from '../framework/framework.ts';
import { zoneOf, zones } from './zones.ts';

/** The zones of a dyad, from the left pole to the right; each holds its lower border, the last one 1 as well. */
export const thirds = ['left', 'middle', 'right'] as const;

/** The zones by which stories may be asked for on a signifier: seven of a triad, thirds of a dyad; none of any other kind. */
export function zonesOf({ kind }: Signifier): readonly string[] {
  if (kind === 'triad') return zones;
  return kind === 'dyad' ? thirds : [];
}

/** The zone that an answer to a triad or dyad lies in, placed or chosen in words; null for any other answer. */
export function zoneOfAnswer(answer: Answer | undefined): string | null {
  if (!answer || !('right' in answer)) return null;
  if ('top' in answer) return zoneOf([answer.top, answer.left, answer.right]);
  return thirds[Math.min(2, Math.floor(answer.right * 3))] ?? null;
}
