import type { ImportCheck, ImportReport, ImportState } from '../contract/imports.ts';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';
import { restamp } from './collections.ts';
import type { Segments } from './segments.ts';
import type { Texts } from './texts.ts';

/** Stories that are moved or deleted in one statement. */
const atOnce = 500;

/** What was checked: as asked, on the version that the wave had then. */
export type Checked = ImportCheck & { definition: string | null; version: string };

export interface Import {
  id: string;
  collectionId: string;
  /** Null for the command line. */
  personId: string | null;
  by: string | null;
  file: string;
  made: string;
  state: ImportState;
  asked: Checked | null;
  report: ImportReport | null;
  /** Thousandths of the check or the taking that is under way. */
  progress: number;
  heard: string;
  trouble: string | null;
  consent: string[] | null;
  statement: string | null;
  stories: number | null;
  taken: string | null;
  takenBack: TakenBack | null;
  digest: string | null;
}

/** When an import was taken back, why and by whom: its importer, where nothing else is said. */
export interface TakenBack {
  at: string;
  reason: string;
  by?: string | null;
}

type Change = Partial<Pick<Row<'imports'>, 'trouble' | 'progress' | 'heard' | 'statement' | 'stories' | 'taken'>> & {
  asked?: Checked;
  report?: ImportReport;
  consent?: string[];
  takenBack?: TakenBack;
};

/** Imports, and the stories of those that are under way: these lie under the import's id, where no collection's reader looks. */
export class Imports {
  readonly #db: Db;
  readonly #texts: Texts;
  readonly #segments: Segments;

  constructor(db: Db, texts: Texts, segments: Segments) {
    this.#db = db;
    this.#texts = texts;
    this.#segments = segments;
  }

  async insert(made: Pick<Row<'imports'>, 'id' | 'collection_id' | 'person_id' | 'file' | 'made' | 'digest'>): Promise<void> {
    await this.#db
      .insertInto('imports')
      .values({ ...made, state: 'new', progress: 0, heard: made.made })
      .execute();
  }

  async byId(id: string): Promise<Import | null> {
    const row = await this.#read().where('imports.id', '=', id).executeTakeFirst();
    return row ? importOf(row) : null;
  }

  /** Newest first. */
  async of(collectionId: string): Promise<Import[]> {
    const rows = await this.#read().where('collection_id', '=', collectionId).orderBy('made', 'desc').execute();
    return rows.map(importOf);
  }

  /** Those of which something is left to do. */
  async pending(): Promise<Import[]> {
    return (await this.#read().where('state', 'not in', ['done', 'taken-back']).execute()).map(importOf);
  }

  #read() {
    return this.#db
      .selectFrom('imports')
      .leftJoin('people', 'people.id', 'imports.person_id')
      .selectAll('imports')
      .select('people.name as by');
  }

  /** Turns one state into another; false where it is in none of these any more, and nothing was changed. */
  async turn(id: string, from: ImportState[], to: ImportState, change: Change = {}, db: Db | Tx = this.#db): Promise<boolean> {
    const { asked, report, consent, takenBack, ...plain } = change;
    const { numUpdatedRows } = await db
      .updateTable('imports')
      .set({
        ...plain,
        state: to,
        ...(asked && { asked: JSON.stringify(asked) }),
        ...(report && { report: JSON.stringify(report) }),
        ...(consent && { consent: JSON.stringify(consent) }),
        ...(takenBack && { taken_back: JSON.stringify(takenBack) }),
      })
      .where('id', '=', id)
      .where('state', 'in', from)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async setProgress(id: string, progress: number, heard: string): Promise<void> {
    await this.#db.updateTable('imports').set({ progress, heard }).where('id', '=', id).execute();
  }

  /** A sign of life of what waits its turn, or works at something long. */
  async setHeard(id: string, heard: string): Promise<void> {
    await this.#db.updateTable('imports').set({ heard }).where('id', '=', id).execute();
  }

  async delete(id: string): Promise<void> {
    await this.#db.deleteFrom('imports').where('id', '=', id).execute();
  }

  /** Some stories that an import brought, as far as they are still there. */
  async storiesOf(importId: string, collectionId: string, limit: number): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('stories')
      .select('id')
      .where('import_id', '=', importId)
      .where('collection_id', '=', collectionId)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Moves an import's stories into their collection: all of them, in this transaction. */
  async settle(tx: Tx, importId: string, collectionId: string): Promise<void> {
    await restamp(tx, [collectionId]);
    const staged = await tx.selectFrom('stories').select('id').where('collection_id', '=', importId).orderBy('id').execute();
    const ids = staged.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += atOnce) await this.#segments.note(tx, collectionId, ids.slice(at, at + atOnce));
    await tx
      .updateTable('stories')
      .set({ collection_id: collectionId, import_id: importId })
      .where('collection_id', '=', importId)
      .execute();
    await tx.updateTable('receipts').set({ collection_id: collectionId }).where('collection_id', '=', importId).execute();
  }

  /** Deletes what was stored of an import that is not to be, in short transactions. */
  async unstage(importId: string): Promise<void> {
    for (;;) {
      const rows = await this.#db.selectFrom('stories').select('id').where('collection_id', '=', importId).limit(atOnce).execute();
      if (!rows.length) break;
      const ids = rows.map(({ id }) => id);
      await this.#db.transaction().execute(async (tx) => {
        await this.#texts.erase(tx, ...ids);
        await tx.deleteFrom('stories').where('collection_id', '=', importId).where('id', 'in', ids).execute();
      });
    }
    await this.#db.deleteFrom('receipts').where('collection_id', '=', importId).execute();
  }
}

function importOf({ asked, report, consent, taken_back, ...row }: Row<'imports'> & { by: string | null }): Import {
  return {
    id: row.id,
    collectionId: row.collection_id,
    personId: row.person_id,
    by: row.by,
    file: row.file,
    made: row.made,
    state: row.state,
    asked: asked === null ? null : JSON.parse(asked),
    report: report === null ? null : JSON.parse(report),
    progress: row.progress,
    heard: row.heard,
    trouble: row.trouble,
    consent: consent === null ? null : JSON.parse(consent),
    statement: row.statement,
    stories: row.stories,
    taken: row.taken,
    takenBack: taken_back === null ? null : JSON.parse(taken_back),
    digest: row.digest,
  };
}
