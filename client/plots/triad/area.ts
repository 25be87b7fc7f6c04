import type { Triad } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { type PlanePoint, planePoint } from '../../../triads/geometry/coordinates.ts';
import { closeToComposition } from '../../../triads/geometry/plane.ts';
import { zoneOf } from '../../../triads/geometry/zones.ts';
import { spanInWords, zoneName } from '../says.ts';

/**
 * Where something drawn on a triad lies, in words: by a corner's share, where all of it has more than two fifths of one
 * ("over 60 % nurses"), else by the zone of its middle ("round the middle").
 */
export function areaName(triad: Triad, polygon: readonly PlanePoint[], language: string): string {
  const shares = polygon.map(closeToComposition);
  for (const [index, corner] of (['top', 'left', 'right'] as const).entries()) {
    const values = shares.map((share) => share[index] ?? 0);
    const least = Math.min(...values);
    if (least >= 0.4) return spanInWords([least, Math.max(...values)], '', localise(triad.corners[corner], language));
  }
  const mean = (of: 'x' | 'y') => polygon.reduce((sum, point) => sum + point[of], 0) / Math.max(1, polygon.length);
  const middle = closeToComposition(planePoint(mean('x'), mean('y')));
  return `drawn round ${zoneName(triad, zoneOf(middle), language)}`;
}
