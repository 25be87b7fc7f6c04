import { expect, it } from 'vitest';
import { partsOf } from '../../client/explore/enlarged/parts.ts';
import { cellsSay } from '../../client/explore/shared-out/says.ts';
import { movesOf } from '../../client/explore/time/moves.ts';
import { choiceSays, dyadLies, dyadSays, stonesSay, triadSays } from '../../client/plots/says.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { columnsFrom } from '../../triads/columns/from-rows.ts';
import { panelsOf } from '../../triads/figures/from-columns/panels.ts';

it('what holds a minority is the largest group, never most', () => {
  const choice = ccplFramework.signifiers.find((signifier) => signifier.kind === 'choice' && signifier.options.length > 2);
  const triad = ccplFramework.signifiers.find(({ kind }) => kind === 'triad');
  if (choice?.kind !== 'choice' || triad?.kind !== 'triad') throw new Error('the framework asks neither');
  const counts = new Map(choice.options.map(({ key }, nth) => [key, nth === 0 ? 20 : 16]));
  const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const said = choiceSays(choice, { answered, options: counts }, 'en-GB');
  expect(said).toMatch(new RegExp(`^Of ${answered} stories that answered, the largest group says “`));
  const places = [
    [0.8, 0.1, 0.1],
    [0.8, 0.1, 0.1],
    [0.1, 0.8, 0.1],
    [0.1, 0.1, 0.8],
    [0.34, 0.33, 0.33],
  ] as const;
  const stories = places.map(([top, left, right]) => ({
    readable: true,
    week: '2026-W08',
    wave: 'spring',
    answers: { [triad.key]: { top, left, right, by: 'mouse' as const } },
  }));
  const column = columnsFrom([triad], stories).triads.get(triad.key);
  const sentence = column ? triadSays(triad, column, Uint32Array.of(0, 1, 2, 3, 4), 'en-GB') : '';
  expect(sentence).toMatch(/^Of 5 stories placed, the largest group is at .+: 2 of 5; then/);
  expect(`${said} ${sentence}`).not.toMatch(/\bmost\b/i);
});

/** Placements of a dyad, so many in each fifth. */
function dyadOf(fifths: readonly number[]) {
  const dyad = ccplFramework.signifiers.find(({ kind }) => kind === 'dyad');
  if (dyad?.kind !== 'dyad') throw new Error('the framework asks no dyad');
  const stories = fifths.flatMap((count, fifth) =>
    Array.from({ length: count }, (_, nth) => ({
      readable: true,
      week: '2026-W08',
      wave: 'spring',
      answers: { [dyad.key]: { right: (fifth + (nth + 0.5) / count) / 5, by: 'mouse' as const } },
    })),
  );
  const columns = columnsFrom([dyad], stories);
  const column = columns.dyads.get(dyad.key);
  if (!column) throw new Error('there is no column');
  const rows = Uint32Array.from(stories, (_, row) => row);
  return { dyad, columns, rows, says: dyadSays(dyad, column, rows, 'en-GB'), lies: dyadLies(dyad, column, rows, 'en-GB') };
}

it('a dyad at two ends is told by its ends, and never by a median that stands where few lie', () => {
  for (const fifths of [
    [126, 108, 62, 98, 106],
    [150, 47, 26, 65, 202],
    [5, 0, 0, 0, 5],
  ]) {
    const { says, lies } = dyadOf(fifths);
    expect(says).toMatch(
      /^Of \d+ stories placed more lie at both ends than in the middle: .+ towards “.+”, .+ towards “.+”, .+ in the middle\.$/,
    );
    expect(`${says} ${lies}`).not.toMatch(/median/);
  }
  const { dyad, says } = dyadOf([150, 47, 26, 65, 202]);
  const { left, right } = dyad.poles;
  expect(says).toContain(`: 31 in 100 towards “${left['en-GB']}”, 41 in 100 towards “${right['en-GB']}”, 5 in 100 in the middle.`);
  expect(dyadOf([0, 5, 1, 5, 0]).says).toContain('though few lie near the middle');
  for (const fifths of [[20, 60, 100, 60, 20], [100, 60, 40, 20, 10], [20, 20, 20, 20, 20], [1]])
    expect(dyadOf(fifths).says).not.toContain('both ends');
});

it('a figure marks the median of a dyad where its stories have a middle, and never at two ends', () => {
  const mediansOf = (fifths: readonly number[]) => {
    const { dyad, columns, rows } = dyadOf(fifths);
    const asked = { language: 'en-GB', rows, chosen: null, before: null, groups: [], isOverlaid: false };
    return ['bins', 'ridges', 'boxes', 'points'].flatMap((view) =>
      (panelsOf(dyad, columns, { ...asked, view })?.panels ?? []).flatMap(({ plot }) => {
        if (plot.kind !== 'dyad') return [];
        return plot.body.look === 'rows' ? plot.body.rows.map(({ median }) => median) : [plot.body.median];
      }),
    );
  };
  expect(mediansOf([150, 47, 26, 65, 202])).toEqual([null, null, null, null]);
  for (const median of mediansOf([20, 60, 100, 60, 20])) expect(median).toBeCloseTo(0.5, 2);
});

