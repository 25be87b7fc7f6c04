import { z } from 'zod';
import { storable } from '../../triads/framework/storable.ts';
import { byId } from './collections.ts';
import { tagHeader } from './tag.ts';

/** Words of researchers themselves: trimmed, and something. */
const written = (most: number) => storable.trim().min(1, 'is empty').max(most, `has more than ${most} characters`);

/**
 * What a board's address says after its question mark: choices as `writeClauses` writes them, and settings of the board. It
 * holds keys and numbers and has no room for words.
 */
export const query = z
  .array(
    z.tuple([
      z.string().regex(/^[a-z][a-z0-9.-]{0,80}$/, 'is no name'),
      z.string().regex(/^[\w!:,~.@|=-]{1,4000}$/, 'holds keys and numbers'),
    ]),
  )
  .max(48);
export type Query = z.infer<typeof query>;

/** Who did something, and when. The name is null for who is no longer here. */
const by = z.strictObject({ id: z.string(), name: z.string().nullable(), at: z.iso.datetime() });
export type By = z.infer<typeof by>;

export const newView = z.strictObject({ name: written(120), remark: storable.trim().max(2000, 'has more than 2000 characters'), query });
export type NewView = z.infer<typeof newView>;

export const view = newView.extend({
  id: z.uuid(),
  /** Names this state of the view; changing carries it, and is refused once it is another. */
  tag: z.string(),
  made: by,
  saved: by,
});
export type View = z.infer<typeof view>;
/** By name. */
export const viewList = z.strictObject({ views: z.array(view) });

export const byView = byId.extend({ view: z.uuid() });
export const ifViewMatches = tagHeader('the saved view');

const noteText = z.strictObject({ text: written(4000) });
export const noteChange = noteText;
/** A note on a plot, on a saved view, or on the board; `query` is what its writer had before them. */
export const newNote = noteText
  .extend({ signifier: z.string().max(100).nullable(), view: z.uuid().nullable(), query })
  .refine(({ signifier, view }) => signifier === null || view === null, { path: ['view'], message: 'a note is on a plot or on a view' });
export type NewNote = z.infer<typeof newNote>;

export const stance = z.enum(['agrees', 'disagrees']);
export type Stance = z.infer<typeof stance>;
/** What somebody else reads into it; never without words. */
export const newReply = noteText.extend({ stance });
export type NewReply = z.infer<typeof newReply>;

const entry = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  made: by,
  /** When its writer last changed it. */
  changed: z.iso.datetime().nullable(),
});
export const reply = entry.extend({ stance });
export const note = entry.extend({
  signifier: z.string().nullable(),
  view: z.uuid().nullable(),
  query,
  /** Whether its writer took it back; its text is gone, and what was replied stays. */
  isTakenBack: z.boolean(),
  replies: z.array(reply),
});
export type Note = z.infer<typeof note>;
/** Newest last. */
export const noteList = z.strictObject({ notes: z.array(note) });

export const byNote = byId.extend({ note: z.uuid() });
