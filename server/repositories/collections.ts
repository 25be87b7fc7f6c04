import { randomUUID } from 'node:crypto';
import type { Framework, Localised } from '../../triads/framework/framework.ts';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';

export interface Wave {
  id: string;
  key: string;
  label: Localised;
  opens: string;
  closes: string | null;
  versionId: string;
}

export interface Collection {
  id: string;
  slug: string;
  title: Localised;
  languages: string[];
  invented: boolean;
  threshold: number;
  randomOrder: boolean;
  rotation: boolean;
  /** From when on a story needs a key from its link; null where none does. */
  keyRequiredFrom: string | null;
  /** In the order of their rounds; at least one. */
  waves: Wave[];
}

export interface Version {
  id: string;
  framework: Framework;
}

/** Collections with their waves, and the framework versions that these ask. */
export class Collections {
  readonly #db: Db;
  readonly #versions = new Map<string, Version>();

  constructor(db: Db) {
    this.#db = db;
  }

  bySlug(slug: string): Promise<Collection | null> {
    return this.#one('slug', slug);
  }

  byId(id: string): Promise<Collection | null> {
    return this.#one('id', id);
  }

  async all(): Promise<Collection[]> {
    const rows = await this.#db.selectFrom('collections').selectAll().orderBy('slug').execute();
    return Promise.all(rows.map((row) => this.#withWaves(row)));
  }

  async #one(column: 'id' | 'slug', value: string): Promise<Collection | null> {
    const row = await this.#db.selectFrom('collections').selectAll().where(column, '=', value).executeTakeFirst();
    return row ? this.#withWaves(row) : null;
  }

  async #withWaves(row: Row<'collections'>): Promise<Collection> {
    const waves = await this.#db.selectFrom('waves').selectAll().where('collection_id', '=', row.id).orderBy('position').execute();
    return {
      id: row.id,
      slug: row.slug,
      title: JSON.parse(row.title),
      languages: JSON.parse(row.languages),
      invented: row.invented === 1,
      threshold: row.threshold,
      randomOrder: row.random_order === 1,
      rotation: row.rotation === 1,
      keyRequiredFrom: row.key_required_from,
      waves: waves.map(({ id, key, label, opens, closes, version_id }) => ({
        id,
        key,
        label: JSON.parse(label),
        opens,
        closes,
        versionId: version_id,
      })),
    };
  }

  /** A published version; kept in memory since it never changes. */
  async version(id: string): Promise<Version> {
    const known = this.#versions.get(id);
    if (known) return known;
    const { document } = await this.#db.selectFrom('versions').select('document').where('id', '=', id).executeTakeFirstOrThrow();
    const version = { id, framework: JSON.parse(document) as Framework };
    this.#versions.set(id, version);
    return version;
  }

  /** The tag of a collection's stories as they are now; a change to any of them changes it. */
  async stamp(id: string): Promise<string> {
    const { stamp } = await this.#db.selectFrom('collections').select('stamp').where('id', '=', id).executeTakeFirstOrThrow();
    return stamp;
  }

  /** @param from the moment from which stories need a key from their link, or null for never */
  async requireKey(tx: Tx, id: string, from: string | null): Promise<void> {
    await tx.updateTable('collections').set({ key_required_from: from }).where('id', '=', id).execute();
  }

  async insert(
    tx: Tx,
    collection: Omit<Collection, 'id' | 'waves' | 'keyRequiredFrom'> & { waves: Omit<Wave, 'id'>[] },
  ): Promise<Collection> {
    const id = randomUUID();
    const waves = collection.waves.map((wave) => ({ ...wave, id: randomUUID() }));
    await tx
      .insertInto('collections')
      .values({
        id,
        slug: collection.slug,
        title: JSON.stringify(collection.title),
        languages: JSON.stringify(collection.languages),
        invented: Number(collection.invented),
        threshold: collection.threshold,
        random_order: Number(collection.randomOrder),
        rotation: Number(collection.rotation),
        key_required_from: null,
        stamp: randomUUID(),
      })
      .execute();
    for (const [position, { id: waveId, key, label, opens, closes, versionId }] of waves.entries()) {
      const texts = { label: JSON.stringify(label), opens, closes, version_id: versionId };
      await tx
        .insertInto('waves')
        .values({ id: waveId, collection_id: id, position, key, ...texts })
        .execute();
    }
    return { ...collection, keyRequiredFrom: null, id, waves };
  }
}

/** Marks collections' stories as changed, in one order for all; on PostgreSQL whoever is second waits for the first. */
export async function restamp(tx: Tx, collectionIds: Iterable<string>): Promise<void> {
  for (const id of [...new Set(collectionIds)].sort()) {
    await tx.updateTable('collections').set({ stamp: randomUUID() }).where('id', '=', id).execute();
  }
}
