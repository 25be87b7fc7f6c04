import type { Columns } from '../../columns/columns.ts';
import type { Signifier } from '../../framework/framework.ts';
import type { Asked, Panels } from './asked.ts';
import { choicePanels } from './choice.ts';
import { dyadPanels } from './dyad.ts';
import { stonesPanels } from './stones.ts';
import { triadPanels } from './triad.ts';

/** The plots of a signifier as one of its views shows it; null where it has none, as texts have none. */
export function panelsOf(signifier: Signifier, columns: Columns, asked: Asked): Panels | null {
  const { key } = signifier;
  const [triad, dyad, stones, choice] = [
    columns.triads.get(key),
    columns.dyads.get(key),
    columns.stones.get(key),
    columns.choices.get(key),
  ];
  if (signifier.kind === 'triad' && triad) return triadPanels(signifier, triad, asked);
  if (signifier.kind === 'dyad' && dyad) return dyadPanels(signifier, dyad, asked);
  if (signifier.kind === 'stones' && stones) return stonesPanels(signifier, stones, asked);
  return signifier.kind === 'choice' && choice ? choicePanels(signifier, choice, asked) : null;
}
