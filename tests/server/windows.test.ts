import { expect, it } from 'vitest';
import { stateOf, waveToAsk, waveToTake } from '../../server/services/windows.ts';
import { isoWeek } from '../../triads/columns/weeks.ts';

const wave = (key: string, opens: string, closes: string | null) => ({
  id: key,
  key,
  label: {},
  opens,
  closes,
  versionId: 'v',
  ends: closes,
});
const spring = wave('spring', '2026-03-01T00:00:00Z', '2026-05-31T23:00:00Z');
const autumn = wave('autumn', '2026-09-01T00:00:00Z', null);
const at = (moment: string) => new Date(moment);

it('a week is the ISO 8601 week of the moment in UTC, in the year of its Thursday', () => {
  const weeks: [string, string][] = [
    ['2026-11-22T23:59:59Z', '2026-W47'],
    ['2026-11-23T00:00:00Z', '2026-W48'],
    ['2022-02-25T12:00:00Z', '2022-W08'],
    ['2021-01-03T12:00:00Z', '2020-W53'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
    ['2027-01-01T00:00:00Z', '2026-W53'],
  ];
  for (const [moment, week] of weeks) expect([moment, isoWeek(at(moment))]).toEqual([moment, week]);
});

it('a wave is open from the moment it opens until the moment it closes', () => {
  expect(stateOf(spring, at('2026-02-28T23:59:59.999Z'))).toBe('upcoming');
  expect(stateOf(spring, at('2026-03-01T00:00:00Z'))).toBe('open');
  expect(stateOf(spring, at('2026-05-31T22:59:59.999Z'))).toBe('open');
  expect(stateOf(spring, at('2026-05-31T23:00:00Z'))).toBe('closed');
  expect(stateOf(autumn, at('2036-01-01T00:00:00Z'))).toBe('open');
});

it('a form asks the open wave, else the next to open, else the last', () => {
  const asked = (moment: string) => waveToAsk({ waves: [spring, { ...autumn, ends: '2026-12-01T00:00:00Z' }] }, at(moment)).key;
  expect([asked('2026-01-01T00:00:00Z'), asked('2026-04-01T00:00:00Z'), asked('2026-07-01T00:00:00Z')]).toEqual([
    'spring',
    'spring',
    'autumn',
  ]);
  expect([asked('2026-10-01T00:00:00Z'), asked('2027-01-01T00:00:00Z')]).toEqual(['autumn', 'autumn']);
});

it('a late story goes to the wave that closed within seven days, unless another is open', () => {
  const taken = (moment: string) => {
    const wave = waveToTake([spring, autumn], at(moment));
    return typeof wave === 'string' ? wave : wave.key;
  };
  expect(taken('2026-01-01T00:00:00Z')).toBe('upcoming');
  expect(taken('2026-06-07T22:59:59Z')).toBe('spring');
  expect(taken('2026-06-07T23:00:00Z')).toBe('closed');
  expect(taken('2026-09-01T00:00:00Z')).toBe('autumn');
});
