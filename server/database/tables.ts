import type { Generated, Selectable } from 'kysely';
import type { CommentKind } from '../contract/codesign.ts';
import type { ImportState } from '../contract/imports.ts';
import type { Stance } from '../contract/kept.ts';
import type { EscalationKind, EscalationOutcome } from '../contract/reviews.ts';
import type { Role } from '../contract/staff.ts';
import type { ReleaseState } from '../contract/tell.ts';

/** The tables as both engines hold them: JSON documents and times (ISO 8601, UTC) as text, flags as 0 or 1. */
export interface Tables {
  people: { id: string; name: string; email: string; password_hash: string | null; demonstration: number };
  grants: { id: string; person_id: string; role: Role; collection_id: string | null; region: string | null };
  sessions: { token_hash: string; person_id: string; expires: string };
  links: { token_hash: string; person_id: string; expires: string };
  /** The names of the peppers that receipts were made with. */
  peppers: { name: string };
  audit: { sequence: number; at: string; person_id: string | null; action: string; subject: string; details: string; hash: string };
  frameworks: { id: string; key: string; made_by: string | null };
  /** At most one draft a framework; the document of any other version never changes. */
  versions: {
    id: string;
    framework_id: string;
    number: number;
    state: 'draft' | 'published' | 'retired';
    document: string;
    /** Of a draft: changes with every saving. */
    tag: string | null;
    saved: string | null;
    saved_by: string | null;
    published: string | null;
    retired: string | null;
    /** Keys of signifiers that its designer said mean the same as before, in other words. */
    same_meaning: string | null;
  };
  collections: {
    id: string;
    slug: string;
    title: string;
    languages: string;
    invented: number;
    threshold: number;
    random_order: number;
    rotation: number;
    /** From when on a story needs a key from its link; null where none does. */
    key_required_from: string | null;
    /** Since when it takes no stories: for a while, or for good. */
    paused: string | null;
    closed: string | null;
    rounding_base: number;
    threshold_reason: string | null;
    breakdowns: string;
    /** After how many weeks words, then whole stories, are deleted; null for never. */
    texts_weeks: number | null;
    stories_weeks: number | null;
    /** After how many days from its release what a reviewer took out of a story is deleted. */
    taken_out_days: number;
    /** For how many days the file of an export can be fetched. */
    export_days: number;
    /** Changes with every change to the collection's stories; says nothing else. */
    stamp: string;
  };
  waves: {
    id: string;
    collection_id: string;
    position: number;
    key: string;
    label: string;
    opens: string;
    closes: string | null;
    version_id: string;
  };
  /** What was published last under a name, as JSON, and the counts by which the next step is due. */
  steps: { collection_id: string; name: string; counts: string; document: string };
  /** Keys in links. `key` is forgotten once revoked; its hash stays, so that a revoked one can be told from a wrong one. */
  link_keys: {
    id: string;
    collection_id: string;
    label: string;
    key: string | null;
    key_hash: string;
    made: string;
    revoked: string | null;
    taken_until: string | null;
  };
  stories: {
    collection_id: string;
    id: string;
    wave_id: string;
    version_id: string;
    language: string;
    week: string;
    /** The answer to the region question, kept beside the answers so that a region's stories are found by index. */
    region: string | null;
    release: ReleaseState;
    /** The scopes given, each with its wording (`repositories/consent.ts`). */
    consent: string;
    answers: string;
    shown: string | null;
    /** The import that it came by; null for one that a participant sent. */
    import_id: string | null;
  };
  /** Files of stories and what became of them. Words and answers lie in the file alone, which goes as soon as it is done with. */
  imports: {
    id: string;
    collection_id: string;
    person_id: string | null;
    /** The name that the file had. */
    file: string;
    made: string;
    state: ImportState;
    /** What was asked of the check, and what it found, as JSON. */
    asked: string | null;
    report: string | null;
    /** Thousandths of the check or the taking that is under way, and when it was last heard of. */
    progress: number;
    heard: string;
    /** Why it could not go on. */
    trouble: string | null;
    /** The scopes that its importer stated, and on what grounds. */
    consent: string | null;
    statement: string | null;
    stories: number | null;
    taken: string | null;
    /** When it was taken back, why and by whom, as JSON. */
    taken_back: string | null;
    /** By which the same file is known again. */
    digest: string | null;
  };
  /** Answers of stories as columns (an Arrow stream), sorted by id: a wave's stories from one id up to the next segment's. */
  segments: { collection_id: string; wave_id: string; from_id: string; tag: string; ids: Uint8Array; body: Uint8Array };
  /** Ids of stories that no segment holds yet, one row a batch. */
  unsealed: { collection_id: string; id: string; stories: string };
  /** One row a submission, for good: after a withdrawal only the two HMACs are left, as its tombstone. */
  receipts: {
    key_hmac: string;
    receipt_hmac: string;
    body_hmac: string | null;
    collection_id: string | null;
    story_id: string | null;
    pepper: string;
  };
  /** `proposed`: as a reviewer left them who did not release. */
  texts: { story_id: string; revision: 'original' | 'proposed' | 'released'; words: string };
  /** Of stories that a person released: which answers about the participant may stand beside the words, by key, and whether what was taken out is still kept. */
  releases: { story_id: string; collection_id: string; released: string; approved: string; holds_taken_out: number };
  /** Outlives the story, which is then named no more. `outcome` is null while it is open. */
  escalations: {
    id: string;
    collection_id: string;
    region: string | null;
    story_id: string | null;
    kind: EscalationKind;
    opened: string;
    outcome: EscalationOutcome | null;
  };
  /** What was done and by whom, in order; the first says why it was escalated. */
  escalation_entries: { escalation_id: string; position: number; at: string; person_id: string; text: string };
  exports: {
    id: string;
    number: string;
    collection_id: string;
    person_id: string;
    purpose: string;
    format: string;
    region: string | null;
    made: string;
    state: 'making' | 'ready' | 'stopped';
    /** How many stories are in; while it is made, how many there are to be. */
    stories: number;
    /** What was asked for, and what is known of it for its provenance. */
    definition: string;
    until: string;
    /** What somebody else found in an export for publication. */
    verdict: string | null;
  };
  /** `words_hash` tells whether the words are still those that were taken out; it goes when the story goes. */
  export_rows: { export_id: string; row_id: string; story_id: string | null; words_hash: string | null; number: string | null };
  /** Saved views; `query` is what the board's address says, as pairs. Who deletes one may regret it for a while. */
  views: {
    id: string;
    collection_id: string;
    name: string;
    remark: string;
    query: string;
    tag: string;
    made: string;
    made_by: string;
    saved: string;
    saved_by: string;
    deleted: string | null;
  };
  /** Researchers' notes on a plot, a view or the board, and replies, which alone have a stance. */
  notes: {
    id: string;
    collection_id: string;
    signifier: string | null;
    view_id: string | null;
    query: string;
    reply_to: string | null;
    stance: Stance | null;
    text: string;
    made: string;
    made_by: string;
    changed: string | null;
    deleted: string | null;
  };
  /** What lets people without an account try a draft. `code` is forgotten once revoked. */
  draft_links: {
    id: string;
    framework_id: string;
    label: string;
    code: string | null;
    code_hash: string;
    made: string;
    ends: string;
    revoked: string | null;
    /** How much came by it, against floods; shown to nobody. */
    try_outs_taken: Generated<number>;
    comments_taken: Generated<number>;
  };
  /** Drafts as they were given to try, by a hash of the document. */
  tried_documents: { framework_id: string; tag: string; version_id: string; document: string };
  /** What was answered in a try-out, without any words; `shown` has the order and the rotations. */
  try_outs: {
    framework_id: string;
    id: string;
    document: string;
    language: string;
    week: string;
    answers: string;
    shown: string;
    times: string;
    again: string;
  };
  /** What people say of a page of a draft; `wording` is how the page was worded then. */
  draft_comments: {
    framework_id: string;
    id: string;
    document: string;
    page: string;
    kind: CommentKind;
    text: string;
    language: string;
    wording: string;
    resolved: string | null;
    resolved_by: string | null;
    note: string | null;
  };
}

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;
