import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Purpose } from '../../triads/exports/provenance.ts';
import { type ExportOptions, type Reason, reason, type Verdict } from '../contract/exports.ts';
import type { SharedPattern } from '../contract/shared-out.ts';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';

/** What an export was asked for, and what is known of it for its provenance. */
export interface Definition {
  view: { id: string; name: string } | null;
  options: ExportOptions;
  leftOut: { reason: Reason; stories: number }[];
  /** For publication: the patterns that were published last when it was made, as they were shown, so that what is checked is what leaves. */
  patterns: SharedPattern | null;
}

export interface Export {
  id: string;
  number: string;
  collectionId: string;
  person: { id: string; name: string };
  purpose: Purpose;
  format: string;
  region: string | null;
  made: string;
  state: 'making' | 'ready' | 'stopped';
  /** How many stories are in; while it is made, how many there are to be. */
  stories: number;
  definition: Definition;
  until: string;
  verdict: Verdict | null;
}

/** A row of an export that still has a story. */
export interface ExportRow {
  rowId: string;
  storyId: string;
  /** Of the words that went out; null where none did. */
  wordsHash: string | null;
}

/** What was taken out of the house: a definition and a row list, never bytes. Row ids are the export's own and outlive the story. */
export class Exports {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(tx: Tx, { collectionId, person, definition, verdict, ...made }: Export): Promise<void> {
    const row: Row<'exports'> = {
      ...made,
      collection_id: collectionId,
      person_id: person.id,
      definition: JSON.stringify(definition),
      verdict: verdict && JSON.stringify(verdict),
    };
    await tx.insertInto('exports').values(row).execute();
  }

  async addRows(tx: Tx, exportId: string, stories: { id: string; wordsHash: string | null; number: string | null }[]): Promise<void> {
    for (let at = 0; at < stories.length; at += 500) {
      const rows = stories
        .slice(at, at + 500)
        .map(({ id, wordsHash, number }) => ({ export_id: exportId, row_id: randomUUID(), story_id: id, words_hash: wordsHash, number }));
      await tx.insertInto('export_rows').values(rows).execute();
    }
  }

  async setState(db: Db | Tx, id: string, state: Export['state'], stories: number): Promise<void> {
    await db.updateTable('exports').set({ state, stories }).where('id', '=', id).execute();
  }

  async setVerdict(tx: Tx, id: string, verdict: Verdict): Promise<void> {
    await tx
      .updateTable('exports')
      .set({ verdict: JSON.stringify(verdict) })
      .where('id', '=', id)
      .execute();
  }

  async byId(collectionId: string, id: string, db: Db | Tx = this.#db): Promise<Export | null> {
    const row = await this.#selected(db).where('exports.collection_id', '=', collectionId).where('exports.id', '=', id).executeTakeFirst();
    return row ? exportOf(row) : null;
  }

  /** The exports of a collection, newest first: one person's own, and those for some purposes of everybody's. */
  async of(collectionId: string, personId: string, purposes: readonly Purpose[]): Promise<Export[]> {
    const rows = await this.#selected(this.#db)
      .where('exports.collection_id', '=', collectionId)
      .where((where) =>
        where.or([where('exports.person_id', '=', personId), ...(purposes.length ? [where('exports.purpose', 'in', [...purposes])] : [])]),
      )
      .orderBy('exports.made', 'desc')
      .execute();
    return rows.map(exportOf);
  }

  /** The exports that a person made or fetched, over all collections. */
  async takenBy(personId: string): Promise<Export[]> {
    const rows = await this.#selected(this.#db)
      .where((where) => where.or([where('exports.person_id', '=', personId), where('exports.id', 'in', this.#fetchedBy(personId))]))
      .orderBy('exports.made', 'desc')
      .execute();
    return rows.map(exportOf);
  }

  /** The ids of the exports whose file a person fetched: the audit says so. */
  async fetchedBy(personId: string): Promise<Set<string>> {
    return new Set((await this.#fetchedBy(personId).execute()).map(({ subject }) => subject));
  }

  #fetchedBy(personId: string) {
    return this.#db.selectFrom('audit').select('subject').where('person_id', '=', personId).where('action', '=', 'export.fetch');
  }

  #selected(db: Db | Tx) {
    return db
      .selectFrom('exports')
      .leftJoin('people', 'people.id', 'exports.person_id')
      .selectAll('exports')
      .select('people.name as person_name');
  }

  /** How many exports hold each of these stories; a story that none holds is not named. */
  async holding(storyIds: readonly string[]): Promise<Map<string, number>> {
    if (!storyIds.length) return new Map();
    const rows = await this.#db
      .selectFrom('export_rows')
      .select(['story_id', sql<number | string>`count(*)`.as('exports')])
      .where('story_id', 'in', storyIds)
      .groupBy('story_id')
      .execute();
    return new Map(rows.map(({ story_id, exports }) => [story_id ?? '', Number(exports)]));
  }

  /** How many rows of an export still have a story. */
  async countRows(exportId: string): Promise<number> {
    const { rows } = await this.#db
      .selectFrom('export_rows')
      .select(sql<number | string>`count(story_id)`.as('rows'))
      .where('export_id', '=', exportId)
      .executeTakeFirstOrThrow();
    return Number(rows);
  }

  /** The stories that an export still has rows of. */
  async storiesIn(exportId: string): Promise<Set<string>> {
    const rows = await this.#db.selectFrom('export_rows').select('story_id').where('export_id', '=', exportId).execute();
    return new Set(rows.flatMap(({ story_id }) => story_id ?? []));
  }

  /** What names every row of an export, also where its story is gone: its id in files, its number on paper where it had one; sorted by row id. */
  async named(exportId: string): Promise<{ row: string; number: string | null }[]> {
    return this.#db
      .selectFrom('export_rows')
      .select(['row_id as row', 'number'])
      .where('export_id', '=', exportId)
      .orderBy('row_id')
      .execute();
  }

  /** The rows of an export that still have a story, sorted by row id, after a row id. */
  async rows(exportId: string, after: string, limit: number): Promise<ExportRow[]> {
    const rows = await this.#db
      .selectFrom('export_rows')
      .select(['row_id', 'story_id', 'words_hash'])
      .where('export_id', '=', exportId)
      .where('story_id', 'is not', null)
      .where('row_id', '>', after)
      .orderBy('row_id')
      .limit(limit)
      .execute();
    return rows.flatMap(({ row_id, story_id, words_hash }) =>
      story_id ? [{ rowId: row_id, storyId: story_id, wordsHash: words_hash }] : [],
    );
  }
}

function exportOf({
  collection_id,
  person_id,
  person_name,
  purpose,
  definition,
  verdict,
  ...row
}: Row<'exports'> & { person_name: string | null }): Export {
  // Exports that were made before had nothing to choose.
  const plain: Definition = { view: null, options: {}, leftOut: [], patterns: null };
  const known: Definition = { ...plain, ...(JSON.parse(definition) as Partial<Definition>) };
  // How many did not agree was counted once, and is told no more.
  const leftOut = known.leftOut.filter((left) => reason.options.includes(left.reason));
  return {
    ...row,
    purpose: purpose as Purpose,
    collectionId: collection_id,
    person: { id: person_id, name: person_name ?? 'Somebody' },
    definition: { ...known, leftOut },
    verdict: verdict === null ? null : (JSON.parse(verdict) as Verdict),
  };
}
