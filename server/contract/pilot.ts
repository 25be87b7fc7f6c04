import { z } from 'zod';
import { signifier } from '../../triads/framework/framework.ts';

const count = z.int().min(0);
/** A number; `small` is 1 to the threshold less 1, `hidden` one that would give a small one away. Exact for researchers. */
const shown = z.union([count, z.enum(['small', 'hidden'])]);
/** Nothing to see to, something to look at, or too few answers to say. */
const standing = z.enum(['fine', 'flagged', 'few']);
const effect = z.number().min(-1).max(1);
const counted = z.strictObject({ count: shown, standing });

/** What a pilot says of one signifier; null where a thing was not tried, such as the order where all were asked in one. */
export const signifierPilot = z.strictObject({
  signifier,
  asked: shown,
  /** Placed, or chosen in words. */
  answered: shown,
  /** How many of these by choosing words; null where that would tell of few, since it can hint at a disability. */
  chosen: count.nullable(),
  na: counted,
  skipped: counted,
  /** Seconds on the screen, ascending: of try-outs alone. */
  times: z
    .strictObject({
      standing,
      seconds: z.array(count),
      quartiles: z.strictObject({ lower: z.number(), median: z.number(), upper: z.number() }).nullable(),
      expected: z.number(),
    })
    .nullable(),
  /** Shares left unanswered (skipped, or said not to apply) where asked in the first and in the second half of the order. */
  order: z.strictObject({ standing, early: z.number().nullable(), late: z.number().nullable(), p: z.number().nullable() }).nullable(),
  /** What each place of the screen adds to the share of whatever corner stands there. */
  rotation: z
    .strictObject({ standing, pull: z.strictObject({ top: effect, left: effect, right: effect }).nullable(), p: z.number().nullable() })
    .nullable(),
  /** People who answered by placing and by choosing words: how many placements of both kinds, and how many of these in one zone. */
  means: z.strictObject({ standing, people: count, pairs: count, same: count, kappa: z.number().nullable() }).nullable(),
  /** Where placements pile up: zones of a triad, fifths of a dyad, cells of a canvas; or `corners`, `edges`, `ends` together. */
  piles: z.strictObject({ standing, at: z.array(z.string()) }).nullable(),
  /**
   * The placements as a picture: a triad's triangular bins, so many a side, or counts by part (a zone, fifth or cell). By part those
   * chosen in words are among them where their number is not said. Null where there is nothing to show or it would tell of few.
   */
  figure: z
    .union([
      z.strictObject({ by: z.literal('bins'), side: z.int(), counts: z.array(shown) }),
      z.strictObject({ by: z.literal('parts'), parts: z.array(z.strictObject({ at: z.string(), area: z.number(), count: shown })) }),
    ])
    .nullable(),
  /** Other triads and dyads that say the same of the same stories, by their RV coefficient. */
  same: z.strictObject({ standing, with: z.array(z.strictObject({ key: z.string(), rv: z.number() })) }).nullable(),
});
export type SignifierPilot = z.infer<typeof signifierPilot>;

/** The pilot report of a collection's stories, or of the try-outs of a framework. */
export const pilot = z.strictObject({
  of: z.enum(['stories', 'try-outs']),
  /** How many were read, of how many there are: of many, a fair sample. */
  read: shown,
  all: shown,
  /** The small-number threshold that the numbers stand under; null where they are exact. */
  threshold: z.int().nullable(),
  signifiers: z.array(signifierPilot),
});
export type Pilot = z.infer<typeof pilot>;
