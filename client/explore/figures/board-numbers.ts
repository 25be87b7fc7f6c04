import type { Table } from '../../../triads/figures/data.ts';
import { panelsOf } from '../../../triads/figures/from-columns/panels.ts';
import { type BoardPlot, tidyData } from '../../../triads/figures/tidy.ts';
import { stateCounts } from '../../../triads/patterns/rows.ts';
import type { Board } from '../Board.svelte.ts';
import { triadsAs } from '../board-views.ts';
import { shortName } from '../saying.ts';
import { stateOf } from '../states.ts';
import { asked, onBoard } from './figure.ts';

/** The data of the board: every number that its plots show; where they show points, how many lie in each bin or square. */
export function boardNumbers(board: Board): Table {
  const { columns, ground, highlighted, language } = board;
  const shown = triadsAs();
  const views = { triad: shown === 'points' ? 'bins' : shown, stones: 'squares', dyad: 'bins', choice: 'bins', text: '' };
  const plots = onBoard(board).flatMap((signifier): BoardPlot[] => {
    const state = columns && stateOf(columns, signifier.key);
    const found = columns && panelsOf(signifier, columns, asked(board, { view: views[signifier.kind], before: null }));
    if (!state || !found) return [];
    const states: BoardPlot['states'] = [{ group: 'all', counts: stateCounts(state, ground) }];
    if (highlighted) states.push({ group: 'selected', counts: stateCounts(state, highlighted) });
    return [{ key: signifier.key, words: shortName(signifier, language), panels: found.panels, states }];
  });
  return tidyData(plots);
}
