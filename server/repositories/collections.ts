import { randomUUID } from 'node:crypto';
import { defaultRules, type SmallNumberRules } from '../../triads/disclosure/rules.ts';
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
  /** When it really ends: at its close, or before where the collection is paused or closed, or its version retired. */
  ends: string | null;
}

/** What a designer sets. */
export interface Settings {
  slug: string;
  title: Localised;
  languages: string[];
  randomOrder: boolean;
  rotation: boolean;
  /** Keys of questions about the participant whose tables may be shown. */
  breakdowns: string[];
}

export interface RetentionRule {
  /** After how many weeks words, then whole stories, are deleted; null for never. */
  textsWeeks: number | null;
  storiesWeeks: number | null;
  /** After how many days from its release what a reviewer took out of a story is deleted. */
  takenOutDays: number;
  /** For how many days the file of an export can be fetched. */
  exportDays: number;
}

export interface Collection extends Settings {
  id: string;
  invented: boolean;
  /** The small-number threshold. */
  threshold: number;
  roundingBase: SmallNumberRules['roundingBase'];
  thresholdReason: string | null;
  retention: RetentionRule;
  /** From when on a story needs a key from its link; null where none does. */
  keyRequiredFrom: string | null;
  paused: string | null;
  closed: string | null;
  /** In the order of their rounds; at least one. */
  waves: Wave[];
}

export type NewWave = Omit<Wave, 'id' | 'ends'>;

export interface Version {
  id: string;
  number: number;
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
    return this.#one('slug', slug, this.#db);
  }

  byId(id: string, db: Db | Tx = this.#db): Promise<Collection | null> {
    return this.#one('id', id, db);
  }

  async all(): Promise<Collection[]> {
    const rows = await this.#db.selectFrom('collections').selectAll().orderBy('slug').execute();
    return Promise.all(rows.map((row) => withWaves(this.#db, row)));
  }

  async #one(column: 'id' | 'slug', value: string, db: Db | Tx): Promise<Collection | null> {
    const row = await db.selectFrom('collections').selectAll().where(column, '=', value).executeTakeFirst();
    return row ? withWaves(db, row) : null;
  }

  /** A published version; kept in memory since it never changes. */
  async version(id: string): Promise<Version> {
    const known = this.#versions.get(id);
    if (known) return known;
    const { document, number } = await this.#db
      .selectFrom('versions')
      .select(['document', 'number'])
      .where('id', '=', id)
      .where('state', '!=', 'draft')
      .executeTakeFirstOrThrow();
    const version = { id, number, framework: JSON.parse(document) as Framework };
    this.#versions.set(id, version);
    return version;
  }

  /** The tag of a collection's stories as they are now; a change to any of them changes it. */
  async stamp(id: string): Promise<string> {
    const { stamp } = await this.#db.selectFrom('collections').select('stamp').where('id', '=', id).executeTakeFirstOrThrow();
    return stamp;
  }

  /** @param from the moment from which stories need a key from their link, or null for never */
  requireKey(tx: Tx, id: string, from: string | null): Promise<void> {
    return set(tx, id, { key_required_from: from });
  }

  setSmallNumbers(tx: Tx, id: string, { threshold, roundingBase, reason }: SmallNumberRules): Promise<void> {
    return set(tx, id, { threshold, rounding_base: roundingBase, threshold_reason: reason });
  }

  setRetention(tx: Tx, id: string, { textsWeeks, storiesWeeks, takenOutDays, exportDays }: RetentionRule): Promise<void> {
    return set(tx, id, { texts_weeks: textsWeeks, stories_weeks: storiesWeeks, taken_out_days: takenOutDays, export_days: exportDays });
  }

  /** Pauses, closes or (both null) opens again. */
  setPaused(tx: Tx, id: string, { paused, closed }: Pick<Collection, 'paused' | 'closed'>): Promise<void> {
    return set(tx, id, { paused, closed });
  }

  /** Replaces settings and waves; waves are known by their keys. */
  async update(tx: Tx, collection: Collection, settings: Settings, waves: NewWave[]): Promise<void> {
    await set(tx, collection.id, settingsRow(settings));
    const keys = waves.map(({ key }) => key);
    for (const { id, key } of collection.waves) if (!keys.includes(key)) await tx.deleteFrom('waves').where('id', '=', id).execute();
    for (const [position, wave] of waves.entries()) {
      const known = collection.waves.find(({ key }) => key === wave.key);
      if (known) await tx.updateTable('waves').set(waveRow(wave, position)).where('id', '=', known.id).execute();
      else await this.#insertWave(tx, collection.id, wave, position);
    }
  }

  async insert(
    tx: Tx,
    collection: Omit<Settings, 'breakdowns'> &
      Partial<Pick<Settings, 'breakdowns'>> &
      Partial<Pick<Collection, 'threshold' | 'keyRequiredFrom'>> &
      Pick<Collection, 'invented'> & { waves: NewWave[] },
  ): Promise<Collection> {
    const { breakdowns = [], threshold = defaultRules.threshold, keyRequiredFrom = null } = collection;
    const row = {
      ...settingsRow({ ...collection, breakdowns }),
      id: randomUUID(),
      invented: Number(collection.invented),
      threshold,
      rounding_base: defaultRules.roundingBase,
      threshold_reason: defaultRules.reason,
      key_required_from: keyRequiredFrom,
      paused: null,
      closed: null,
      texts_weeks: null,
      stories_weeks: null,
      taken_out_days: 30,
      export_days: 14,
      stamp: randomUUID(),
    };
    await tx.insertInto('collections').values(row).execute();
    for (const [position, wave] of collection.waves.entries()) await this.#insertWave(tx, row.id, wave, position);
    return withWaves(tx, row);
  }

  async #insertWave(tx: Tx, collectionId: string, wave: NewWave, position: number): Promise<void> {
    await tx
      .insertInto('waves')
      .values({ ...waveRow(wave, position), id: randomUUID(), collection_id: collectionId, key: wave.key })
      .execute();
  }
}

