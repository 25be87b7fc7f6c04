import { z } from 'zod';
import { words } from '../../triads/answers/submission.ts';
import { byId } from './collections.ts';

export const byKey = byId.extend({ key: z.uuid() });

/** A key in links to a collection. How many stories came by it is not counted, so that none can be traced to where it was told. */
export const linkKey = z.strictObject({
  id: z.uuid(),
  /** Where this key's link hangs or was sent, such as "Ward poster, Leeds". */
  label: z.string(),
  /** The whole link; null once the key is revoked, since only a hash is kept then. */
  link: z.string().nullable(),
  made: z.iso.datetime(),
  revoked: z.iso.datetime().nullable(),
  /** Until when stories begun with a revoked key are taken; equal to `revoked` where they are not. */
  takenUntil: z.iso.datetime().nullable(),
});
export type LinkKeyEntry = z.infer<typeof linkKey>;

export const link = z.strictObject({
  /** The link without a key. */
  link: z.string(),
  languages: z.array(z.string()),
  /** From when on stories need a key; null where none is needed. New tellers need one at once, where any do. */
  keyRequiredFrom: z.iso.datetime().nullable(),
  keys: z.array(linkKey),
});
export type Link = z.infer<typeof link>;

/** Whether stories already begun are still taken for the days of grace; without, the change holds at once. */
const late = z.boolean();
export const keyRule = z.strictObject({ required: z.boolean(), late });
export const newLinkKey = z.strictObject({
  label: words(100).refine((label) => label.trim() !== '', 'is empty'),
});
export const revocation = z.strictObject({ late });

/** Which link a code or poster is for: in a language of the collection (its first, unless said), with a key or without. */
export const printQuery = z.strictObject({ language: z.string().optional(), key: z.uuid().optional() });
