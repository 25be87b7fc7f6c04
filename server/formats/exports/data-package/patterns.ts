import { dataOf, type Table } from '../../../../triads/figures/data.ts';
import { sharedPlots } from '../../../../triads/figures/from-shared.ts';
import { countInWords, type Panel } from '../../../../triads/figures/shown.ts';
import { localise } from '../../../../triads/framework/localise.ts';
import type { Workshop } from '../../printed/pack/material.ts';

/** A table of a pattern, as a file of the package. */
export interface PatternFile {
  name: string;
  path: string;
  title: string;
  table: Table;
}

/**
 * The patterns of the whole collection as tables under its small-number rules, one a figure, before them one of how many were placed, do not
 * apply and were skipped. Of figures of which nothing may be shown there is that line alone.
 */
export function patternFiles({ figures, threshold }: Pick<Workshop, 'figures' | 'threshold'>, language: string): PatternFile[] {
  const drawn = figures.map((figure) => ({ ...figure, plots: sharedPlots(figure.signifier, figure, language) }));
  const numbers = drawn.map(({ signifier: { key, question }, states: { placed, na, skipped, unasked }, plots }) => [
    key,
    localise(question, language),
    placed,
    plots.map(({ inWords }) => countInWords(inWords, threshold)).join(' '),
    na,
    skipped,
    unasked,
  ]);
  const files = drawn.flatMap(({ signifier, plots }): PatternFile[] => {
    const { key, question } = signifier;
    const stones = signifier.kind === 'stones' ? signifier.stones : [];
    const panels = plots.flatMap(({ words, plot }, at): Panel[] => {
      const stone = stones[at]?.key ?? null;
      return plot ? [{ key: stone ?? key, words, group: stone, numbers: '', plot }] : [];
    });
    const path = `patterns/${key}.csv`;
    return panels.length ? [{ name: `pattern-${key}`, path, title: localise(question, language), table: dataOf(panels, threshold) }] : [];
  });
  const columns = ['signifier', 'question', 'placed', 'of_these_in_words', 'na', 'skipped', 'unasked'];
  return [{ name: 'patterns', path: 'patterns.csv', title: 'How many were placed', table: { columns, rows: numbers } }, ...files];
}
