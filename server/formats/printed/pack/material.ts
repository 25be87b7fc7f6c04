import type { Shared } from '../../../../triads/figures/from-shared.ts';
import type { Signifier } from '../../../../triads/framework/framework.ts';

/** One signifier's pattern as workshop leads may see it. */
export interface SharedFigure extends Shared {
  signifier: Signifier;
  states: { placed: number; na: number; skipped: number; unasked: number };
  /** Whether the whole collection is shown in place of the region, of which too little is known. */
  isStandIn: boolean;
}

/** "1 story", "20 stories". */
export const counted = (stories: number): string => (stories === 1 ? '1 story' : `${stories} stories`);

/** What a workshop works with besides stories: the patterns of its region, as its lead may see them. */
export interface Workshop {
  /** Such as "Midlands"; null for a lead of all regions. */
  region: string | null;
  stories: { own: number | null; whole: number };
  /** Below it counts are not said. */
  threshold: number;
  figures: SharedFigure[];
  /** Where participants were told to turn with a concern. */
  concerns: string[];
}
