import { quantum, stateCode, type TriadColumn } from '../columns/columns.ts';
import { zoneIndex, zones } from '../geometry/zones.ts';
import { knownOf } from './known.ts';
import type { Rows } from './rows.ts';

/** Counts in the order of `zones`: placements by where they lie, and beside them those answered by choosing words. */
export interface ZoneCounts {
  placed: Uint32Array;
  chosen: Uint32Array;
}

/**
 * How many placements lie in each of the seven zones. Quantised shares keep the zone borders exact: 20 % and 60 % of
 * 65535 are whole numbers.
 * @param rows the rows to look at; all when left out
 */
export function zoneCounts(column: TriadColumn, rows?: Rows): ZoneCounts {
  const known = knownOf(rows)?.zones(column);
  if (known) return known;
  const counts = { placed: new Uint32Array(zones.length), chosen: new Uint32Array(zones.length) };
  const length = rows?.length ?? column.state.length;
  for (let index = 0; index < length; index++) {
    const row = rows?.[index] ?? index;
    const into = column.state[row] === stateCode.placed ? counts.placed : column.state[row] === stateCode.chosen ? counts.chosen : null;
    if (!into) continue;
    const top = column.top[row] ?? 0;
    const right = column.right[row] ?? 0;
    const zone = zoneIndex(top / quantum, (quantum - top - right) / quantum, right / quantum);
    into[zone] = (into[zone] ?? 0) + 1;
  }
  return counts;
}
