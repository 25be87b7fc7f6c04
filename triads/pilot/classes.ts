import type { Answer } from '../answers/answer.ts';
import type { Signifier } from '../framework/framework.ts';
import { levels } from '../geometry/cells.ts';
import { zoneIndex, zones } from '../geometry/zones.ts';

/**
 * Where an answer lies, as finely as it can be said in words: a triad's seven zones, a dyad's fifths, and the nine cells of each stone; one class a
 * placement, or one a stone by its key. Empty where nothing is placed.
 */
export function classesOf({ kind }: Signifier, answer: Answer | undefined): Map<string, string> {
  if (!answer || 'na' in answer) return new Map();
  if (kind === 'triad' && 'top' in answer) return new Map([['', zones[zoneIndex(answer.top, answer.left, answer.right)] ?? 'centre']]);
  if (kind === 'dyad' && 'right' in answer && !('top' in answer))
    return new Map([['', String(Math.min(4, Math.floor(answer.right * 5 + 1e-9)))]]);
  if (kind !== 'stones' || !('stones' in answer)) return new Map();
  const level = (share: number) => levels[Math.min(2, Math.floor(share * 3))] ?? 'middle';
  const laid = Object.entries(answer.stones).flatMap(([key, at]) => ('na' in at ? [] : [[key, `${level(at.x)} ${level(at.y)}`] as const]));
  return new Map(laid);
}
