import type { Collection } from '../../server/contract/collections.ts';
import type { Signifier } from '../../triads/framework/framework.ts';

const order = ['triad', 'stones', 'dyad'];

/** The signifiers that stand on the board, in its order: triads, stones, dyads. */
export function shapesOf({ signifiers }: Pick<Collection, 'signifiers'>): Signifier[] {
  return signifiers.filter(({ kind }) => order.includes(kind)).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
