import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { newReceipt, newSubmission, openCollection, post, someAnswers, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';
import { told } from './generated.ts';

const changes = (shares: object) => ({ answers: { ...someAnswers, changes: { top: 0.6, left: 0.3, right: 0.1, by: 'touch', ...shares } } });
const story = (words: object) => ({ story: { title: 'A title', text: 'Some text.', ...words } });

/** Ways to break a rule: what the body is changed to, and the path that the answer must name. */
const broken: [name: string, change: object, path: string][] = [
  ['shares that sum to more than one by 2e-6', changes({ top: 0.600002 }), 'answers.changes'],
  ['a share below zero', changes({ top: 0.7, right: -0.1 + 0.1 - 1e-9 }), 'answers.changes.right'],
  ['a share above one', changes({ top: 1.1, left: 0, right: 0 }), 'answers.changes.top'],
  ['a share that is null', changes({ top: null }), 'answers.changes.top'],
  ['a share that is a string', changes({ top: '0.6' }), 'answers.changes.top'],
  ['an unknown way of placing', changes({ by: 'voice' }), 'answers.changes.by'],
  ['a chosen answer that is not one of the seven', changes({ by: 'choice' }), 'answers.changes'],
  ['a share that is missing', { answers: { changes: { top: 0.6, left: 0.4, by: 'touch' } } }, 'answers.changes.right'],
  ['an answer that is null', { answers: { changes: null } }, 'answers.changes'],
  ['"na" that is not true', { answers: { changes: { na: false } } }, 'answers.changes.na'],
  ['"na" beside a placement', { answers: { decisions: { na: true, right: 0.5 } } }, 'answers.decisions.right'],
  ['a dyad outside its poles', { answers: { decisions: { right: 1.000001, by: 'keys' } } }, 'answers.decisions.right'],
  [
    'a stone that is not on the framework',
    { answers: { weighing: { stones: { pebble: { x: 0, y: 0 } }, by: 'mouse' } } },
    'answers.weighing.stones.pebble',
  ],
  [
    'a stone off the canvas',
    { answers: { weighing: { stones: { done: { x: 0, y: 1.5 } }, by: 'mouse' } } },
    'answers.weighing.stones.done.y',
  ],
  ['stones none of which was touched', { answers: { weighing: { stones: {}, by: 'mouse' } } }, 'answers.weighing.stones'],
  ['an unknown option', { answers: { feeling: { options: ['elated'] } } }, 'answers.feeling.options.0'],
  ['two options where one is asked', { answers: { feeling: { options: ['positive', 'neutral'] } } }, 'answers.feeling.options'],
  ['an option named twice', { answers: { setting: { options: ['acute', 'acute'] } } }, 'answers.setting.options'],
  ['no option', { answers: { setting: { options: [] } } }, 'answers.setting.options'],
  ['words beside "other" without that option', { answers: { setting: { options: ['acute'], other: 'A hub' } } }, 'answers.setting.other'],
  ['an answer to a question that was not asked', { answers: { weather: { options: ['rain'] } } }, 'answers.weather'],
  ['an unknown field', { colour: 'blue' }, 'colour'],
  ['another version', { version: '6f1d7a4e-1d7a-4e6f-8d7a-4e6f1d7a4e6f' }, 'version'],
  ['a language that the collection does not offer', { language: 'cy' }, 'language'],
  ['U+0000 in the story', story({ text: 'a\0b' }), 'story.text'],
  ['a lone surrogate in the title', story({ title: 'half \ud83d' }), 'story.title'],
  ['a title of 201 characters', story({ title: 'x'.repeat(201) }), 'story.title'],
  ['a story of 10,001 characters', story({ text: '😀'.repeat(10_001) }), 'story.text'],
  ['an empty story', story({ text: '' }), 'story.text'],
  ['a story of white space', story({ text: ' \n\u00a0' }), 'story.text'],
  ['"read" without a story', { story: undefined }, 'story'],
  ['a key that JavaScript holds special', JSON.parse('{"__proto__": {"admin": true}}'), '__proto__'],
  ['no consent to be counted', { consent: ['read'] }, 'consent'],
  ['an unknown scope', { consent: ['patterns', 'read', 'resell'] }, 'consent.2'],
  ['a scope named twice', { consent: ['patterns', 'read', 'read'] }, 'consent'],
  ['a story without "read"', { consent: ['patterns'] }, 'story'],
  [
    'words beside "other" without "read"',
    { story: undefined, consent: ['patterns'], answers: { setting: { options: ['other'], other: 'A hub' } } },
    'answers.setting.other',
  ],
  ['a sharing scope without "read"', { story: undefined, consent: ['patterns', 'publish'] }, 'consent'],
  ['a receipt hash that is not one', { receiptHash: 'abc' }, 'receiptHash'],
  ['a receipt hash that no receipt has', { receiptHash: `${'A'.repeat(42)}B` }, 'receiptHash'],
  ['an order where none is asked', { order: ['changes'] }, 'order'],
  ['rotations where none are asked', { rotations: { changes: 1 } }, 'rotations'],
  ['answers that are a list', { answers: [] }, 'answers'],
];

/** The body with a change made to it, whatever its keys: also one that assignment would not set. */
const changed = (body: object, change: object) => Object.fromEntries([...Object.entries(body), ...Object.entries(change)]);

describe.each(engines)('the rules of a submission on %s', (engine) => {
  it.each(broken)('refuse %s with 422 that names the path, and nothing is stored', async (_name, change, path) => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const { key, body } = newSubmission(collection);
    const response = await submit(app, 'test', { key, body: changed(body, change) });
    expect(response.statusCode).toBe(422);
    expect(response.json().faults.map((fault: { path: string }) => fault.path)).toContain(path);
    expect(await house.listings.ids(collection.id)).toEqual([]);
    const receipts = await house.database.db.selectFrom('receipts').selectAll().execute();
    expect(receipts).toEqual([]);
  });

  it('are told in plain words, and letters that are not UTF-8 are no JSON', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const { key, body } = newSubmission(collection);
    const wrong = { ...body, answers: { changes: { na: 'yes' }, decisions: { right: 'far', by: 'keys' } }, consent: undefined };
    const { faults } = (await submit(app, 'test', { key, body: wrong })).json();
    expect(Object.fromEntries(faults.map(({ path, message }: { path: string; message: string }) => [path, message]))).toEqual({
      'answers.changes.na': 'is nothing that it may be',
      'answers.decisions.right': 'should be a number',
      consent: 'is missing',
    });
    const sent = (type: string, payload: Buffer) =>
      app.inject({
        ...{ method: 'POST', url: '/api/v1/collections/test/stories', payload },
        headers: { 'content-type': type, 'idempotency-key': key },
      });
    const [json, broken] = [JSON.stringify(body), JSON.stringify(body).replace('huddle', 'h\u00fcddle')];
    for (const [type, payload] of [
      ['application/json', Buffer.from(broken, 'latin1')],
      ['application/json; charset=utf-8', Buffer.from(broken, 'latin1')],
      ['application/json; charset=iso-8859-1', Buffer.from(json)],
      ['application/json; charset=utf-16', Buffer.from(json)],
    ] as const) {
      const refused = await sent(type, payload);
      expect([type, refused.statusCode, refused.json().detail]).toEqual([type, 400, expect.stringContaining('UTF-8')]);
    }
    expect(await house.listings.ids(collection.id)).toEqual([]);
    expect((await sent('application/json; charset="UTF-8"', Buffer.from(json))).statusCode).toBe(201);
  });

  it('store whatever keeps them, and give it back equal: 1,000 generated submissions', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    await fc.assert(
      fc.asyncProperty(told(ccplFramework), async (one) => {
        const { receipt, receiptHash } = newReceipt();
        const { key } = newSubmission(collection);
        const body = { version: collection.waves[0]?.versionId, language: 'en-GB', receiptHash, ...one };
        const response = await submit(app, 'test', { key, body });
        expect([response.statusCode, response.body]).toEqual([201, '{"stored":true}']);
        const opened = (await post(app, '/receipt/open', { receipt })).json();
        const answers = structuredClone(opened.answers);
        for (const [at, words] of Object.entries(opened.words?.answers ?? {})) {
          answers[at] = { ...answers[at], [answers[at] ? 'other' : 'text']: words };
        }
        expect(answers).toEqual(JSON.parse(JSON.stringify(one.answers)));
        const { title, text } = opened.words ?? {};
        if (one.consent.includes('read')) expect({ title, text }).toEqual(one.story ?? { title: '', text: '' });
        else expect(opened.words).toBeNull();
        expect(new Set(opened.consent)).toEqual(new Set(one.consent));
      }),
      { numRuns: 1000, seed: 20261122 },
    );
    expect(await house.listings.ids(collection.id)).toHaveLength(1000);
  }, 180_000);

  it('refuse a generated submission once any one thing in it is broken', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    // What is broken only together with the words that come along is shown above.
    const alone = broken.filter(([name]) => !/without|list|special/.test(name));
    await fc.assert(
      fc.asyncProperty(told(ccplFramework), fc.constantFrom(...alone), async (one, [name, change, path]) => {
        const { key, body } = newSubmission(collection);
        const answers = 'answers' in change ? { ...one.answers, ...(change.answers as object) } : one.answers;
        const response = await submit(app, 'test', { key, body: changed({ ...body, ...one, answers }, 'answers' in change ? {} : change) });
        expect([name, response.statusCode]).toEqual([name, 422]);
        expect(response.json().faults.map((fault: { path: string }) => fault.path)).toContain(path);
      }),
      { numRuns: 300, seed: 20261122 },
    );
    expect(await house.listings.ids(collection.id)).toEqual([]);
  }, 120_000);
});
