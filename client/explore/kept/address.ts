import type { Query, View } from '../../../server/contract/kept.ts';
import { misfits, namesClause, writeClauses } from '../../../triads/selection/written.ts';
import { addressOf, place } from '../../parts/place.svelte.ts';
import type { Board } from '../Board.svelte.ts';
import { readingName } from '../reading/reading-name.ts';
import { tourName } from '../tour/steps.ts';

/** The name under which the address says which saved view is open. */
export const savedName = 'saved';
/** What is looked at more closely: no part of what a view chooses. */
export const closer = ['plot', 'as', 'by', 'of', 'how', 'beside', 'view', 'over', 'drawn', 'from', 'to', 'triads', 'says', 'centre'];

/** What the board shows now, as a view keeps it. */
export function queryNow({ clauses }: Board): Query {
  const settings = [...place.query].filter(
    ([name, value]) => !namesClause(name) && name !== savedName && name !== tourName && name !== readingName && value !== '',
  );
  return [...writeClauses(clauses), ...settings];
}

/** The address at which a saved view is open. */
export function addressOfView({ id, query }: View): string {
  return addressOf(place.path, new URLSearchParams([...query, [savedName, id]]));
}

/** Whether the board chooses something else than a view does, whatever is looked at more closely. */
export function isOtherwise(board: Board, { query }: View): boolean {
  const chosen = (pairs: Query) =>
    pairs
      .filter(([name]) => !closer.includes(name))
      .map((pair) => pair.join('='))
      .sort()
      .join('&');
  return chosen(queryNow(board)) !== chosen(query);
}

/** Those of a query's pairs that ask for what the collection does not have. */
export function misfitsOf({ collection }: Board, query: Query): Query {
  const waves = collection.waves.map(({ key }) => key);
  return misfits(query, collection.signifiers, waves).flatMap((at) => query.slice(at, at + 1));
}
