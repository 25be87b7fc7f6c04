import type { Signifier } from '../../triads/framework/framework.ts';
import { choiceCounts } from '../../triads/patterns/choice-counts.ts';
import type { Rows } from '../../triads/patterns/rows.ts';
import { choiceSays, dyadSays, saysOf, stonesSay, triadSays } from '../plots/says.ts';
import type { Board } from './Board.svelte.ts';

/**
 * What the plot of a signifier shows, of everybody and of the chosen, in sentences; empty where it has none.
 * @param isBrief whether it speaks of the chosen alone, where some are
 */
export function plotSays({ columns, language, ground, highlighted }: Board, signifier: Signifier, isBrief = false): string {
  const { key } = signifier;
  const [triad, dyad] = [columns?.triads.get(key), columns?.dyads.get(key)];
  const [stones, choice] = [columns?.stones.get(key), columns?.choices.get(key)];
  const said = (column: { state: Uint8Array }, says: (rows: Rows) => string) =>
    isBrief ? saysOf(column.state, highlighted ?? ground, null, says) : saysOf(column.state, ground, highlighted, says);
  if (signifier.kind === 'triad' && triad) return said(triad, (rows) => triadSays(signifier, triad, rows, language));
  if (signifier.kind === 'dyad' && dyad) return said(dyad, (rows) => dyadSays(signifier, dyad, rows, language));
  if (signifier.kind === 'stones' && stones) return said(stones, (rows) => stonesSay(signifier, stones, rows, language));
  if (signifier.kind === 'choice' && choice) return said(choice, (rows) => choiceSays(signifier, choiceCounts(choice, rows), language));
  return '';
}
