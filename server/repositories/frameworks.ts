import { randomUUID } from 'node:crypto';
import type { Draft, Framework } from '../../triads/framework/framework.ts';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';

interface Facts {
  id: string;
  frameworkId: string;
  number: number;
}

/** A framework that is being written, as it was saved last. */
export interface DraftVersion extends Facts {
  state: 'draft';
  document: Draft;
  tag: string;
  saved: string;
  /** Who saved it: a person's id and name; null for the command line. */
  savedBy: { id: string; name: string } | null;
}

/** A version that never changes, but for being retired. */
export interface FixedVersion extends Facts {
  state: 'published' | 'retired';
  document: Framework;
  published: string;
  retired: string | null;
  /** Keys of signifiers that were put in other words that mean the same. */
  sameMeaning: string[];
}

export type FrameworkVersion = DraftVersion | FixedVersion;

/** A framework with its versions, oldest first; the draft, where there is one, is the last. */
export interface FrameworkHistory {
  id: string;
  key: string;
  madeBy: string | null;
  versions: FrameworkVersion[];
}

interface Saving {
  document: Draft;
  at: string;
  personId: string | null;
}

/** Frameworks and their versions. A document is written while it is a draft, and never after. */
export class Frameworks {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async all(): Promise<FrameworkHistory[]> {
    const frameworks = await this.#db.selectFrom('frameworks').selectAll().orderBy('key').orderBy('id').execute();
    return this.#withVersions(frameworks);
  }

  async byId(id: string, db: Db | Tx = this.#db): Promise<FrameworkHistory | null> {
    const row = await db.selectFrom('frameworks').selectAll().where('id', '=', id).executeTakeFirst();
    const [framework = null] = row ? await this.#withVersions([row], db) : [];
    return framework;
  }

