import { expect, it } from 'vitest';
import { counted, rowsByRegion } from '../../server/services/sharing-out/snapshot.ts';
import { figureNext } from '../../server/services/sharing-out/tables.ts';
import type { Signifier } from '../../triads/framework/framework.ts';
import { drawnColumns, drawnFrom } from '../triads/columns-drawn.ts';

const text = { en: 'text' };
const dyad: Signifier = { key: 'pace', kind: 'dyad', about: 'story', question: text, short: text, poles: { left: text, right: text } };
const rules = { threshold: 5, roundingBase: 1 } as const;

it('a figure for leads keeps the cut of its first step: set against a finer one it would give small counts away', () => {
  const regions = (stories: number) => {
    const columns = drawnColumns([dyad], stories, drawnFrom(7), { weeks: ['2026-W01'], waves: ['first'], onLines: 0 });
    return [...rowsByRegion(columns, [dyad])].map(([region, rows]) => counted(region, columns, [dyad], rows));
  };
  const first = figureNext(null, dyad, regions(12), rules);
  const later = regions(4000);
  expect(figureNext(null, dyad, later, rules).cut).not.toEqual(first.cut);
  expect(figureNext(first, dyad, later, rules).cut).toEqual(first.cut);
});
