import type { Comment, NewComment } from '../contract/codesign.ts';
import type { Db, Tx } from '../database/connection.ts';

/** What people without an account say of a draft, page by page of the form. */
export class DraftComments {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Whether it is new: a repeat is the same comment. */
  async insert(tx: Tx, frameworkId: string, comment: NewComment, wording: string): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('draft_comments')
      .values({ ...comment, framework_id: frameworkId, wording, resolved: null, resolved_by: null, note: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return Boolean(numInsertedOrUpdatedRows);
  }

  /** Deletes a comment that its writer takes back; one that is not there is gone already. */
  async delete(frameworkId: string, id: string): Promise<void> {
    await this.#db.deleteFrom('draft_comments').where('framework_id', '=', frameworkId).where('id', '=', id).execute();
  }

  /** A framework's comments, by page and then in no order that says anything. */
  async of(frameworkId: string): Promise<Comment[]> {
    const rows = await this.#db
      .selectFrom('draft_comments as comment')
      .leftJoin('tried_documents as tried', (join) =>
        join.onRef('tried.tag', '=', 'comment.document').onRef('tried.framework_id', '=', 'comment.framework_id'),
      )
      .leftJoin('versions', 'versions.id', 'tried.version_id')
      .leftJoin('people', 'people.id', 'comment.resolved_by')
      .select(['comment.id', 'page', 'kind', 'text', 'language', 'wording', 'resolved', 'note'])
      .select(['versions.number as version', 'people.name as resolver'])
      .where('comment.framework_id', '=', frameworkId)
      .orderBy('page')
      .orderBy('comment.id')
      .execute();
    return rows.map(({ resolved, resolver, note, ...comment }) => ({
      ...comment,
      resolved: resolved === null ? null : { at: resolved, by: resolver ?? 'somebody', note: note ?? '' },
    }));
  }

  /** Whether there is such a comment. */
  async resolve(frameworkId: string, id: string, by: { at: string; personId: string | null; note: string } | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('draft_comments')
      .set({ resolved: by?.at ?? null, resolved_by: by?.personId ?? null, note: by?.note ?? null })
      .where('framework_id', '=', frameworkId)
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}
