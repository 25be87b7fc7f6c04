import type { Stones } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';

/** The names of a canvas's axes with their arrows; with `ends`, also from what to what they lead. */
export function axisNames({ axes }: Stones, language: string, ends = false): { up: string; across: string } {
  const named = ({ name, low, high }: Stones['axes']['x'], arrow: string) =>
    ends
      ? `${localise(name, language)}: ${localise(low, language)} ${arrow} ${localise(high, language)}`
      : `${localise(name, language)} ${arrow}`;
  return { up: named(axes.y, '↑'), across: named(axes.x, '→') };
}
