import type { TriadColumn } from '../../../triads/columns/columns.ts';
import type { Triad } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import type { PlanePoint } from '../../../triads/geometry/coordinates.ts';
import { type Triangle, toScreen } from '../../../triads/geometry/screen.ts';
import { zoneOutline } from '../../../triads/geometry/zone-shapes.ts';
import { zones } from '../../../triads/geometry/zones.ts';
import type { Rows } from '../../../triads/patterns/rows.ts';
import { triangularCounts, triangularVertices } from '../../../triads/patterns/triangular-bins.ts';
import { zoneCounts } from '../../../triads/patterns/zone-counts.ts';
import type { Shape } from '../../../triads/selection/clause.ts';
import { storiesOf } from '../../parts/words.ts';
import type { Mark } from '../marks.ts';
import { zoneName } from '../says.ts';

/** How a triad is cut for keys: into its zones, then into cells, so many a side. */
export const fineness: readonly (number | null)[] = [null, 5, 10];

interface TriadMark extends Mark {
  /** Its corners in the plane. */
  at: readonly PlanePoint[];
}

/**
 * The parts of a triad that keys can reach.
 * @param counted what to count in them; null while nobody listens
 * @param side cells a side; null for the seven zones
 */
export function triadMarks(
  triad: Triad,
  counted: { column: TriadColumn; rows: Rows } | null,
  side: number | null,
  own: readonly Shape[],
  triangle: Triangle,
  language: string,
): TriadMark[] {
  const drawn = (at: readonly PlanePoint[]) => ({ at, outline: at.map((point) => toScreen(point, triangle)) });
  const many = (count: number | undefined) => (counted ? `: ${storiesOf(count ?? 0)}` : '');
  if (side === null) {
    const counts = counted && zoneCounts(counted.column, counted.rows);
    const on = own.flatMap((shape) => (shape.kind === 'zones' ? shape.zones : []));
    return zones.map((zone, index) => ({
      key: zone,
      words: `${zoneName(triad, zone, language)}${many((counts?.placed[index] ?? 0) + (counts?.chosen[index] ?? 0))}`,
      isOn: on.includes(zone),
      ...drawn(zoneOutline(zone)),
    }));
  }
  const counts = counted && triangularCounts(counted.column, side, counted.rows);
  return Array.from({ length: side * side }, (_, cell) => {
    const at = triangularVertices(cell, side);
    return { key: `${side}-${cell}`, words: `${cellName(triad, at, language)}${many(counts?.[cell])}`, isOn: false, ...drawn(at) };
  });
}

/** Where a cell lies, by the shares at its middle: "60 % top, 20 % left, 20 % right". */
function cellName({ corners }: Triad, at: readonly PlanePoint[], language: string): string {
  const mean = (of: 'x' | 'y') => at.reduce((sum, point) => sum + point[of], 0) / at.length;
  const top = mean('y') / (Math.sqrt(3) / 2);
  const right = mean('x') - top / 2;
  const share = (part: number, words: Triad['corners']['top']) => `${Math.round(100 * part)} % ${localise(words, language)}`;
  return [share(top, corners.top), share(1 - top - right, corners.left), share(right, corners.right)].join(', ');
}
