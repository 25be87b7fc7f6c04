import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import type { Answers } from '../../triads/answers/answer.ts';
import { columnsFrom } from '../../triads/columns/from-rows.ts';
import { dequantise, quantise } from '../../triads/columns/quantise.ts';
import { nearest } from '../../triads/patterns/nearest.ts';
import { logRatios } from '../../triads/statistics/log-ratio.ts';

const { signifiers } = ccplFramework;
const columnsOf = (...all: Answers[]) =>
  columnsFrom(
    signifiers,
    all.map((answers) => ({ readable: true, week: '2026-W01', wave: 'first', answers })),
  );
const triad = (top: number, left: number, right: number) => ({ top, left, right, by: 'touch' }) as const;
const dyad = (right: number) => ({ right, by: 'touch' }) as const;
const all = (length: number) => Uint32Array.from({ length }, (_, row) => row);

describe('the stories placed most like one', () => {
  it('lie by Aitchison’s distance on a triad, zeros replaced, as isometric log-ratios have it', () => {
    const shares: [number, number, number][] = [
      [0.6, 0.3, 0.1],
      [0.5, 0.4, 0.1],
      [0, 0.5, 0.5],
      [1, 0, 0],
      [0.2, 0.2, 0.6],
    ];
    const columns = columnsOf(...shares.map((one) => ({ changes: triad(...one) })));
    const ratios = shares.map(([top, , right]) => {
      const [a, c] = [dequantise(quantise(top)), dequantise(quantise(right))];
      return logRatios([a, Math.max(0, Math.round((1 - a - c) * 65_535) / 65_535), c]);
    });
    const length = (a: number[], b: number[]) => Math.hypot(...a.map((z, index) => z - (b[index] ?? 0)));
    const corners = length(logRatios([1, 0, 0]), logRatios([0, 0, 1]));
    const found = nearest(columns, 0, all(5), 9);
    expect(found.map(({ row }) => row)).toEqual([1, 4, 3, 2]);
    for (const { row, distance } of found) expect(distance).toBeCloseTo(length(ratios[0] ?? [], ratios[row] ?? []) / corners, 10);
  });

  it('are 0 apart where everything is the same and 1 where nothing could be farther', () => {
    const canvas = signifiers.find(({ kind }) => kind === 'stones');
    const [stone] = canvas?.kind === 'stones' ? canvas.stones : [];
    if (!canvas || !stone) throw new Error('no stones');
    const laid = (x: number, y: number) => ({ stones: { [stone.key]: { x, y } }, by: 'touch' }) as const;
    const here: Answers = { changes: triad(1, 0, 0), decisions: dyad(0), [canvas.key]: laid(0, 0) };
    const there: Answers = { changes: triad(0, 0, 1), decisions: dyad(1), [canvas.key]: laid(1, 1) };
    const [same, far] = nearest(columnsOf(here, there, here), 0, all(3), 9);
    expect([same?.row, same?.distance, same?.shared]).toEqual([2, 0, 3]);
    expect([far?.row, far?.shared]).toEqual([1, 3]);
    expect(far?.distance).toBeCloseTo(1, 12);
  });

  it('share at least half of what it placed; what does not apply, was skipped or chosen in words is no placement', () => {
    const columns = columnsOf(
      { changes: triad(0.4, 0.3, 0.3), decisions: dyad(0.5), focus: triad(0.2, 0.4, 0.4) },
      { changes: triad(0.4, 0.3, 0.3), decisions: { na: true } },
      { changes: triad(0.4, 0.3, 0.3), decisions: dyad(0.9) },
      { changes: { ...triad(0.4, 0.3, 0.3), by: 'choice' }, decisions: dyad(0.5) },
    );
    expect(nearest(columns, 0, all(4), 9).map(({ row, shared }) => [row, shared])).toEqual([[2, 2]]);
    expect(nearest(columnsOf({}, { decisions: dyad(0.5) }), 0, all(2), 9)).toEqual([]);
    expect(nearest(columns, 0, Uint32Array.from([1, 3]), 9)).toEqual([]);
  });

  it('are looked for only where one is told to look, and as many as asked for', () => {
    const columns = columnsOf(...Array.from({ length: 40 }, (_, at) => ({ decisions: dyad((at / 40) ** 2) })));
    expect(nearest(columns, 20, all(40), 3).map(({ row }) => row)).toEqual([19, 21, 18]);
    expect(nearest(columns, 20, Uint32Array.from([1, 30, 39]), 2).map(({ row }) => row)).toEqual([1, 30]);
  });
});
