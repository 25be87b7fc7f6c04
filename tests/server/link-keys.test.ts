import { describe, expect, it } from 'vitest';
import { type Body, grant, newSubmission, openCollection, post, recorded, signedIn } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

const start = Date.parse('2026-11-22T12:00:00Z');
const day = 86_400_000;

/** A house with one collection and its designer, at a moment that the test moves on. */
async function keyed(engine: (typeof engines)[number]) {
  let now = start;
  const test = await testHouse(engine, () => new Date(now));
  const collection = await openCollection(test.house);
  const designer = await signedIn(test.app, [grant('designer', collection.id)]);
  const at = `/collections/${collection.id}/link`;
  const put = async (payload: object) => {
    const answer = await test.app.inject({ method: 'PUT', url: `/api/v1${at}`, payload, headers: designer });
    // Where stories come in, what is known of their collection may be a second old.
    await new Promise((resolve) => setTimeout(resolve, 1010));
    return answer.json();
  };
  const make = async (label: string) => (await post(test.app, `${at}/keys`, { label }, designer)).json();
  const revoke = (id: string, late: boolean) => post(test.app, `${at}/keys/${id}/revocation`, { late }, designer);
  const form = async (key?: string) =>
    (await test.app.inject({ url: '/api/v1/collections/test/form', headers: key === undefined ? {} : { 'collection-key': key } })).json();
  const tell = async (sent: { key: string; body: Body }, key?: string) => {
    const headers = { 'idempotency-key': sent.key, ...(key !== undefined && { 'collection-key': key }) };
    const { statusCode, json } = await post(test.app, '/collections/test/stories', sent.body, headers);
    return statusCode === 201 || statusCode === 200 ? statusCode : json().type.split(':').at(-1);
  };
  const wait = (days: number) => {
    now += days * day;
  };
  return { ...test, collection, designer, at, put, make, revoke, form, tell, wait };
}

const keyIn = (link: string) => link.split('#')[1] ?? '';

