import type { Dyad } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { thousandth } from '../../../triads/selection/polygon.ts';
import { storiesOf } from '../../parts/words.ts';
import { corners, type Mark } from '../marks.ts';
import { spanInWords } from '../says.ts';

interface Range {
  from: number;
  to: number;
}

/** The part of a dyad from one of its bars to another. */
export function partOf(from: number, to: number, bins: number): Range {
  return { from: thousandth(Math.min(from, to) / bins), to: thousandth((Math.max(from, to) + 1) / bins) };
}

/**
 * The bars of a dyad that keys can reach, from pole to pole.
 * @param counts of the bars; null while nobody listens
 */
export function dyadMarks(
  { poles }: Dyad,
  counts: Uint32Array | null,
  bins: number,
  own: readonly Range[],
  room: { width: number; height: number },
  language: string,
): Mark[] {
  const step = room.width / bins;
  return Array.from({ length: bins }, (_, bin) => {
    const { from, to } = partOf(bin, bin, bins);
    const where = spanInWords([from, to], localise(poles.left, language), localise(poles.right, language));
    return {
      key: `${bin}`,
      words: `${where}${counts ? `: ${storiesOf(counts[bin] ?? 0)}` : ''}`,
      outline: corners({ x: bin * step, y: 0, width: step, height: room.height }),
      isOn: own.some((range) => from >= range.from && to <= range.to),
    };
  });
}
