import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';

export type ExportRow = Row<'exports'>;

/** What was taken out of the house: a definition and a row list, never bytes. Row ids are the export's own and outlive the story. */
export class Exports {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(tx: Tx, made: ExportRow, stories: { id: string; wordsHash: string }[]): Promise<void> {
    await tx.insertInto('exports').values(made).execute();
    for (let at = 0; at < stories.length; at += 500) {
      const rows = stories
        .slice(at, at + 500)
        .map(({ id, wordsHash }) => ({ export_id: made.id, row_id: randomUUID(), story_id: id, words_hash: wordsHash }));
      await tx.insertInto('export_rows').values(rows).execute();
    }
  }

  /** One person's exports of a collection, newest first, with how many rows each had. */
  async of(personId: string, collectionId: string): Promise<(ExportRow & { rows: number })[]> {
    const rows = await this.#db
      .selectFrom('exports')
      .innerJoin('export_rows', 'export_rows.export_id', 'exports.id')
      .selectAll('exports')
      .select(sql<number | string>`count(*)`.as('rows'))
      .where('exports.person_id', '=', personId)
      .where('exports.collection_id', '=', collectionId)
      .groupBy('exports.id')
      .orderBy('exports.made', 'desc')
      .execute();
    return rows.map((row) => ({ ...row, rows: Number(row.rows) }));
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

  /** The rows of an export that still have a story, sorted by row id, after a row id. */
  async rows(exportId: string, after: string, limit: number): Promise<{ rowId: string; storyId: string; wordsHash: string | null }[]> {
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
