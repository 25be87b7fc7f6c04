import type { Signifier } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { type Zone, zones } from '../../../triads/geometry/zones.ts';
import { worded } from '../../parts/words.ts';
import { zoneName } from '../../plots/says.ts';

const together: Record<string, string> = { corners: 'the corners', edges: 'the edges', ends: 'both ends' };

/** A part of a shape, or several together, in the words of the shape. */
export function partName(signifier: Signifier, at: string): string {
  const known = together[at];
  if (known) return known;
  if (signifier.kind === 'triad' && isZone(at)) {
    const name = zoneName(signifier, at, document.documentElement.lang);
    return at === 'centre' ? name : `“${name}”`;
  }
  if (signifier.kind === 'dyad') {
    const [left, right] = [worded(signifier.poles.left), worded(signifier.poles.right)];
    return [`“${left}”`, `rather “${left}”`, 'the middle', `rather “${right}”`, `“${right}”`][Number(at)] ?? at;
  }
  if (signifier.kind !== 'stones') return at;
  const [x = 'middle', y = 'middle'] = at.split(' ') as Level[];
  if (x === 'middle' && y === 'middle') return 'the middle';
  const end = ({ name, low, high }: (typeof signifier.axes)['x'], level: Level) =>
    level === 'middle' ? `middling ${localise(name, document.documentElement.lang)}` : `“${worded(level === 'low' ? low : high)}”`;
  return `${end(signifier.axes.x, x)}, ${end(signifier.axes.y, y)}`;
}

type Level = 'low' | 'middle' | 'high';
const isZone = (at: string): at is Zone => (zones as readonly string[]).includes(at);
