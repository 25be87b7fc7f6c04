import { randomUUID } from 'node:crypto';
import type { EscalationKind, EscalationOutcome } from '../contract/reviews.ts';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';

export type EscalationRow = Row<'escalations'>;

/** What was done, by whom and when. */
export interface EscalationEntry {
  escalationId: string;
  by: string;
  at: string;
  text: string;
}

/** Stories that were escalated, and what was done. They name a story for as long as it is there. */
export class Escalations {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async open(
    tx: Tx,
    escalation: { collectionId: string; region: string | null; storyId: string; kind: EscalationKind; at: Date },
  ): Promise<string> {
    const id = randomUUID();
    const { collectionId, region, storyId, kind, at } = escalation;
    await tx
      .insertInto('escalations')
      .values({ id, collection_id: collectionId, region, story_id: storyId, kind, opened: at.toISOString(), outcome: null })
      .execute();
    return id;
  }

  async note(tx: Tx, id: string, { at, personId, text }: { at: Date; personId: string; text: string }): Promise<void> {
    const { last } = await tx
      .selectFrom('escalation_entries')
      .select((eb) => eb.fn.max('position').as('last'))
      .where('escalation_id', '=', id)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('escalation_entries')
      .values({ escalation_id: id, position: (last ?? 0) + 1, at: at.toISOString(), person_id: personId, text })
      .execute();
  }

  async end(tx: Tx, id: string, outcome: EscalationOutcome): Promise<void> {
    await tx.updateTable('escalations').set({ outcome }).where('id', '=', id).execute();
  }

  async byId(collectionId: string, id: string, db: Db | Tx = this.#db): Promise<EscalationRow | null> {
    const row = await db
      .selectFrom('escalations')
      .selectAll()
      .where('collection_id', '=', collectionId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row ?? null;
  }

  /** Of one region or all (null): open ones first, the newest first. */
  async of(collectionId: string, region: string | null): Promise<EscalationRow[]> {
    const rows = await this.#db
      .selectFrom('escalations')
      .selectAll()
      .where('collection_id', '=', collectionId)
      .$if(region !== null, (query) => query.where('region', '=', region))
      .orderBy('opened', 'desc')
      .orderBy('id')
      .execute();
    return [...rows.filter(({ outcome }) => outcome === null), ...rows.filter(({ outcome }) => outcome !== null)];
  }

  /** In the order in which they were written. */
  async entries(ids: readonly string[]): Promise<EscalationEntry[]> {
    if (!ids.length) return [];
    const rows = await this.#db
      .selectFrom('escalation_entries')
      .leftJoin('people', 'people.id', 'escalation_entries.person_id')
      .select(['escalation_id', 'people.name', 'at', 'text'])
      .where('escalation_id', 'in', ids)
      .orderBy('position')
      .execute();
    return rows.map(({ escalation_id, name, at, text }) => ({ escalationId: escalation_id, by: name ?? 'Somebody', at, text }));
  }
}
