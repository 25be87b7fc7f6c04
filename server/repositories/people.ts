import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Grant } from '../contract/staff.ts';
import type { Db } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';
import { problems } from '../problems.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
  passwordHash: string | null;
  grants: Grant[];
}

type TokenTable = 'sessions' | 'links';

/** Staff: people, what they may do, their sessions and one-time links (kept as hashes of their tokens). */
export class People {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async byId(id: string): Promise<Person | null> {
    const row = await this.#db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? this.#withGrants(row) : null;
  }

  async byEmail(email: string): Promise<Person | null> {
    const row = await this.#db.selectFrom('people').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
    return row ? this.#withGrants(row) : null;
  }

  async all(): Promise<Person[]> {
    const rows = await this.#db.selectFrom('people').selectAll().orderBy('name').execute();
    return Promise.all(rows.map((row) => this.#withGrants(row)));
  }

  /** How many people there are who did not come with the demonstration. */
  async countOwn(): Promise<number> {
    const { people } = await this.#db
      .selectFrom('people')
      .select(sql<number | string>`count(*)`.as('people'))
      .where('demonstration', '=', 0)
      .executeTakeFirstOrThrow();
    return Number(people);
  }

  async #withGrants(row: Row<'people'>): Promise<Person> {
    const grants = await this.#db
      .selectFrom('grants')
      .select(['role', 'collection_id', 'region'])
      .where('person_id', '=', row.id)
      .orderBy('collection_id')
      .orderBy('role')
      .execute();
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      passwordHash: row.password_hash,
      grants: grants.map(({ role, collection_id, region }) => ({ role, collection: collection_id, region })),
    };
  }

  /**
   * Adds a person with grants.
   * @throws problem email taken
   */
  async insert(person: { name: string; email: string; grants: Grant[]; demonstration: boolean }): Promise<Person> {
    const row = {
      id: randomUUID(),
      name: person.name,
      email: person.email.toLowerCase(),
      password_hash: null,
      demonstration: Number(person.demonstration),
    };
    return this.#db.transaction().execute(async (tx) => {
      const inserted = await tx
        .insertInto('people')
        .values(row)
        .onConflict((conflict) => conflict.column('email').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!inserted) throw problems.emailTaken();
      for (const { role, collection, region } of person.grants) {
        await tx.insertInto('grants').values({ id: randomUUID(), person_id: row.id, role, collection_id: collection, region }).execute();
      }
      return { id: row.id, name: row.name, email: row.email, passwordHash: null, grants: person.grants };
    });
  }

  async setPassword(id: string, hash: string): Promise<void> {
    await this.#db.updateTable('people').set({ password_hash: hash }).where('id', '=', id).execute();
  }

  async insertToken(table: TokenTable, tokenHash: string, personId: string, expires: Date): Promise<void> {
    await this.#db.insertInto(table).values({ token_hash: tokenHash, person_id: personId, expires: expires.toISOString() }).execute();
  }

  /** Whose session this is; null when there is none or it has ended. */
  async bySession(tokenHash: string, now: Date): Promise<Person | null> {
    const row = await this.#db
      .selectFrom('sessions')
      .select('person_id')
      .where('token_hash', '=', tokenHash)
      .where('expires', '>', now.toISOString())
      .executeTakeFirst();
    return row ? this.byId(row.person_id) : null;
  }

  /** Takes a one-time link: whose it was, or null when it is unknown, used or too old. Only one of two at once gets it. */
  async takeLink(tokenHash: string, now: Date): Promise<Person | null> {
    const row = await this.#db.deleteFrom('links').where('token_hash', '=', tokenHash).returningAll().executeTakeFirst();
    return row && row.expires > now.toISOString() ? this.byId(row.person_id) : null;
  }

  async deleteSession(tokenHash: string): Promise<void> {
    await this.#db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
  }

  async deleteExpired(now: Date): Promise<void> {
    for (const table of ['sessions', 'links'] as const) {
      await this.#db.deleteFrom(table).where('expires', '<=', now.toISOString()).execute();
    }
  }
}
