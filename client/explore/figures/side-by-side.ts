import { panelsOf } from '../../../triads/figures/from-columns/panels.ts';
import { pathPanel } from '../../../triads/figures/from-columns/path.ts';
import type { Figure } from '../../../triads/figures/page.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import type { Group } from '../../../triads/patterns/group.ts';
import { worded } from '../../parts/words.ts';
import type { Board } from '../Board.svelte.ts';
import { type Column, sizeOf } from '../kept/beside.ts';
import type { Kept } from '../kept/Kept.svelte.ts';
import { otherwise } from '../waves.ts';
import { about, asked, partsIn } from './figure.ts';

/** The figure of one plot of several groups on one scale; each says itself what it holds. */
function figureOfGroups(
  board: Board,
  kept: Kept,
  signifier: Signifier,
  groups: readonly Group[],
  { isInZones = false, ...own }: Pick<Figure, 'view' | 'notes'> & { isInZones?: boolean },
) {
  const view = signifier.kind === 'choice' ? 'beside' : 'groups';
  const found = board.columns && panelsOf(signifier, board.columns, asked(board, { view, groups, chosen: null, isInZones }));
  if (!found) return null;
  // What is drawn in zones says how many lie in each.
  const parts = isInZones ? null : partsIn(board, signifier, groups);
  return { ...about(board, kept), title: worded(signifier.question), ...found, parts, ...own, notes: [...found.notes, ...own.notes] };
}

/** Several saved views or waves beside each other, with what each chooses. */
export function figureBeside(board: Board, kept: Kept, signifier: Signifier, sides: readonly Column[]): Figure | null {
  const groups = sides.map(({ kind, key, name, rows }) => ({ key: `${kind}:${key}`, words: name, rows }));
  const chosen = sides.map((side) => `“${side.name}” is ${sizeOf(side)}.`);
  const notes = [...chosen, 'A story can be in several sides; nothing here tests whether they differ.'];
  const found = figureOfGroups(board, kept, signifier, groups, { view: 'Side by side', notes });
  return found && { ...found, selection: '', saved: null };
}

/**
 * The way of the middle, then wave by wave and the weeks that are chosen.
 * @param selection what is chosen beside waves and weeks, in words
 * @param says where the middle of each lies
 */
export function figureOverTime(
  board: Board,
  kept: Kept,
  signifier: Signifier,
  { waves, within }: { waves: readonly Group[]; within: Group | null },
  { selection, says, isInZones }: { selection: string; says: readonly string[]; isInZones: boolean },
): Figure | null {
  const groups = [...waves, ...(within ? [within] : [])];
  const { columns } = board;
  const path = columns && pathPanel(signifier, columns, waves, asked(board, {}));
  const remarks = otherwise(signifier, board.collection, board.language).map(({ words }) => `${words}.`);
  const notes = [...says, ...remarks, 'These stories only: other people told in each wave.'];
  const found = figureOfGroups(board, kept, signifier, groups, { view: 'From wave to wave', notes, isInZones });
  return found && { ...found, panels: [...(path ? [path] : []), ...found.panels], selection };
}
