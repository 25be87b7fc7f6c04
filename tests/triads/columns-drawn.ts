import { type Columns, quantum, stateCode } from '../../triads/columns/columns.ts';
import { emptyColumns } from '../../triads/columns/empty.ts';
import { type Flags, setFlag } from '../../triads/columns/flags.ts';
import type { Signifier } from '../../triads/framework/framework.ts';

/** Numbers in 0…1 from a seed (mulberry32), the same on every machine. */
export function drawnFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Drawing {
  weeks: readonly string[];
  waves: readonly string[];
  /** How much of a triad and of a dyad lies on lines of twentieths, as placements by keys do. */
  onLines: number;
}

/** Columns of random answers in all states, that fill the arrays as a collection does: most placed, in clusters. */
export function drawnColumns(signifiers: readonly Signifier[], length: number, random: () => number, drawing: Drawing): Columns {
  const columns = emptyColumns(signifiers, length);
  const { weeks, waves, onLines } = drawing;
  const below = (end: number) => Math.floor(random() * end);
  columns.week.values.push(...weeks);
  columns.wave.values.push(...waves);
  const state = () => {
    const at = random();
    return at < 0.8
      ? stateCode.placed
      : at < 0.85
        ? stateCode.chosen
        : at < 0.92
          ? stateCode.na
          : at < 0.97
            ? stateCode.skipped
            : stateCode.unasked;
  };
  const share = () => (random() < onLines ? (random() < 0.5 ? below(21) / 20 : below(16) / 15) : random());
  for (let row = 0; row < length; row++) {
    columns.readable[row] = below(2);
    columns.week.codes[row] = below(weeks.length);
    columns.wave.codes[row] = below(waves.length);
    for (const column of columns.triads.values()) {
      column.state[row] = state();
      const top = Math.round(share() * quantum);
      column.top[row] = top;
      column.right[row] = Math.min(Math.round(share() * (random() < 0.5 ? quantum - top : quantum)), quantum - top);
    }
    for (const column of columns.dyads.values()) {
      column.state[row] = state();
      column.right[row] = Math.round(share() * quantum);
    }
    for (const { state: whole, stones } of columns.stones.values()) {
      whole[row] = state();
      for (const stone of stones.values()) {
        stone.state[row] = state();
        stone.x[row] = Math.round(share() * quantum);
        stone.y[row] = Math.round(share() * quantum);
      }
    }
    for (const { state: whole, several, options } of columns.choices.values()) {
      const is = state();
      whole[row] = is === stateCode.chosen ? stateCode.placed : is;
      if (whole[row] !== stateCode.placed) continue;
      const all = [...options.values()];
      for (let times = several ? 1 + below(3) : 1; times > 0; times--) setFlag(all[below(all.length)] as Flags, row);
    }
  }
  return columns;
}
