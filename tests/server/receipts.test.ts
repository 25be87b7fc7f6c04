import { describe, expect, it } from 'vitest';
import { Ledger } from '../../server/services/ledger.ts';
import { showReceipt } from '../../triads/answers/receipt.ts';
import { newSubmission, openCollection, post, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

describe.each(engines)('a receipt on %s', (engine) => {
  async function told() {
    const test = await testHouse(engine);
    const collection = await openCollection(test.house);
    const sent = newSubmission(collection);
    await submit(test.app, 'test', sent);
    const { version, language } = sent.body;
    const change = (body: object) => post(test.app, '/receipt/consent', { receipt: sent.receipt, version, language, ...body });
    return { ...test, collection, sent, change };
  }

  it('opens the story however it is typed, and answers alike for every wrong code', async () => {
    const { app, collection, sent } = await told();
    const gone = newSubmission(collection);
    await submit(app, 'test', gone);
    await post(app, '/receipt/withdraw', { receipt: gone.receipt });
    const typed = showReceipt(sent.receipt).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await post(app, '/receipt/open', { receipt: ` ${typed} ` })).statusCode).toBe(200);
    const { version, language } = sent.body;
    const wrong = await Promise.all(
      ['0123-4567-89AB-CDEF', 'x', 'UUUU-UUUU-UUUU-UUUU', gone.receipt].flatMap((receipt) => [
        post(app, '/receipt/open', { receipt }),
        post(app, '/receipt/withdraw', { receipt }),
        post(app, '/receipt/consent', { receipt, version, language, consent: ['patterns'] }),
      ]),
    );
    expect(new Set(wrong.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(wrong[0]?.statusCode).toBe(404);
  });

  it('takes each consent back and gives it again, one by one', async () => {
    const { change } = await told();
    const less = await change({ consent: ['patterns', 'read', 'publish'] });
    expect(new Set(less.json().consent)).toEqual(new Set(['patterns', 'read', 'publish']));
    const none = await change({ consent: ['patterns', 'read'] });
    expect(none.json().release).toBe('none');
    const again = await change({ consent: ['patterns', 'read', 'workshop-other'] });
    expect(again.json().release).toBe('waiting');
  });

  it('gives "read" again only with the words, and refuses words that are already there', async () => {
    const { change, sent } = await told();
    expect((await change({ consent: ['patterns', 'read'], story: { title: '', text: 'Other words.' } })).statusCode).toBe(409);
    await change({ consent: ['patterns'] });
    const without = await change({ consent: ['patterns', 'read'] });
    expect([without.statusCode, without.json().faults[0].path]).toEqual([422, 'story']);
    const again = await change({
      consent: ['patterns', 'read'],
      story: { title: 'Again', text: 'Told once more.' },
      answers: { setting: { options: ['other'], other: 'A hub' } },
    });
    expect(again.json().words).toEqual({ title: 'Again', text: 'Told once more.', answers: { setting: 'A hub' } });
    expect(again.json().answers).toEqual(sent.body.answers);
  });

  it('refuses a set without "patterns", a sharing scope without "read", and an unknown version or language', async () => {
    const { change } = await told();
    for (const consent of [[], ['read'], ['patterns', 'publish']]) expect((await change({ consent })).statusCode).toBe(422);
    expect((await change({ consent: ['patterns'], version: '6f1d7a4e-1d7a-4e6f-8d7a-4e6f1d7a4e6f' })).statusCode).toBe(422);
    expect((await change({ consent: ['patterns'], language: 'cy' })).statusCode).toBe(422);
  });

  it('pins each scope to the wording it was given on', async () => {
    const { house, change, collection } = await told();
    const pins = async () => {
      const { consent } = await house.database.db.selectFrom('stories').select('consent').executeTakeFirstOrThrow();
      return JSON.parse(consent);
    };
    // Of the story's own version and language.
    expect(await pins()).toEqual({ patterns: null, read: null, 'workshop-own': null, 'workshop-other': null, publish: null });
    await change({ consent: ['patterns', 'read'] });
    expect(await pins()).toEqual({ patterns: null, read: null });
    await change({ consent: ['patterns', 'read', 'publish'] });
    const version = collection.waves[0]?.versionId;
    expect(await pins()).toEqual({ patterns: null, read: null, publish: { version, language: 'en-GB' } });
  });

  it('is obeyed again on a restored backup: the ledger is replayed before the house serves', async () => {
    const { app, house, sent, change, collection } = await told();
    const withdrawn = newSubmission(collection);
    await submit(app, 'test', withdrawn);
    const tables = ['stories', 'receipts', 'texts'] as const;
    const backup = await Promise.all(tables.map((table) => house.database.db.selectFrom(table).selectAll().execute()));
    await change({ consent: ['patterns', 'read', 'publish'] });
    await post(app, '/receipt/withdraw', { receipt: withdrawn.receipt });
    for (const [index, table] of tables.entries()) {
      await house.database.db.deleteFrom(table).execute();
      await house.database.db
        .insertInto(table)
        .values(backup[index] as never)
        .execute();
    }
    expect((await post(app, '/receipt/open', { receipt: withdrawn.receipt })).statusCode).toBe(200);
    expect(await house.receipts.replayLedger()).toBe(2);
    expect((await post(app, '/receipt/open', { receipt: withdrawn.receipt })).statusCode).toBe(404);
    const opened = (await post(app, '/receipt/open', { receipt: sent.receipt })).json();
    expect(new Set(opened.consent)).toEqual(new Set(['patterns', 'read', 'publish']));
    expect(await house.receipts.replayLedger()).toBe(0);
  });

  it('keeps consent, words and ledger of one mind when changes and withdrawal come at once', async () => {
    const { app, house, collection } = await told();
    for (let round = 0; round < 12; round += 1) {
      const sent = newSubmission(collection);
      await submit(app, 'test', sent);
      const { version, language } = sent.body;
      const change = (consent: string[]) => post(app, '/receipt/consent', { receipt: sent.receipt, version, language, consent });
      await Promise.all([change(['patterns']), change(['patterns', 'read', 'publish'])]);
      const opened = (await post(app, '/receipt/open', { receipt: sent.receipt })).json();
      expect([round, opened.consent.includes('read')]).toEqual([round, opened.words !== null]);
      await Promise.all([post(app, '/receipt/withdraw', { receipt: sent.receipt }), change(['patterns'])]);
      expect((await post(app, '/receipt/open', { receipt: sent.receipt })).statusCode).toBe(404);
    }
    const withdrawn = [...new Ledger(house.config.dataDir).latest().values()].filter((scopes) => scopes.length === 0);
    expect(withdrawn).toHaveLength(12);
  });
});
