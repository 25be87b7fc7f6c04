import { type Columns, quantum } from '../../../triads/columns/columns.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { zones } from '../../../triads/geometry/zones.ts';
import { choiceCounts } from '../../../triads/patterns/choice-counts.ts';
import { dyadHistogram } from '../../../triads/patterns/dyad-patterns.ts';
import { forEachPlaced, type Rows, stateCounts } from '../../../triads/patterns/rows.ts';
import { zoneCounts } from '../../../triads/patterns/zone-counts.ts';
import { type Condition, toggled } from '../../../triads/selection/clause.ts';
import { zoneName } from '../../plots/says.ts';
import { stateOf } from '../states.ts';

/** A named part of a plot: what the table counts, and what can be chosen without a pointer. */
export interface Part {
  key: string;
  words: string;
  count: number;
  isOn: boolean;
  /** The clause once this part is chosen, or null where that leaves none. */
  next: Condition | null;
}

/** The parts of a plot: seven zones of a triad, fifths of a dyad, quarters of a stones canvas, the options of a choice. */
export function partsOf(signifier: Signifier, columns: Columns, rows: Rows, clause: Condition | undefined, language: string): Part[] {
  if (signifier.kind === 'triad') {
    const column = columns.triads.get(signifier.key);
    const on = clause?.kind === 'zones' ? clause.zones : [];
    const counts = column && zoneCounts(column, rows);
    return zones.map((zone, index) => {
      const next = toggled(on, zone);
      return {
        key: zone,
        words: zoneName(signifier, zone, language),
        count: (counts?.placed[index] ?? 0) + (counts?.chosen[index] ?? 0),
        isOn: on.includes(zone),
        next: next.length ? { kind: 'zones', signifier: signifier.key, zones: next } : null,
      };
    });
  }
  if (signifier.kind === 'dyad') {
    const column = columns.dyads.get(signifier.key);
    const counts = column ? dyadHistogram(column, 5, rows) : [];
    const [left, right] = [localise(signifier.poles.left, language), localise(signifier.poles.right, language)];
    const words = [left, `rather ${left}`, 'in between', `rather ${right}`, right];
    return words.map((name, index) => {
      const range = { from: index / 5, to: (index + 1) / 5 };
      const isOn = clause?.kind === 'range' && clause.from === range.from && clause.to === range.to;
      return {
        key: `${index}`,
        words: name,
        count: counts[index] ?? 0,
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
        isOn: on.includes(key),
        next: options.length ? { kind: 'options', signifier: signifier.key, options } : null,
      };
    });
  }
  return signifier.kind === 'stones' ? quarters(signifier, columns, rows, clause, language) : [];
}

/** What the shares of the parts are shares of: "of 493 placed". */
export function baseInWords({ kind, key }: Signifier, columns: Columns, rows: Rows, total: number): string {
  if (kind === 'stones') return `of ${total} stones placed`;
  const state = stateOf(columns, key);
  if (kind === 'choice') return `of ${state ? stateCounts(state, rows).placed : 0} answered`;
  return state && stateCounts(state, rows).placed < total ? `of ${total} placed or chosen in words` : `of ${total} placed`;
}

const halves = [
  [0, 0.5],
  [0.5, 1],
] as const;

function quarters(
  signifier: Extract<Signifier, { kind: 'stones' }>,
  columns: Columns,
  rows: Rows,
  clause: Condition | undefined,
  language: string,
): Part[] {
  const { x: across, y: up } = signifier.axes;
  const laid = [...(columns.stones.get(signifier.key)?.stones.values() ?? [])];
  return [1, 0].flatMap((upper) =>
    [0, 1].map((further) => {
      const [x, y] = [halves[further] ?? halves[0], halves[upper] ?? halves[0]];
      let count = 0;
      for (const stone of laid) {
        forEachPlaced(stone.state, rows, (row) => {
          const isHere = (stone.x[row] ?? 0) / quantum >= 0.5 === (further === 1) && (stone.y[row] ?? 0) / quantum >= 0.5 === (upper === 1);
          if (isHere) count++;
        });
      }
      const isOn = clause?.kind === 'box' && clause.x[0] === x[0] && clause.x[1] === x[1] && clause.y[0] === y[0] && clause.y[1] === y[1];
      const end = (axis: typeof across, isHigh: boolean) => localise(isHigh ? axis.high : axis.low, language);
      return {
        key: `${further}${upper}`,
        words: `${end(up, upper === 1)}, ${end(across, further === 1)}`,
        count,
        isOn,
        next: isOn ? null : { kind: 'box' as const, signifier: signifier.key, x, y },
      };
    }),
  );
}
