import { sql } from 'kysely';
import type { Answers } from '../../triads/answers/answer.ts';
import type { Scope } from '../../triads/framework/scopes.ts';
import type { ReleaseState } from '../contract/tell.ts';
import type { Db } from '../database/connection.ts';
import { scopesOf } from './consent.ts';

/** Answers as a participant came to give them. */
export interface ShownRow {
  waveId: string;
  answers: Answers;
  order?: string[];
  rotations?: Record<string, number>;
}

export interface QueuedRow {
  id: string;
  week: string;
  /** The consent document as it is kept. */
  consent: string;
  scopes: Set<Scope>;
  answers: Answers;
}

/** A story's answers with what is known of it besides, and no word. */
export interface Answered {
  id: string;
  waveId: string;
  versionId: string;
  language: string;
  week: string;
  region: string | null;
  /** The answers document. */
  answers: string;
}

const shownPageSize = 250;

/** Lists and counts of a collection's stories, by random id. */
export class Listings {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Answers with how they were shown, sorted by id, page by page: ids are random, so that the first so many are a fair sample of all. */
  async *shownPages(collectionId: string): AsyncGenerator<ShownRow[]> {
    for (let after = ''; ; ) {
      const rows = await this.#db
        .selectFrom('stories')
        .select(['id', 'wave_id', 'answers', 'shown'])
        .where('collection_id', '=', collectionId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(shownPageSize)
        .execute();
      yield rows.map(({ wave_id, answers, shown }) => ({
        waveId: wave_id,
        answers: JSON.parse(answers) as Answers,
        ...(shown === null ? {} : (JSON.parse(shown) as Pick<ShownRow, 'order' | 'rotations'>)),
      }));
      const last = rows.at(-1);
      if (rows.length < shownPageSize || !last) return;
      after = last.id;
    }
  }

  /** The answers of these stories, in no order. @param ids at most 500 */
  async answered(collectionId: string, ids: string[]): Promise<Answered[]> {
    if (!ids.length) return [];
    const rows = await this.#db
      .selectFrom('stories')
      .select(['id', 'wave_id', 'version_id', 'language', 'week', 'region', 'answers'])
      .where('collection_id', '=', collectionId)
      .where('id', 'in', ids)
      .execute();
    return rows.map(({ wave_id: waveId, version_id: versionId, ...story }) => ({ ...story, waveId, versionId }));
  }

  /** The ids of a collection's stories in the order of its pattern rows. */
  async ids(collectionId: string): Promise<string[]> {
    const rows = await this.#db.selectFrom('stories').select('id').where('collection_id', '=', collectionId).orderBy('id').execute();
    return rows.map(({ id }) => id);
  }

  /** What the release queue ranks stories by: those in a state of release, from one region or all (null), sorted by id. */
  async inState(collectionId: string, state: ReleaseState, region: string | null): Promise<QueuedRow[]> {
    const rows = await this.#db
      .selectFrom('stories')
      .select(['id', 'week', 'consent', 'answers'])
      .where('collection_id', '=', collectionId)
      .where('release', '=', state)
      .$if(region !== null, (query) => query.where('region', '=', region))
      .orderBy('id')
      .execute();
    return rows.map(({ id, week, consent, answers }) => ({
      id,
      week,
      consent,
      scopes: scopesOf(consent),
      answers: JSON.parse(answers) as Answers,
    }));
  }

  /** The weeks in which these stories came. */
  async weeksOf(collectionId: string, ids: readonly string[]): Promise<Map<string, string>> {
    if (!ids.length) return new Map();
    const rows = await this.#db
      .selectFrom('stories')
      .select(['id', 'week'])
      .where('collection_id', '=', collectionId)
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map(({ id, week }) => [id, week]));
  }

  async count(collectionId: string): Promise<number> {
    const { stories } = await this.#db
      .selectFrom('stories')
      .select(sql<number | string>`count(*)`.as('stories'))
      .where('collection_id', '=', collectionId)
      .executeTakeFirstOrThrow();
    return Number(stories);
  }

  async countByRelease(collectionId: string, region: string | null): Promise<Record<ReleaseState, number>> {
    const rows = await this.#db
      .selectFrom('stories')
      .select(['release', sql<number | string>`count(*)`.as('stories')])
      .where('collection_id', '=', collectionId)
      .$if(region !== null, (query) => query.where('region', '=', region))
      .groupBy('release')
      .execute();
    const counts: Record<ReleaseState, number> = { none: 0, waiting: 0, second: 0, held: 0, escalated: 0, released: 0 };
    for (const { release, stories } of rows) counts[release] = Number(stories);
    return counts;
  }

  async countByScope(collectionId: string): Promise<Partial<Record<Scope, number>>> {
    const rows = await this.#db
      .selectFrom('stories')
      .select(['consent', sql<number | string>`count(*)`.as('stories')])
      .where('collection_id', '=', collectionId)
      .groupBy('consent')
      .execute();
    const counts: Partial<Record<Scope, number>> = {};
    for (const { consent, stories } of rows) {
      for (const scope of scopesOf(consent)) counts[scope] = (counts[scope] ?? 0) + Number(stories);
    }
    return counts;
  }

  /** Ids of stories that came before a week, or only of those whose words are kept. */
  async before(collectionId: string, week: string, withWords: boolean, limit: number): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('stories')
      .select('id')
      .where('collection_id', '=', collectionId)
      .where('week', '<', week)
      .$if(withWords, (query) => query.where('consent', 'like', '%"read":%'))
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  }

  async countByWeek(collectionId: string): Promise<{ week: string; region: string | null; stories: number }[]> {
    const rows = await this.#db
      .selectFrom('stories')
      .select(['week', 'region', sql<number | string>`count(*)`.as('stories')])
      .where('collection_id', '=', collectionId)
      .groupBy(['week', 'region'])
      .execute();
    return rows.map((row) => ({ ...row, stories: Number(row.stories) }));
  }

  /** Every story with the sharing scopes and release state that a lead's workshop turns on, sorted by id. */
  async standings(collectionId: string): Promise<{ id: string; region: string | null; release: ReleaseState; scopes: Set<Scope> }[]> {
    const rows = await this.#db
      .selectFrom('stories')
      .select(['id', 'region', 'release', 'consent'])
      .where('collection_id', '=', collectionId)
      .orderBy('id')
      .execute();
    return rows.map(({ consent, ...story }) => ({ ...story, scopes: scopesOf(consent) }));
  }
}
