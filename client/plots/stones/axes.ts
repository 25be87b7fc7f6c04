import type { Stones } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';

/** The names of a canvas's axes with their arrows; with `ends`, also from what to what they lead. */
export function axisNames({ axes }: Stones, language: string, ends = false): { up: string; across: string } {
  const along = ({ low, high }: Stones['axes']['x']) => (ends ? `${localise(low, language)} → ${localise(high, language)}` : '');
  return {
    up: [`${localise(axes.y.name, language)} ↑`, along(axes.y)].filter(Boolean).join('  '),
    across: [along(axes.x), `${localise(axes.x.name, language)} →`].filter(Boolean).join('  '),
  };
}
