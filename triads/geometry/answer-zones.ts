import type { Answer } from '../answers/answer.ts';
import type { Signifier } from '../framework/framework.ts';
import { zoneIndex, zones } from './zones.ts';

/** The zones of a dyad, from the left pole to the right; the middle holds both its borders. */
export const thirds = ['left', 'middle', 'right'] as const;

/** The zones by which stories may be asked for on a signifier: seven of a triad, thirds of a dyad; none of any other kind. */
export function zonesOf({ kind }: Pick<Signifier, 'kind'>): readonly string[] {
  if (kind === 'triad') return zones;
  return kind === 'dyad' ? thirds : [];
}

/** The zone that an answer to a triad or dyad lies in, placed or chosen in words; null for any other answer. */
export function zoneOfAnswer(answer: Answer | undefined): string | null {
  if (!answer || !('right' in answer)) return null;
  if ('top' in answer) return zones[zoneIndex(answer.top, answer.left, answer.right)] ?? null;
  if (answer.right >= 1 / 3 && answer.right <= 2 / 3) return 'middle';
  return answer.right > 2 / 3 ? 'right' : 'left';
}
