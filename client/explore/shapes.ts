import type { Collection } from '../../server/contract/collections.ts';
import type { Choice, Signifier } from '../../triads/framework/framework.ts';

import { regionQuestion } from '../../triads/framework/region.ts';

const order = ['triad', 'stones', 'dyad'];

/** The signifiers that stand on the board, in its order: triads, stones, dyads. */
export function shapesOf({ signifiers }: Pick<Collection, 'signifiers'>): Signifier[] {
  return signifiers.filter(({ kind }) => order.includes(kind)).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The choices, in the order in which they stand beside the board: the region, then about the story, then about the participant. */
export function choicesOf({ signifiers }: Pick<Collection, 'signifiers'>): Choice[] {
  const region = regionQuestion({ signifiers })?.key;
  const rank = ({ key, about }: Choice) => (key === region ? 0 : about === 'story' ? 1 : 2);
  return signifiers.filter((signifier) => signifier.kind === 'choice').toSorted((a, b) => rank(a) - rank(b));
}
