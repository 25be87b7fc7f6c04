import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { canonical } from '../../server/services/canonical.ts';
import { newReceipt, newSubmission, openCollection, post, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';
import { told } from './generated.ts';

const day = 86_400_000;

describe.each(engines)('a submission on %s', (engine) => {
  it('is answered 201 once it is stored, and opens with its receipt', async () => {
    const { app, house } = await testHouse(engine);
    const sent = newSubmission(await openCollection(house));
    const response = await submit(app, 'test', sent);
    expect([response.statusCode, response.json()]).toEqual([201, { stored: true }]);
    const opened = (await post(app, '/receipt/open', { receipt: sent.receipt })).json();
    expect(opened.words).toEqual({ ...sent.body.story, answers: {} });
    expect(opened.answers).toEqual(sent.body.answers);
    expect(opened.consent.sort()).toEqual([...sent.body.consent].sort());
    expect(opened.release).toBe('waiting');
  });

  it('makes one story of fifty repeats at once: one 201, 49 times 200, the same body', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const sent = newSubmission(collection);
    const responses = await Promise.all(Array.from({ length: 50 }, () => submit(app, 'test', sent)));
    const statuses = responses.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([...Array.from({ length: 49 }, () => 200), 201]);
    expect(new Set(responses.map(({ body }) => body))).toEqual(new Set(['{"stored":true}']));
    expect(await house.listings.ids(collection.id)).toHaveLength(1);
  });

  it('is a repeat when the same body comes with its keys in another order', async () => {
    const { app, house } = await testHouse(engine);
    const sent = newSubmission(await openCollection(house));
    await submit(app, 'test', sent);
    const reordered = Object.fromEntries(Object.entries(sent.body).reverse());
    expect((await submit(app, 'test', { ...sent, body: reordered })).statusCode).toBe(200);
  });

  it('is a repeat with its scopes and the options of its choices in another order, and another with one fewer', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    await fc.assert(
      fc.asyncProperty(told(ccplFramework), async ({ story, answers, consent }) => {
        const { key, body } = newSubmission(collection);
        const status = async (change: object) =>
          (await submit(app, 'test', { key, body: { ...body, story, answers, consent, ...change } })).statusCode;
        const reversed = Object.entries(answers).map(([key, answer]) => [
          key,
          'options' in answer ? { ...answer, options: answer.options.toReversed() } : answer,
        ]);
        const other = { answers: Object.fromEntries(reversed), consent: consent.toReversed() };
        expect([await status({}), await status(other), await status({ consent: consent.slice(1) })]).toEqual([201, 200, 409]);
      }),
      { numRuns: 100, seed: 20261123 },
    );
    expect(await house.listings.ids(collection.id)).toHaveLength(100);
  });

  it('that is known by the order in which it came, as all were before sets had one, is a repeat in that order', async () => {
    const { app, house } = await testHouse(engine);
    const sent = newSubmission(await openCollection(house));
    await submit(app, 'test', sent);
    const asItCame = house.pepper.hmac('body', canonical(['test', sent.body]));
    const { numUpdatedRows } = await house.database.db.updateTable('receipts').set({ body_hmac: asItCame }).executeTakeFirstOrThrow();
    expect(Number(numUpdatedRows)).toBe(1);
    expect((await submit(app, 'test', sent)).statusCode).toBe(200);
    expect((await submit(app, 'test', { ...sent, body: { ...sent.body, consent: ['patterns', 'read'] } })).statusCode).toBe(409);
  });

  it('is refused with 409 when its key, or its receipt, was used for another', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const sent = newSubmission(collection);
    await submit(app, 'test', sent);
    const otherBody = await submit(app, 'test', { key: sent.key, body: { ...sent.body, receiptHash: newReceipt().receiptHash } });
    await openCollection(house, { slug: 'elsewhere' });
    for (const slug of ['elsewhere', 'nowhere']) expect((await submit(app, slug, sent)).statusCode).toBe(409);
    const otherKey = await submit(app, 'test', newSubmission(collection, { receiptHash: sent.body.receiptHash }));
    expect([otherBody.statusCode, otherKey.statusCode]).toEqual([409, 409]);
    expect(otherBody.json().type).toBe('urn:storyfield:problem:conflict');
    expect(await house.listings.ids(collection.id)).toHaveLength(1);
  });

  it('does not come back after it was withdrawn, however late it is retried', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const sent = newSubmission(collection);
    await submit(app, 'test', sent);
    expect((await post(app, '/receipt/withdraw', { receipt: sent.receipt })).json()).toEqual({ withdrawn: true });
    expect((await submit(app, 'test', sent)).statusCode).toBe(410);
    expect((await post(app, '/receipt/open', { receipt: sent.receipt })).statusCode).toBe(404);
    expect(await house.listings.ids(collection.id)).toEqual([]);
  });

  it('is taken until seven days after closing, then refused; a repeat is answered 200 even then', async () => {
    const closes = new Date('2026-06-30T22:00:00Z');
    let now = new Date(closes.getTime() - 1);
    const { app, house } = await testHouse(engine, () => now);
    const collection = await openCollection(house, { closes: closes.toISOString() });
    const inTime = newSubmission(collection);
    expect((await submit(app, 'test', inTime)).statusCode).toBe(201);
    now = new Date(closes.getTime() + 7 * day - 1);
    expect((await submit(app, 'test', newSubmission(collection))).statusCode).toBe(201);
    now = new Date(closes.getTime() + 7 * day);
    const late = await submit(app, 'test', newSubmission(collection));
    expect([late.statusCode, late.json().type]).toEqual([410, 'urn:storyfield:problem:closed']);
    expect((await submit(app, 'test', inTime)).statusCode).toBe(200);
  });

  it('is refused before the collection opens, and the form says so', async () => {
    const { app, house } = await testHouse(engine, () => new Date('2026-01-01T00:00:00Z'));
    const collection = await openCollection(house, { opens: '2026-02-01T00:00:00Z' });
    expect((await submit(app, 'test', newSubmission(collection))).json().type).toBe('urn:storyfield:problem:not-open-yet');
    const form = await app.inject('/api/v1/collections/test/form');
    expect(form.json().state).toBe('upcoming');
  });

  it('is refused with 400 when it is not JSON or has no key, 404 for an unknown collection, 413 when it is too large', async () => {
    const { app, house } = await testHouse(engine);
    const { key, body } = newSubmission(await openCollection(house));
    const url = '/api/v1/collections/test/stories';
    const raw = (payload: string, type: string) =>
      app.inject({ method: 'POST', url, payload, headers: { 'content-type': type, 'idempotency-key': key } });
    expect((await raw('{"version":', 'application/json')).statusCode).toBe(400);
    expect((await raw('version=1', 'application/x-www-form-urlencoded')).statusCode).toBe(400);
    expect((await post(app, '/collections/test/stories', body)).json().type).toBe('urn:storyfield:problem:no-idempotency-key');
    expect((await submit(app, 'test', { key: 'not-a-uuid', body })).statusCode).toBe(400);
    expect((await raw('a story', 'text/plain')).statusCode).toBe(400);
    for (const payload of ['null', '[]', '"a story"'])
      expect((await raw(payload, 'application/json')).json().faults).toEqual([{ path: '', message: 'is not an object' }]);
    expect((await raw('['.repeat(100_000) + ']'.repeat(100_000), 'application/json')).statusCode).toBe(422);
    expect((await submit(app, 'nowhere', { key, body })).statusCode).toBe(404);
    expect((await submit(app, '%00', { key, body })).statusCode).toBe(404);
    expect((await submit(app, 'test', { key, body: { ...body, story: { title: '', text: 'x'.repeat(300_000) } } })).statusCode).toBe(413);
  });

  it('takes 10,000 characters outside the basic plane, written as escapes', async () => {
    const { app, house } = await testHouse(engine);
    const sent = newSubmission(await openCollection(house), { story: { title: '', text: '😀'.repeat(10_000) } });
    const payload = JSON.stringify(sent.body).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
    const headers = { 'content-type': 'application/json', 'idempotency-key': sent.key };
    const response = await app.inject({ method: 'POST', url: '/api/v1/collections/test/stories', payload, headers });
    expect(response.statusCode).toBe(201);
  });
});
