import { randomUUID } from 'node:crypto';
import { PostgresAdapter, sql } from 'kysely';
import type { Grant } from '../contract/staff.ts';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';
import { problems } from '../problems.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
  passwordHash: string | null;
  grants: Grant[];
}

/** "lead of <id of a collection> in midlands; owner": in the same order, however they were given. */
export function grantsInWords(grants: readonly Grant[]): string {
  return grants
    .map(({ role, collection, region }) => role + (collection ? ` of ${collection}` : '') + (region ? ` in ${region}` : ''))
    .sort()
    .join('; ');
}

type TokenTable = 'sessions' | 'links';

/** Staff: people, what they may do, their sessions and one-time links (kept as hashes of their tokens). */
export class People {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Work on people and their access that waits for any other such work: what it finds stays so until it is done. */
  alone<Made>(work: (tx: Tx) => Promise<Made>): Promise<Made> {
    return this.#db.transaction().execute(async (tx) => {
      // SQLite has one writer anyway.
      if (tx.getExecutor().adapter instanceof PostgresAdapter) await sql`lock table people in share row exclusive mode`.execute(tx);
      return work(tx);
    });
  }

  async byId(id: string, db: Db | Tx = this.#db): Promise<Person | null> {
    const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? this.#withGrants(row, db) : null;
  }

  async byEmail(email: string): Promise<Person | null> {
    const row = await this.#db.selectFrom('people').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
    return row ? this.#withGrants(row, this.#db) : null;
  }

  async all(db: Db | Tx = this.#db): Promise<Person[]> {
    const rows = await db.selectFrom('people').selectAll().orderBy('name').orderBy('id').execute();
    return Promise.all(rows.map((row) => this.#withGrants(row, db)));
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

  async #withGrants(row: Row<'people'>, db: Db | Tx): Promise<Person> {
    const grants = await db
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
  async insert(person: { name: string; email: string; grants: Grant[]; demonstration: boolean }, within?: Tx): Promise<Person> {
    if (!within) return this.alone((tx) => this.insert(person, tx));
    const { name, grants, demonstration } = person;
    const row = { id: randomUUID(), name, email: person.email.toLowerCase(), password_hash: null, demonstration: Number(demonstration) };
    await this.#refuseTaken(within, row);
    await within.insertInto('people').values(row).execute();
    await this.#setGrants(within, row.id, grants);
    return { id: row.id, name, email: row.email, passwordHash: null, grants };
  }

  /**
   * Changes who somebody is and what they may do, from their next request on.
   * @throws problem email taken
   */
  async update(tx: Tx, id: string, { name, email, grants }: Pick<Person, 'name' | 'email' | 'grants'>): Promise<void> {
    const row = { id, name, email: email.toLowerCase() };
    await this.#refuseTaken(tx, row);
    await tx.updateTable('people').set(row).where('id', '=', id).execute();
    await this.#setGrants(tx, id, grants);
  }

  async #refuseTaken(tx: Tx, { id, email }: { id: string; email: string }): Promise<void> {
    const holder = await tx.selectFrom('people').select('id').where('email', '=', email).where('id', '!=', id).executeTakeFirst();
    if (holder) throw problems.emailTaken();
  }

  async #setGrants(tx: Tx, id: string, grants: readonly Grant[]): Promise<void> {
    await tx.deleteFrom('grants').where('person_id', '=', id).execute();
    for (const { role, collection, region } of grants) {
      await tx.insertInto('grants').values({ id: randomUUID(), person_id: id, role, collection_id: collection, region }).execute();
    }
  }

  /** Ends every session, takes back every link, and forgets the password. */
  async shutOut(tx: Tx, id: string): Promise<void> {
    await tx.updateTable('people').set({ password_hash: null }).where('id', '=', id).execute();
    await this.#deleteTokens(tx, id);
  }

  /** Ends a person's sessions and takes back the links to begin one. @param but the hash of the session that goes on */
  async #deleteTokens(tx: Tx, id: string, but = ''): Promise<void> {
    for (const table of ['sessions', 'links'] as const)
      await tx.deleteFrom(table).where('person_id', '=', id).where('token_hash', '!=', but).execute();
  }

  /** Whether this person holds any grant: who holds none can have no session, link or password. */
  async #hasAccess(tx: Tx, id: string): Promise<boolean> {
    return Boolean(await tx.selectFrom('grants').select('id').where('person_id', '=', id).executeTakeFirst());
  }

  /**
   * Sets a password, with which all ends that was begun without it.
   * @param session the hash of the session that goes on
   * @returns whether it was set: that session may have ended meanwhile
   */
  async setPassword(id: string, hash: string, session: string): Promise<boolean> {
    return this.alone(async (tx) => {
      const own = tx.selectFrom('sessions').select('person_id').where('token_hash', '=', session).where('person_id', '=', id);
      if (!(await own.executeTakeFirst())) return false;
      await tx.updateTable('people').set({ password_hash: hash }).where('id', '=', id).execute();
      await this.#deleteTokens(tx, id, session);
      return true;
    });
  }

  /** Whether it was kept: it is of somebody who has access. A link takes the place of those before it, so that the last one given is the only one. */
  async insertToken(tx: Tx, table: TokenTable, tokenHash: string, personId: string, expires: Date): Promise<boolean> {
    if (!(await this.#hasAccess(tx, personId))) return false;
    if (table === 'links') await tx.deleteFrom('links').where('person_id', '=', personId).execute();
    await tx.insertInto(table).values({ token_hash: tokenHash, person_id: personId, expires: expires.toISOString() }).execute();
    return true;
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
  async takeLink(tx: Tx, tokenHash: string, now: Date): Promise<Person | null> {
    const row = await tx.deleteFrom('links').where('token_hash', '=', tokenHash).returningAll().executeTakeFirst();
    return row && row.expires > now.toISOString() ? this.byId(row.person_id, tx) : null;
  }

  async deleteSession(tokenHash: string): Promise<void> {
    await this.#db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
  }

  async deleteExpired(tx: Tx, now: Date): Promise<void> {
    for (const table of ['sessions', 'links'] as const) {
      await tx.deleteFrom(table).where('expires', '<=', now.toISOString()).execute();
    }
  }
}
