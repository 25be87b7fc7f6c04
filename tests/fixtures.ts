import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Grant } from '../server/contract/staff.ts';
import { ccplFramework } from '../server/demonstration/collections.ts';
import type { Collection } from '../server/repositories/collections.ts';
import { letDemonstratorsIn } from '../server/repositories/demonstrators.ts';
import type { App } from '../server/routes/door.ts';
import type { House } from '../server/services/house.ts';
import type { Answers } from '../triads/answers/answer.ts';
import { receiptFrom } from '../triads/answers/receipt.ts';
import type { Framework } from '../triads/framework/framework.ts';
import type { Scope } from '../triads/framework/scopes.ts';

/** An empty collection, on the CCPL framework where no other is given, open from 2020 on. */
export async function openCollection(
  house: House,
  options: Partial<Collection> & { closes?: string | null; opens?: string; framework?: Framework } = {},
): Promise<Collection> {
  const { opens = '2020-01-01T00:00:00Z', closes = null, framework = ccplFramework, ...more } = options;
  return house.database.db.transaction().execute(async (tx) => {
    const versionId = await house.frameworks.insertPublished(tx, framework, house.now().toISOString());
    const made = await house.collections.insert(tx, {
      slug: 'test',
      title: { 'en-GB': 'Test' },
      languages: ['en-GB'],
      invented: true,
      threshold: 5,
      randomOrder: false,
      rotation: false,
      waves: [{ key: 'first', label: { 'en-GB': 'First' }, opens, closes, versionId }],
      ...more,
    });
    if (made.invented) await letDemonstratorsIn(tx, made.id, null, house.now());
    return made;
  });
}

/** A receipt as a phone makes it, with the hash that the phone sends. */
export function newReceipt(): { receipt: string; receiptHash: string } {
  const receipt = receiptFrom(randomBytes(10));
  return { receipt, receiptHash: createHash('sha256').update(receipt).digest('base64url') };
}

export const someAnswers: Answers = {
  changes: { top: 0.6, left: 0.3, right: 0.1, by: 'touch' },
  decisions: { right: 0.73, by: 'keys' },
  risk: { na: true },
  feeling: { options: ['positive'] },
  region: { options: ['midlands'] },
};

export interface Body {
  version: string;
  language: string;
  story?: { title: string; text: string };
  answers: Answers;
  consent: Scope[];
  receiptHash: string;
}

/** A submission with every sharing scope, and what its participant keeps. */
export function newSubmission(collection: Collection, change: Partial<Body> = {}): { key: string; receipt: string; body: Body } {
  const { receipt, receiptHash } = newReceipt();
  const body: Body = {
    version: collection.waves[0]?.versionId ?? '',
    language: 'en-GB',
    story: { title: 'The huddle', text: 'We met at the board and decided together.' },
    answers: someAnswers,
    consent: ['patterns', 'read', 'workshop-own', 'workshop-other', 'publish'],
    receiptHash,
    ...change,
  };
  return { key: randomUUID(), receipt, body };
}

export function post(app: App, url: string, payload: object, headers: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers });
}

export function submit(app: App, slug: string, { key, body }: { key: string; body: object }) {
  return post(app, `/collections/${slug}/stories`, body, { 'idempotency-key': key });
}

/** Signs a person of these grants in; the headers of a request they make. */
export async function signedIn(app: App, grants: Grant[]): Promise<{ authorization: string }> {
  const person = await app.house.people.insert({ name: 'Somebody', email: `${randomUUID()}@example.org`, grants, demonstration: false });
  const { secret } = await app.sessions.makeLink(person.id);
  const { token } = await app.sessions.signInByLink(secret);
  return { authorization: `Bearer ${token}` };
}

/** Gives somebody a password, as they do who signed in by a link; the headers of a request they make. */
export async function withPassword(app: App, id: string, password: string): Promise<{ authorization: string }> {
  const { token } = await app.sessions.signInByLink((await app.sessions.makeLink(id)).secret);
  await app.sessions.setPassword(id, password, token);
  return { authorization: `Bearer ${token}` };
}

export const grant = (role: Grant['role'], collection: string | null = null, region: string | null = null): Grant => ({
  role,
  collection,
  region,
});

/** What the audit has besides who was let in, oldest first. */
export function recorded({ database: { db } }: House) {
  return db.selectFrom('audit').selectAll().where('action', 'not like', 'person.%').orderBy('sequence').execute();
}