describe.each(engines)('link keys on %s', (engine) => {
  it('are needed only where a collection asks, and the form says what a link is worth before a word is written', async () => {
    const { collection, put, make, form, tell } = await keyed(engine);
    const { link } = await make('Ward poster, Leeds');
    expect(link).toMatch(/\/c\/test#[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect((await form()).linkKey).toBe('not-needed');
    expect(await tell(newSubmission(collection))).toBe(201);

    expect((await put({ required: true, late: false })).keyRequiredFrom).toBe('2026-11-22T12:00:00.000Z');
    const key = keyIn(link);
    const standings = [await form(), await form('0000-0000-0000'), await form('a poster'), await form(key), await form(key.toLowerCase())];
    expect(standings.map(({ linkKey }) => linkKey)).toEqual(['missing', 'unknown', 'unknown', 'good', 'good']);
    expect(await tell(newSubmission(collection))).toBe('link-key-missing');
    expect(await tell(newSubmission(collection), '0000-0000-0000')).toBe('link-key-unknown');
    expect(await tell(newSubmission(collection), key)).toBe(201);

    await put({ required: false, late: false });
    expect(await tell(newSubmission(collection))).toBe(201);
  });

  it('once revoked let nobody begin; what was begun is taken for seven days, unless they were revoked at once', async () => {
    const { collection, put, make, revoke, form, tell, wait } = await keyed(engine);
    await put({ required: true, late: false });
    const [hung, leaked] = [await make('Ward poster'), await make('Copied around')];
    expect((await revoke(hung.id, true)).json()).toMatchObject({ link: null, takenUntil: '2026-11-29T12:00:00.000Z' });
    expect((await revoke(leaked.id, false)).json()).toMatchObject({ link: null, takenUntil: '2026-11-22T12:00:00.000Z' });
    expect((await revoke(hung.id, false)).statusCode).toBe(409);
    expect((await form(keyIn(hung.link))).linkKey).toBe('revoked');
    expect(await tell(newSubmission(collection), keyIn(leaked.link))).toBe('link-key-revoked');
    wait(6.99);
    expect(await tell(newSubmission(collection), keyIn(hung.link))).toBe(201);
    wait(0.01);
    expect(await tell(newSubmission(collection), keyIn(hung.link))).toBe('link-key-revoked');
  });

  it('may begin to be needed with the same days of grace for what was begun without one', async () => {
    const { collection, put, form, tell, wait } = await keyed(engine);
    await put({ required: true, late: true });
    expect((await form()).linkKey).toBe('missing');
    expect(await tell(newSubmission(collection))).toBe(201);
    wait(7);
    expect(await tell(newSubmission(collection))).toBe('link-key-missing');
  });

  it('come after the idempotency key: a repeat is answered as such whatever became of its link', async () => {
    const { app, collection, put, make, revoke, tell } = await keyed(engine);
    await put({ required: true, late: false });
    const { id, link } = await make('Ward poster');
    const [sent, withdrawn] = [newSubmission(collection), newSubmission(collection)];
    expect([await tell(sent, keyIn(link)), await tell(withdrawn, keyIn(link))]).toEqual([201, 201]);
    await post(app, '/receipt/withdraw', { receipt: withdrawn.receipt });
    await revoke(id, false);
    expect(await tell(sent, keyIn(link))).toBe(200);
    expect(await tell(sent)).toBe(200);
    expect(await tell({ ...sent, body: { ...sent.body, consent: ['patterns', 'read'] } })).toBe('conflict');
    expect(await tell(withdrawn)).toBe('withdrawn');
  });

  it('leave no trace in a story, and once revoked are kept as a hash alone', async () => {
    const { house, log, collection, put, make, revoke, tell } = await keyed(engine);
    await put({ required: true, late: false });
    const { id, link } = await make('Ward poster');
    const before = await house.database.db.selectFrom('link_keys').selectAll().execute();
    expect(await tell(newSubmission(collection), keyIn(link))).toBe(201);
    expect(await house.database.db.selectFrom('link_keys').selectAll().execute()).toEqual(before);
    const { db } = house.database;
    const kept = JSON.stringify(
      await Promise.all([db.selectFrom('stories'), db.selectFrom('receipts')].map((rows) => rows.selectAll().execute())),
    );
    const [bare, label] = [keyIn(link).replaceAll('-', ''), 'Ward poster'];
    for (const trace of [id, bare, label]) expect(kept).not.toContain(trace);
    expect(log.join('')).not.toContain(bare);
    await revoke(id, true);
    const [row] = await db.selectFrom('link_keys').selectAll().execute();
    expect(row?.key).toBeNull();
    expect(JSON.stringify(row)).not.toContain(bare);
  });

  it('are made and revoked by who keeps the collection, seen by who hands its link on, and both are in the audit', async () => {
    const { app, house, collection, at, make, revoke } = await keyed(engine);
    const { id } = await make('  Ward poster, Leeds ');
    for (const role of ['owner', 'designer', 'researcher', 'lead'] as const) {
      const headers = await signedIn(app, [grant(role, collection.id)]);
      const seen = await app.inject({ url: `/api/v1${at}`, headers });
      expect([role, seen.json().keys.map(({ label }: { label: string }) => label)]).toEqual([role, ['Ward poster, Leeds']]);
      const mayMake = role === 'owner' || role === 'designer';
      expect([role, (await post(app, `${at}/keys`, { label: ' ' }, headers)).statusCode]).toEqual([role, mayMake ? 422 : 404]);
    }
    await revoke(id, true);
    const elsewhere = await openCollection(house, { slug: 'elsewhere' });
    const other = await signedIn(app, [grant('owner', elsewhere.id)]);
    expect((await post(app, `/collections/${elsewhere.id}/link/keys/${id}/revocation`, { late: true }, other)).statusCode).toBe(404);
    const audit = await recorded(house);
    expect(audit.map(({ action, subject }) => ({ action, subject }))).toEqual([
      { action: 'link-key.make', subject: id },
      { action: 'link-key.revoke', subject: id },
    ]);
  });
});
