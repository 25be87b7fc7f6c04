import type { Columns } from '../../../triads/columns/columns.ts';
import type { Signifier, Stones } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { zones } from '../../../triads/geometry/zones.ts';
import { choiceCounts } from '../../../triads/patterns/choice-counts.ts';
import { dyadHistogram } from '../../../triads/patterns/dyad-patterns.ts';
import { type Rows, stateCounts } from '../../../triads/patterns/rows.ts';
import { squareCounts } from '../../../triads/patterns/square-bins.ts';
import { zoneCounts } from '../../../triads/patterns/zone-counts.ts';
import { type Condition, toggled } from '../../../triads/selection/clause.ts';
import { quarterName, zoneName } from '../../plots/says.ts';
import { stateOf } from '../states.ts';

/** A named part of a plot: what the table counts, and what can be chosen without a pointer. */
export interface Part {
  key: string;
  words: string;
  count: number;
  /** What its share is a share of: all that lie in the plot; of a stone all times that it lies anywhere; of an answer all who answered. */
  of: number;
  isOn: boolean;
  /** The clause once this part is chosen, or null where that leaves none. */
  next: Condition | null;
}

/** The parts of a plot: seven zones of a triad, fifths of a dyad, of each stone the quarters of its canvas, the options of a choice. */
export function partsOf(signifier: Signifier, columns: Columns, rows: Rows, clause: Condition | undefined, language: string): Part[] {
  if (signifier.kind === 'triad') {
    const column = columns.triads.get(signifier.key);
    const on = clause?.kind === 'zones' ? clause.zones : [];
    const counts = column && zoneCounts(column, rows);
    const of = column ? stateCounts(column.state, rows) : null;
    return zones.map((zone, index) => {
      const next = toggled(on, zone);
      return {
        key: zone,
        words: zoneName(signifier, zone, language),
        count: (counts?.placed[index] ?? 0) + (counts?.chosen[index] ?? 0),
        of: of ? of.placed + of.chosen : 0,
        isOn: on.includes(zone),
        next: next.length ? { kind: 'zones', signifier: signifier.key, zones: next } : null,
      };
    });
  }
  if (signifier.kind === 'dyad') {
    const column = columns.dyads.get(signifier.key);
    const counts = column ? dyadHistogram(column, 5, rows) : new Uint32Array();
    const of = counts.reduce((sum, count) => sum + count, 0);
    const [left, right] = [localise(signifier.poles.left, language), localise(signifier.poles.right, language)];
    const words = [left, `rather ${left}`, 'in between', `rather ${right}`, right];
    return words.map((name, index) => {
      const range = { from: index / 5, to: (index + 1) / 5 };
      const isOn = clause?.kind === 'range' && clause.from === range.from && clause.to === range.to;
      return {
        key: `${index}`,
        words: name,
        count: counts[index] ?? 0,
        of,
        isOn,
        next: isOn ? null : { kind: 'range', signifier: signifier.key, ...range },
      };
    });
  }
  if (signifier.kind === 'choice') {
    const column = columns.choices.get(signifier.key);
    const on = clause?.kind === 'options' ? clause.options : [];
    const counts = column && choiceCounts(column, rows);
    return signifier.options.map(({ key, label }) => {
      const options = toggled(on, key);
      return {
        key,
        words: localise(label, language),
        count: counts?.options.get(key) ?? 0,
        of: counts?.answered ?? 0,
        isOn: on.includes(key),
        next: options.length ? { kind: 'options', signifier: signifier.key, options } : null,
      };
    });
  }
  if (signifier.kind !== 'stones') return [];
  return signifier.stones.flatMap((stone) =>
    quartersOf(signifier, stone.key, columns, rows, clause, language).map((part) => ({
      ...part,
      words: `${localise(stone.label, language)}: ${part.words}`,
    })),
  );
}

/** What the shares of the parts are shares of: "of 493 placed". */
export function baseInWords({ kind, key }: Signifier, columns: Columns, rows: Rows): string {
  if (kind === 'stones') return 'of the times that each stone is placed';
  const state = stateOf(columns, key);
  const { placed, chosen } = state ? stateCounts(state, rows) : { placed: 0, chosen: 0 };
  if (kind === 'choice') return `of ${placed} answered`;
  return kind === 'triad' && chosen > 0 ? `of ${placed + chosen} placed or chosen in words` : `of ${placed} placed`;
}

/** The quarters of the canvas, from the upper left row by row, with how often one stone lies in each. */
export function quartersOf(
  { key, axes }: Stones,
  stone: string,
  columns: Columns,
  rows: Rows,
  clause: Condition | undefined,
  language: string,
): Part[] {
  const laid = columns.stones.get(key)?.stones.get(stone);
  const counts = laid ? squareCounts(laid, 2, rows) : new Uint32Array();
  const of = counts.reduce((sum, count) => sum + count, 0);
  return [2, 3, 0, 1].map((quarter) => {
    const [x, y] = [quarter % 2 ? upper : lower, quarter > 1 ? upper : lower];
    const isOn = clause?.kind === 'box' && clause.stone === stone && isSame(clause.x, x) && isSame(clause.y, y);
    return {
      key: `${stone}-${quarter}`,
      words: quarterName(axes, quarter, language),
      count: counts[quarter] ?? 0,
      of,
      isOn,
      next: isOn ? null : { kind: 'box' as const, signifier: key, stone, x, y },
    };
  });
}

type Half = readonly [from: number, to: number];
const [lower, upper]: [Half, Half] = [
  [0, 0.5],
  [0.5, 1],
];
const isSame = (one: Half, other: Half) => one[0] === other[0] && one[1] === other[1];