it('what a dyad at two ends moved is told by its parts', () => {
  const { dyad, columns, rows } = dyadOf([20, 5, 3, 5, 20]);
  const side = (some: Uint32Array) => ({ key: '', words: '', rows: () => some });
  const [move] = movesOf([dyad], columns, [side(rows), side(rows.filter((row) => row > 5))], 'en-GB');
  expect(move?.words).toMatch(/^“.+” \+\d points?, “.+” −\d+ points?\.$/);
});

it('each stone is told and counted by itself, with where it lies', () => {
  const stones = ccplFramework.signifiers.find(({ kind }) => kind === 'stones');
  if (stones?.kind !== 'stones') throw new Error('the framework asks no stones');
  const [one, other] = stones.stones.map(({ key }) => key) as [string, string];
  const stories = [0.9, 0.9, 0.9, 0.1].map((x) => ({
    readable: true,
    week: '2026-W08',
    wave: 'spring',
    answers: { [stones.key]: { stones: { [one]: { x, y: 0.9 }, [other]: { x: 0.1, y: 0.2 } }, by: 'mouse' as const } },
  }));
  const columns = columnsFrom([stones], stories);
  const [rows, column] = [Uint32Array.of(0, 1, 2, 3), columns.stones.get(stones.key)];
  const { x, y } = stones.axes;
  const [high, low] = [`${y.high['en-GB']}, ${x.high['en-GB']}`, `${y.low['en-GB']}, ${x.low['en-GB']}`];
  const said = column && stonesSay(stones, column, rows, 'en-GB');
  expect(said).toContain(`${stones.stones[0]?.label['en-GB']}: 4 placed, the largest group at ${high}: 3 of 4; then at `);
  expect(said).toContain(`${stones.stones[1]?.label['en-GB']}: 4 placed, the largest group at ${low}: 4 of 4.`);
  const parts = partsOf(stones, columns, rows, undefined, 'en-GB');
  expect(parts).toHaveLength(4 * stones.stones.length);
  expect(parts.slice(0, 4).map(({ count, of }) => [count, of])).toEqual([
    [1, 4],
    [3, 4],
    [0, 4],
    [0, 4],
  ]);
  expect(parts[1]?.next).toEqual({ kind: 'box', signifier: stones.key, stone: one, x: [0.5, 1], y: [0.5, 1] });
});

it('what holds as many stands together, and nothing is said to come before its like', () => {
  const choice = ccplFramework.signifiers.find((signifier) => signifier.kind === 'choice' && signifier.options.length > 5);
  if (choice?.kind !== 'choice') throw new Error('the framework asks none');
  const says = (...counts: number[]) => {
    const answered = counts.reduce((sum, count) => sum + count, 0);
    return choiceSays(choice, { answered, options: new Map(counts.map((count, nth) => [choice.options[nth]?.key ?? '', count])) }, 'en-GB');
  };
  const [a, b, c] = choice.options.map(({ label }) => `“${label['en-GB']}”`);
  expect(says(3, 3, 2)).toBe(`Of 8 stories that answered, the largest groups say ${a} and ${b}: 3 of 8 each; then ${c}: 2 of 8.`);
  expect(says(5, 1, 1, 1, 1)).toBe(`Of 9 stories that answered, the largest group says ${a}: 5 of 9; then 4 answers: 1 of 9 each.`);
  expect(says(1, 1, 1, 1, 1)).toBe('Of 5 stories that answered, 5 answers lead alike: 1 of 5 each.');
});

it('whoever hears a lead’s plot hears what is held back, and how much is too small to be said', () => {
  const rows = (...counts: (number | 'small' | 'hidden')[]) => counts.map((count, nth) => ({ words: `part ${nth + 1}`, count }));
  expect(cellsSay(rows(12, 12, 7), 31, 5)).toBe('31 placed or chosen in words. The largest parts are part 1 and part 2: 12 each.');
  expect(cellsSay(rows(12, 7), 19, 5)).toBe('19 placed or chosen in words. The largest part is part 1: 12.');
  expect(cellsSay(rows(12, 'small', 'hidden'), 30, 5)).toBe(
    '30 placed or chosen in words. The largest part shown is part 1: 12. One part holds fewer than 5. One part is held back, since it would give a small count away.',
  );
  expect(cellsSay(rows('hidden', 'small', 'hidden', 'small'), 30, 7)).toBe(
    '30 placed or chosen in words. 2 parts hold fewer than 7. 2 parts are held back, since they would give a small count away.',
  );
});
