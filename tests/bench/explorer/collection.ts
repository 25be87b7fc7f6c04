import type { Columns } from '../../../triads/columns/columns.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { drawnColumns, drawnFrom } from '../../triads/columns-drawn.ts';

const text = { en: 'text' };
const common = { about: 'story' as const, question: text, short: text };
const numbered = <Kind>(count: number, one: (index: number) => Kind) => Array.from({ length: count }, (_, index) => one(index));

/** How many options each of the ten choices has; the last two are choices of several. */
const options = [3, 4, 4, 5, 5, 5, 6, 6, 7, 8];

/** As large a board as the aims speak of: 8 triads, 6 dyads, 10 choices. */
export const signifiers: readonly Signifier[] = [
  ...numbered(
    8,
    (index): Signifier => ({ ...common, key: `triad-${index}`, kind: 'triad', corners: { top: text, left: text, right: text } }),
  ),
  ...numbered(6, (index): Signifier => ({ ...common, key: `dyad-${index}`, kind: 'dyad', poles: { left: text, right: text } })),
  ...options.map(
    (count, index): Signifier => ({
      ...common,
      key: `choice-${index}`,
      kind: 'choice',
      several: index > 7,
      options: numbered(count, (option) => ({ key: `option-${option}`, label: text })),
    }),
  ),
];

const weeks = numbered(52, (week) => `2026-W${String(week + 1).padStart(2, '0')}`);
const waves = ['spring', 'summer', 'autumn'];

/** So many stories from a seed. */
export function collectionOf(stories: number, only: readonly Signifier[] = signifiers): Columns {
  return drawnColumns(only, stories, drawnFrom(20_261_122), { weeks, waves, onLines: 0.2 });
}

export function sizeName(stories: number): string {
  return stories >= 1_000_000 ? `${stories / 1_000_000}m` : stories >= 1000 ? `${stories / 1000}k` : `${stories}`;
}
