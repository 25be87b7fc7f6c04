import { z } from 'zod';
import { words } from '../../triads/answers/submission.ts';
import { draft } from '../../triads/framework/framework.ts';
import { byId } from './collections.ts';

/** Drafts tried by people without an account: what their phones ask and send, and what designers see of it. */

export const codeHeader = z.object({ 'draft-code': z.string().max(64).meta({ description: 'The code behind the `#` of the link.' }) });

/** A draft as a phone shows it. */
export const triedDraft = z.strictObject({
  /** Names this document: a try-out keeps the one that it began on. */
  tag: z.string(),
  document: draft.omit({ format: true }),
  ends: z.iso.datetime(),
});
export type TriedDraft = z.infer<typeof triedDraft>;

/** `unclear`: it is not understood; `not-for-me`: it does not fit who is asked; `words`: something else. */
export const commentKind = z.enum(['unclear', 'not-for-me', 'words']);
export type CommentKind = z.infer<typeof commentKind>;

export const commentLimit = 1000;
const facts = {
  /** Made by the phone, which alone can take the comment back by it. */
  id: z.uuid(),
  /** The page of the form: a signifier's, `start`, `story`, `reading`, `sharing` or `check`. */
  page: z.string().max(60),
  kind: commentKind,
  text: words(commentLimit),
  language: z.string(),
};
export const newComment = z
  .strictObject({ ...facts, document: z.string().max(64) })
  .refine(({ kind, text }) => kind !== 'words' || text.trim() !== '', { path: ['text'], message: 'is empty' });
export type NewComment = z.infer<typeof newComment>;
export const byComment = z.strictObject({ comment: z.uuid() });

export const newLink = z.strictObject({
  label: words(100).refine((label) => label.trim() !== '', 'is empty'),
  days: z.int().min(1).max(90).default(14),
});
export const byLink = byId.extend({ link: z.uuid() });
export const draftLink = z.strictObject({
  id: z.uuid(),
  /** Whom it was given to, such as "Ward managers". */
  label: z.string(),
  /** The whole link; null once revoked, since only a hash is kept then. */
  link: z.string().nullable(),
  made: z.iso.datetime(),
  ends: z.iso.datetime(),
  revoked: z.iso.datetime().nullable(),
});
export type DraftLink = z.infer<typeof draftLink>;

export const comment = z.strictObject({
  ...facts,
  /** The number of the draft or version that it was said of; null where that draft was discarded. */
  version: z.int().nullable(),
  /** How the page was worded then, a text a line. */
  wording: z.string(),
  resolved: z.strictObject({ by: z.string(), at: z.iso.datetime(), note: z.string() }).nullable(),
});
export type Comment = z.infer<typeof comment>;

export const codesign = z.strictObject({
  links: z.array(draftLink),
  /** How many try-outs there were. */
  tryOuts: z.int(),
  /** How long each signifier was on the screen, by key: milliseconds, shortest first, so that no two tell of the same try-out. */
  times: z.record(z.string(), z.array(z.int())),
  comments: z.array(comment),
});
export type Codesign = z.infer<typeof codesign>;

export const byFrameworkComment = byId.extend({ comment: z.uuid() });
/** Without a resolution it is open again. */
export const resolution = z.strictObject({ resolved: z.boolean(), note: words(commentLimit).default('') });
