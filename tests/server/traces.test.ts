import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { newSubmission, openCollection, post, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';
import { allBytes } from '../left-behind.ts';

const address = '198.51.100.23';
const agent = 'Marker-Agent/7.25';
const words = 'zwischenruf quagmire';

describe.each(engines)('what a submission leaves behind on %s', (engine) => {
  it('holds no address, agent, key or receipt, in the log or in any file, byte by byte', async () => {
    const test = await testHouse(engine);
    const sent = newSubmission(await openCollection(test.house), { story: { title: 'A title', text: words } });
    const headers = { 'user-agent': agent, 'x-forwarded-for': address, referer: 'https://ward.example/rota', cookie: 'crumb=biscuit' };
    const inject = (url: string, payload: object, more = {}) =>
      test.app.inject({ method: 'POST', url: `/api/v1${url}`, payload, remoteAddress: address, headers: { ...headers, ...more } });
    expect((await inject('/collections/test/stories', sent.body, { 'idempotency-key': sent.key })).statusCode).toBe(201);
    expect((await inject('/receipt/open', { receipt: sent.receipt })).statusCode).toBe(200);
    expect((await inject('/receipt/open', { receipt: '0000-0000-0000-0000' })).statusCode).toBe(404);
    expect(
      (await inject('/collections/test/stories', { ...sent.body, version: 'wrong' }, { 'idempotency-key': sent.key })).statusCode,
    ).toBe(409);

    const kept = await allBytes(test);
    expect(kept).toContain(words);
    const secrets = [address, agent, 'ward.example', 'biscuit', sent.key, sent.receipt, sent.body.receiptHash];
    for (const secret of secrets) {
      expect(kept.toLowerCase()).not.toContain(secret.toLowerCase());
      expect(test.log.join('')).not.toContain(secret);
    }
    expect(test.log.join('')).not.toContain(words);
  });

  it('is gone after a withdrawal, from every file or row: words, answers, consent', async () => {
    const test = await testHouse(engine);
    const collection = await openCollection(test.house);
    const answers = { decisions: { right: 0.123456789, by: 'keys' as const }, setting: { options: ['other'], other: 'marsupialhub' } };
    const sent = newSubmission(collection, { story: { title: 'Perambulation', text: words }, answers });
    const stays = newSubmission(collection, { story: { title: 'Stays', text: 'This one stays.' } });
    await Promise.all([submit(test.app, 'test', sent), submit(test.app, 'test', stays)]);
    for (const marker of [words, 'Perambulation', 'marsupialhub', '0.123456789']) expect(await allBytes(test)).toContain(marker);
    expect((await post(test.app, '/receipt/withdraw', { receipt: sent.receipt })).statusCode).toBe(200);
    const kept = await allBytes(test);
    for (const marker of [words, 'Perambulation', 'marsupialhub', '0.123456789']) expect(kept).not.toContain(marker);
    expect(kept).toContain('This one stays.');
  });

  it('loses its words at once when "read" is taken back, and keeps its placements', async () => {
    const test = await testHouse(engine);
    const sent = newSubmission(await openCollection(test.house), { story: { title: 'Perambulation', text: words } });
    await submit(test.app, 'test', sent);
    const { version, language } = sent.body;
    const change = await post(test.app, '/receipt/consent', { receipt: sent.receipt, version, language, consent: ['patterns'] });
    expect([change.statusCode, change.json().words, change.json().release]).toEqual([200, null, 'none']);
    expect(change.json().answers).toEqual(sent.body.answers);
    expect(await allBytes(test)).not.toContain(words);
  });
});

describe('a withdrawal beside another process that reads the SQLite file', () => {
  it('waits for the reader without holding up anybody, and then leaves no word in the files', async () => {
    const test = await testHouse('sqlite');
    const sent = newSubmission(await openCollection(test.house), { story: { title: 'A title', text: words } });
    await submit(test.app, 'test', sent);
    const reader = new Sqlite(join(test.folder, 'storyfield.sqlite'), { readonly: true });
    reader.exec('begin; select count(*) from stories');
    reader.prepare('select count(*) from stories').get();
    const withdrawal = post(test.app, '/receipt/withdraw', { receipt: sent.receipt });
    const finished: string[] = [];
    void withdrawal.then(() => finished.push('withdrawal'));
    await until(async () => (await post(test.app, '/receipt/open', { receipt: sent.receipt })).statusCode === 404);
    expect((await test.app.inject('/healthz')).statusCode).toBe(200);
    expect(finished).toEqual([]);
    reader.close();
    expect((await withdrawal).statusCode).toBe(200);
    expect(await allBytes(test)).not.toContain(words);
  });

  it('is scrubbed at the next start when the process died between deleting and scrubbing', async () => {
    const test = await testHouse('sqlite');
    const sent = newSubmission(await openCollection(test.house), { story: { title: 'A title', text: words } });
    await submit(test.app, 'test', sent);
    const story = await test.house.database.db.selectFrom('stories').select('id').executeTakeFirstOrThrow();
    await test.house.database.db.deleteFrom('texts').where('story_id', '=', story.id).execute();
    expect(await allBytes(test)).toContain(words);
    await test.house.receipts.replayLedger();
    expect(await allBytes(test)).not.toContain(words);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) if (Date.now() > end) throw new Error('waited 20 seconds in vain');
}