async function set(tx: Tx, id: string, change: Partial<Row<'collections'>>): Promise<void> {
  await tx.updateTable('collections').set(change).where('id', '=', id).execute();
}

function settingsRow({ slug, title, languages, randomOrder, rotation, breakdowns }: Settings) {
  return {
    slug,
    title: JSON.stringify(title),
    languages: JSON.stringify(languages),
    random_order: Number(randomOrder),
    rotation: Number(rotation),
    breakdowns: JSON.stringify(breakdowns),
  };
}

function waveRow({ label, opens, closes, versionId }: NewWave, position: number) {
  return { position, label: JSON.stringify(label), opens, closes, version_id: versionId };
}

async function withWaves(db: Db | Tx, row: Row<'collections'>): Promise<Collection> {
  const waves = await db
    .selectFrom('waves')
    .innerJoin('versions', 'versions.id', 'waves.version_id')
    .selectAll('waves')
    .select('versions.retired')
    .where('collection_id', '=', row.id)
    .orderBy('position')
    .execute();
  return {
    id: row.id,
    slug: row.slug,
    title: JSON.parse(row.title),
    languages: JSON.parse(row.languages),
    invented: row.invented === 1,
    threshold: row.threshold,
    roundingBase: row.rounding_base === 5 ? 5 : 1,
    thresholdReason: row.threshold_reason,
    randomOrder: row.random_order === 1,
    rotation: row.rotation === 1,
    breakdowns: JSON.parse(row.breakdowns),
    retention: {
      textsWeeks: row.texts_weeks,
      storiesWeeks: row.stories_weeks,
      takenOutDays: row.taken_out_days,
      exportDays: row.export_days,
    },
    keyRequiredFrom: row.key_required_from,
    paused: row.paused,
    closed: row.closed,
    waves: waves.map(({ id, key, label, opens, closes, version_id, retired }) => ({
      id,
      key,
      label: JSON.parse(label),
      opens,
      closes,
      versionId: version_id,
      ends: earliest(closes, row.paused, row.closed, retired),
    })),
  };
}

function earliest(...moments: (string | null)[]): string | null {
  const known = moments.filter((moment) => moment !== null);
  return known.reduce<string | null>((first, moment) => (first !== null && new Date(first) <= new Date(moment) ? first : moment), null);
}

/** Marks collections' stories as changed, in one order for all; on PostgreSQL whoever is second waits for the first. */
export async function restamp(tx: Tx, collectionIds: Iterable<string>): Promise<void> {
  for (const id of [...new Set(collectionIds)].sort()) {
    await tx.updateTable('collections').set({ stamp: randomUUID() }).where('id', '=', id).execute();
  }
}
