import { createHash } from 'node:crypto';
import { PostgresAdapter, sql } from 'kysely';
import type { Db, Tx } from '../database/connection.ts';

export interface Entry {
  at: Date;
  personId: string | null;
  action: string;
  subject: string;
  details: Record<string, string | number>;
}

/**
 * Adds to the audit: staff's decisions, in order, each entry hashed together with the one before, so that a change to an
 * older one shows. Holds no words of participants.
 */
export async function record(tx: Tx, entry: Entry): Promise<void> {
  // SQLite has one writer anyway; here entries wait for each other too, so that each knows the one before.
  if (tx.getExecutor().adapter instanceof PostgresAdapter) await sql`lock table audit in exclusive mode`.execute(tx);
  const last = await tx.selectFrom('audit').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: entry.at.toISOString(),
    person_id: entry.personId,
    action: entry.action,
    subject: entry.subject,
    details: JSON.stringify(entry.details),
  };
  const hash = createHash('sha256')
    .update(JSON.stringify([last?.hash ?? '', ...Object.values(row)]))
    .digest('base64url');
  await tx
    .insertInto('audit')
    .values({ ...row, hash })
    .execute();
}

/** Who did one of these to this subject last, and when; null when nobody did. The name is null for the command line. */
export async function lastEntry(
  db: Db | Tx,
  actions: string[],
  subject: string,
): Promise<{ personId: string | null; name: string | null; at: string } | null> {
  const entry = await db
    .selectFrom('audit')
    .leftJoin('people', 'people.id', 'audit.person_id')
    .select(['audit.person_id as personId', 'people.name as name', 'audit.at as at'])
    .where('action', 'in', actions)
    .where('subject', '=', subject)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry ?? null;
}

/** What was done to subjects by actions that begin alike, oldest first, and by whom. */
export async function entriesOf(
  db: Db | Tx,
  prefix: string,
  subjects: readonly string[],
): Promise<{ subject: string; action: string; personId: string | null; name: string | null; at: string; details: Entry['details'] }[]> {
  if (!subjects.length) return [];
  const rows = await db
    .selectFrom('audit')
    .leftJoin('people', 'people.id', 'audit.person_id')
    .select(['subject', 'action', 'audit.person_id as personId', 'people.name as name', 'at', 'details'])
    .where('subject', 'in', subjects)
    .where('action', 'like', `${prefix}%`)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as Entry['details'] }));
}
