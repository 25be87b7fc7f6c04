import type { By, Query } from '../../../server/contract/kept.ts';
import type { Clause } from '../../../triads/selection/clause.ts';
import { readClauses } from '../../../triads/selection/written.ts';
import { worded } from '../../parts/words.ts';
import type { Board } from '../Board.svelte.ts';
import { clauseInWords } from '../saying.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "Rosa, 14 November 2026". */
export const byInWords = ({ name, at }: By) => `${name ?? 'Somebody no longer here'}, ${day.format(new Date(at))}`;

/** What a query chooses: "Midlands · Autumn"; of nothing chosen, "All stories". */
export function chosenInWords(board: Board, query: Query): string {
  const { signifiers, waves } = board.collection;
  const keys = waves.map(({ key }) => key);
  return clausesInWords(board, readClauses(query, signifiers, keys));
}

export function clausesInWords({ collection, language }: Board, clauses: readonly Clause[]): string {
  return clauses.map((clause) => clauseInWords(clause, collection, language)).join(' · ') || 'All stories';
}

/** The question of the plot that a query enlarges; null where it shows the board. */
export function plotInWords({ collection }: Board, query: Query): string | null {
  const key = query.find(([name]) => name === 'plot')?.[1];
  const signifier = collection.signifiers.find((one) => one.key === key);
  return signifier ? worded(signifier.short) : null;
}
