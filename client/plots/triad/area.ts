import type { Triad } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { type PlanePoint, planePoint } from '../../../triads/geometry/coordinates.ts';
import { closeToComposition, height } from '../../../triads/geometry/plane.ts';
import { type Zone, zoneOf } from '../../../triads/geometry/zones.ts';
import { isWithin } from '../../../triads/selection/polygon.ts';
import { spanInWords, zoneName } from '../says.ts';

/** Points to a side, by which it is told which zones an area covers. */
const fine = 60;
/** What is covered less than this is not worth a word. */
const little = 0.15;

/**
 * Where something drawn on a triad lies, in words: by a corner's share, where all of it has more than two fifths of one
 * ("over 60 % nurses"), else by the zones that it covers ("drawn round the middle", "drawn over the middle, nurses and more").
 */
export function areaName(triad: Triad, polygon: readonly PlanePoint[], language: string): string {
  const shares = polygon.map(closeToComposition);
  for (const [index, corner] of (['top', 'left', 'right'] as const).entries()) {
    const values = shares.map((share) => share[index] ?? 0);
    const least = Math.min(...values);
    if (least >= 0.4) return spanInWords([least, Math.max(...values)], '', localise(triad.corners[corner], language));
  }
  const [first, second, ...others] = zonesCovered(polygon).filter(({ share }) => share >= little);
  if (!first) return 'drawn on it';
  const name = ({ zone }: Covered) => zoneName(triad, zone, language);
  if (!second) return `drawn round ${name(first)}`;
  return `drawn over ${name(first)}${others.length ? ',' : ' and'} ${name(second)}${others.length ? ' and more' : ''}`;
}

interface Covered {
  zone: Zone;
  /** Of all that the polygon covers of the triangle. */
  share: number;
}

/** The zones that a polygon covers, the most covered first. */
function zonesCovered(polygon: readonly PlanePoint[]): Covered[] {
  const counts = new Map<Zone, number>();
  let all = 0;
  for (let up = 0; up < fine; up++) {
    for (let across = 0; across < fine - up; across++) {
      const point = planePoint((across + up / 2 + 0.5) / fine, ((up + 1 / 3) / fine) * height);
      if (!isWithin(polygon, point)) continue;
      const zone = zoneOf(closeToComposition(point));
      counts.set(zone, (counts.get(zone) ?? 0) + 1);
      all += 1;
    }
  }
  return [...counts].map(([zone, count]) => ({ zone, share: count / all })).sort((a, b) => b.share - a.share);
}
