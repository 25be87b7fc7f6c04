import { sql } from 'kysely';
import type { TryOut } from '../../triads/answers/try-out.ts';
import type { Document } from '../../triads/framework/framework.ts';
import type { Answered } from '../../triads/pilot/answered.ts';
import type { Db, Tx } from '../database/connection.ts';

const pageSize = 200;

/** Drafts as they were given to try, and what was answered on them: apart from all stories, and without any words. */
export class TryOuts {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Keeps a document as it is given to somebody; the same one is kept once. */
  async keepDocument(frameworkId: string, versionId: string, tag: string, document: Document): Promise<void> {
    await this.#db
      .insertInto('tried_documents')
      .values({ framework_id: frameworkId, tag, version_id: versionId, document: JSON.stringify(document) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async document(frameworkId: string, tag: string): Promise<Document | null> {
    const row = await this.#db
      .selectFrom('tried_documents')
      .select('document')
      .where('framework_id', '=', frameworkId)
      .where('tag', '=', tag)
      .executeTakeFirst();
    return row ? JSON.parse(row.document) : null;
  }

  /** Every document of a framework that somebody was given to try. */
  async documents(frameworkId: string): Promise<{ tag: string; document: Document }[]> {
    const rows = await this.#db
      .selectFrom('tried_documents')
      .select(['tag', 'document'])
      .where('framework_id', '=', frameworkId)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('try_outs')
            .select('id')
            .whereRef('try_outs.framework_id', '=', 'tried_documents.framework_id')
            .whereRef('try_outs.document', '=', 'tried_documents.tag'),
        ),
      )
      .orderBy('tag')
      .execute();
    return rows.map(({ tag, document }) => ({ tag, document: JSON.parse(document) as Document }));
  }

  /** Whether it is new: a repeat is the same try-out. */
  async insert(tx: Tx, frameworkId: string, week: string, tryOut: TryOut): Promise<boolean> {
    const { id, document, language, answers, order, rotations, times, again } = tryOut;
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('try_outs')
      .values({
        framework_id: frameworkId,
        id,
        document,
        language,
        week,
        answers: JSON.stringify(answers),
        shown: JSON.stringify({ order, rotations }),
        times: JSON.stringify(times),
        again: JSON.stringify(again),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return Boolean(numInsertedOrUpdatedRows);
  }

  async count(frameworkId: string): Promise<number> {
    const { tryOuts } = await this.#db
      .selectFrom('try_outs')
      .select(sql<number | string>`count(*)`.as('tryOuts'))
      .where('framework_id', '=', frameworkId)
      .executeTakeFirstOrThrow();
    return Number(tryOuts);
  }

  /**
   * A framework's try-outs as the pilot report reads them, sorted by random id, page by page.
   * @param document the tag of one document, where others are left out
   */
  async *pages(frameworkId: string, document?: string): AsyncGenerator<Answered[]> {
    for (let after = ''; ; ) {
      const rows = await this.#db
        .selectFrom('try_outs')
        .select(['id', 'answers', 'shown', 'times', 'again'])
        .where('framework_id', '=', frameworkId)
        .where('id', '>', after)
        .$if(document !== undefined, (query) => query.where('document', '=', document ?? ''))
        .orderBy('id')
        .limit(pageSize)
        .execute();
      yield rows.map(answered);
      const last = rows.at(-1);
      if (rows.length < pageSize || !last) return;
      after = last.id;
    }
  }
}

function answered({ answers, shown, times, again }: Record<'answers' | 'shown' | 'times' | 'again', string>): Answered {
  const { order, rotations }: Pick<TryOut, 'order' | 'rotations'> = JSON.parse(shown);
  return { answers: JSON.parse(answers), asked: new Set(order), order, rotations, times: JSON.parse(times), again: JSON.parse(again) };
}