  async #withVersions(frameworks: Row<'frameworks'>[], db: Db | Tx = this.#db): Promise<FrameworkHistory[]> {
    if (!frameworks.length) return [];
    const rows = await db
      .selectFrom('versions')
      .leftJoin('people', 'people.id', 'versions.saved_by')
      .selectAll('versions')
      .select('people.name as saver')
      .where(
        'framework_id',
        'in',
        frameworks.map(({ id }) => id),
      )
      .orderBy('number')
      .execute();
    return frameworks.map(({ id, key, made_by }) => ({
      id,
      key,
      madeBy: made_by,
      versions: rows.filter(({ framework_id }) => framework_id === id).map(version),
    }));
  }

  /** The ids of the frameworks that collections ask. */
  async askedBy(collectionIds: string[]): Promise<Set<string>> {
    if (!collectionIds.length) return new Set();
    const rows = await this.#db
      .selectFrom('waves')
      .innerJoin('versions', 'versions.id', 'waves.version_id')
      .select('versions.framework_id')
      .where('waves.collection_id', 'in', collectionIds)
      .distinct()
      .execute();
    return new Set(rows.map(({ framework_id }) => framework_id));
  }

  /** The ids of the collections that ask each version. */
  async asking(versionIds: string[]): Promise<{ versionId: string; collectionId: string; slug: string }[]> {
    if (!versionIds.length) return [];
    const rows = await this.#db
      .selectFrom('waves')
      .innerJoin('collections', 'collections.id', 'waves.collection_id')
      .select(['waves.version_id', 'collections.id', 'collections.slug'])
      .where('waves.version_id', 'in', versionIds)
      .distinct()
      .orderBy('collections.slug')
      .execute();
    return rows.map(({ version_id, id, slug }) => ({ versionId: version_id, collectionId: id, slug }));
  }

  /** Begins a framework with a draft as its first version. @returns its id */
  async insert(tx: Tx, saving: Saving): Promise<string> {
    const id = randomUUID();
    await tx.insertInto('frameworks').values({ id, key: saving.document.key, made_by: saving.personId }).execute();
    await this.insertDraft(tx, id, 1, saving);
    return id;
  }

  /** Starts a draft; there can be one at a time. Whether there was none. */
  async insertDraft(tx: Tx, frameworkId: string, number: number, { document, at, personId }: Saving): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('versions')
      .values({
        id: randomUUID(),
        framework_id: frameworkId,
        number,
        state: 'draft',
        document: JSON.stringify(document),
        tag: randomUUID(),
        saved: at,
        saved_by: personId,
        published: null,
        retired: null,
        same_meaning: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return Boolean(numInsertedOrUpdatedRows);
  }

  /** Saves a draft that is still as `tag` names it. Whether it was. */
  async saveDraft(tx: Tx, id: string, tag: string, { document, at, personId }: Saving): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('versions')
      .set({ document: JSON.stringify(document), tag: randomUUID(), saved: at, saved_by: personId })
      .where('id', '=', id)
      .where('state', '=', 'draft')
      .where('tag', '=', tag)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Makes a draft that is still as `tag` names it a published version, for good. Whether it was. */
  async publish(tx: Tx, id: string, tag: string, document: Framework, at: string, sameMeaning: string[]): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('versions')
      .set({
        state: 'published',
        document: JSON.stringify(document),
        tag: null,
        published: at,
        same_meaning: sameMeaning.length ? JSON.stringify(sameMeaning) : null,
      })
      .where('id', '=', id)
      .where('state', '=', 'draft')
      .where('tag', '=', tag)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const { framework_id } = await tx.selectFrom('versions').select('framework_id').where('id', '=', id).executeTakeFirstOrThrow();
    await tx.updateTable('frameworks').set({ key: document.key }).where('id', '=', framework_id).execute();
    return true;
  }

  /** Deletes a draft that is still as `tag` names it, and its framework where that was all there is of it. Whether it was. */
  async discardDraft(tx: Tx, { id, frameworkId, number }: DraftVersion, tag: string): Promise<boolean> {
    const { numDeletedRows } = await tx
      .deleteFrom('versions')
      .where('id', '=', id)
      .where('state', '=', 'draft')
      .where('tag', '=', tag)
      .executeTakeFirst();
    if (numDeletedRows > 0n && number === 1) await tx.deleteFrom('frameworks').where('id', '=', frameworkId).execute();
    return numDeletedRows > 0n;
  }

  /** Whether the version was published until now. */
  async retire(tx: Tx, id: string, at: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('versions')
      .set({ state: 'retired', retired: at })
      .where('id', '=', id)
      .where('state', '=', 'published')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** A framework that comes published, with its only version. @returns the version's id */
  async insertPublished(tx: Tx, document: Framework, at: string): Promise<string> {
    const [frameworkId, id] = [randomUUID(), randomUUID()];
    await tx.insertInto('frameworks').values({ id: frameworkId, key: document.key, made_by: null }).execute();
    await tx
      .insertInto('versions')
      .values({
        id,
        framework_id: frameworkId,
        number: 1,
        state: 'published',
        document: JSON.stringify(document),
        tag: null,
        saved: null,
        saved_by: null,
        published: at,
        retired: null,
        same_meaning: null,
      })
      .execute();
    return id;
  }
}

function version(row: Row<'versions'> & { saver: string | null }): FrameworkVersion {
  const facts = { id: row.id, frameworkId: row.framework_id, number: row.number };
  if (row.state === 'draft') {
    const savedBy = row.saved_by && row.saver ? { id: row.saved_by, name: row.saver } : null;
    return { ...facts, state: row.state, document: JSON.parse(row.document), tag: row.tag ?? '', saved: row.saved ?? '', savedBy };
  }
  return {
    ...facts,
    state: row.state,
    document: JSON.parse(row.document),
    published: row.published ?? '',
    retired: row.retired,
    sameMeaning: row.same_meaning ? JSON.parse(row.same_meaning) : [],
  };
}
