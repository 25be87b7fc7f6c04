import { expect, it } from 'vitest';
import { cellsSay } from '../../client/explore/shared-out/says.ts';
import { choiceSays, triadSays } from '../../client/plots/says.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { columnsFrom } from '../../triads/columns/from-rows.ts';

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

it('whoever hears a lead’s plot hears what is held back, and how much is too small to be said', () => {
  const rows = (...counts: (number | 'small' | 'hidden')[]) => counts.map((count, nth) => ({ words: `part ${nth + 1}`, count }));
  expect(cellsSay(rows(12, 7), 19, 5)).toBe('19 placed or chosen in words. The largest part is part 1: 12.');
  expect(cellsSay(rows(12, 'small', 'hidden'), 30, 5)).toBe(
    '30 placed or chosen in words. The largest part is part 1: 12. One part holds fewer than 5. One part is held back, since it would give a small count away.',
  );
  expect(cellsSay(rows('hidden', 'small', 'hidden', 'small'), 30, 7)).toBe(
    '30 placed or chosen in words. 2 parts hold fewer than 7. 2 parts are held back, since they would give a small count away.',
  );
});
