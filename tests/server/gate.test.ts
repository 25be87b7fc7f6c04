import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ReleaseState } from '../../server/contract/tell.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import { revisionFor } from '../../server/repositories/texts.ts';
import type { App } from '../../server/routes/door.ts';
import { type Scope, sharingScopes } from '../../triads/framework/scopes.ts';
import { grant, newSubmission, openCollection, post, recorded, signedIn, someAnswers, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

const words = { title: 'Released', text: 'As released.', answers: {} };

async function tell(app: App, collection: Collection, text: string, region: string, sharing: Scope[]) {
  const sent = newSubmission(collection, {
    story: { title: text, text },
    answers: { ...someAnswers, region: { options: [region] } },
    consent: ['patterns', 'read', ...sharing],
  });
  expect((await submit(app, collection.slug, sent)).statusCode).toBe(201);
  return sent;
}

describe('the consent gate', () => {
  const states: ReleaseState[] = ['none', 'waiting', 'second', 'held', 'escalated', 'released'];
  const subsets = [...Array(8).keys()].map((bits) => sharingScopes.filter((_, index) => bits & (1 << index)));

  it('lets nobody see a word without "read", whatever else holds', () => {
    for (const release of states) {
      for (const sharing of subsets) {
        const standing = { scopes: new Set<Scope>(['patterns', ...sharing]), release, region: 'midlands' };
        for (const as of ['participant', 'researcher', 'reviewer'] as const) expect(revisionFor({ as }, standing)).toBeNull();
        for (const region of [null, 'midlands', 'london']) expect(revisionFor({ as: 'lead', region }, standing)).toBeNull();
      }
    }
  });

  it('lets a lead see only what is released, and agreed to for that region', () => {
    for (const release of states) {
      for (const sharing of subsets) {
        const scopes = new Set<Scope>(['patterns', 'read', ...sharing]);
        const [own, other] = [scopes.has('workshop-own'), scopes.has('workshop-other')];
        const seen = (story: string | null, lead: string | null) =>
          revisionFor({ as: 'lead', region: lead }, { scopes, release, region: story }) === 'released';
        const isReleased = release === 'released';
        expect(seen('midlands', 'midlands')).toBe(isReleased && own);
        expect(seen('london', 'midlands')).toBe(isReleased && other);
        expect(seen(null, 'midlands')).toBe(isReleased && own && other);
        expect(seen('midlands', null)).toBe(isReleased && own && other);
      }
    }
  });
});

describe.each(engines)('from release to export on %s', (engine) => {
  it('a lead reads and exports what is released and agreed, and nothing else', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const at = `/collections/${collection.id}`;
    const reviewer = await signedIn(app, [grant('reviewer')]);
    const midlands = await signedIn(app, [grant('lead', collection.id, 'midlands')]);
    const london = await signedIn(app, [grant('lead', collection.id, 'london')]);
    const get = async (url: string, headers: Record<string, string>) => app.inject({ url: `/api/v1${url}`, headers });

    await tell(app, collection, 'own only', 'midlands', ['workshop-own']);
    await tell(app, collection, 'both', 'midlands', ['workshop-own', 'workshop-other']);
    await tell(app, collection, 'not released', 'midlands', ['workshop-own']);
    await tell(app, collection, 'publish only', 'midlands', ['publish']);
    await tell(app, collection, 'not shared', 'midlands', []);
    const queue = (await get(`${at}/reviews`, reviewer)).json();
    expect(queue.counts).toMatchObject({ none: 1, waiting: 4, released: 0 });
    const ids = new Map<string, string>(queue.reviews.map(({ id, words }: { id: string; words: { text: string } }) => [words.text, id]));
    expect(ids.has('not shared')).toBe(false);
    const tags = new Map<string, string>(
      queue.reviews.map(({ tag, words }: { tag: string; words: { text: string } }) => [words.text, tag]),
    );
    const review = async (text: string, decision: object) => {
      const response = await post(app, `${at}/reviews/${ids.get(text)}`, { tag: tags.get(text), ...decision }, reviewer);
      tags.set(text, response.json().tag);
      return response;
    };
    for (const text of ['own only', 'both', 'publish only']) {
      expect((await review(text, { decision: 'release', words: { ...words, text: `released: ${text}` } })).json().state).toBe('released');
    }

    expect((await get(`${at}/stories/${ids.get('own only')}`, midlands)).json()).toMatchObject({
      words: { text: 'released: own only' },
      answers: null,
    });
    expect((await get(`${at}/stories/${ids.get('own only')}`, london)).statusCode).toBe(404);
    expect((await get(`${at}/stories/${ids.get('both')}`, london)).statusCode).toBe(200);
    for (const text of ['not released', 'publish only'])
      expect((await get(`${at}/stories/${ids.get(text)}`, midlands)).statusCode).toBe(404);
    const listed = (await get(`${at}/stories`, midlands)).json().stories.map((story: { words: { text: string } }) => story.words.text);
    expect(listed.sort()).toEqual(['released: both', 'released: own only']);

    // By the zone of one signifier: all were told with the same placements.
    const lying = async (query: string, headers: Record<string, string>) => {
      const response = await get(`${at}/stories?${query}`, headers);
      return response.statusCode === 200 ? response.json().stories.length : response.statusCode;
    };
    expect(await lying('signifier=changes&zone=top', midlands)).toBe(2);
    expect(await lying('signifier=changes&zone=top', london)).toBe(1);
    expect(await lying('signifier=changes&zone=left', midlands)).toBe(0);
    expect(await lying('signifier=decisions&zone=right', midlands)).toBe(2);
    expect(await lying('signifier=decisions&zone=middle', midlands)).toBe(0);
    for (const wrong of ['signifier=changes&zone=middle', 'signifier=changes', 'zone=top', 'signifier=feeling&zone=top'])
      expect(await lying(wrong, midlands)).toBe(422);
    expect(await lying('signifier=changes&zone=top', await signedIn(app, [grant('researcher')]))).toBe(404);

    expect((await get(`${at}/progress`, midlands)).json()).toEqual({
      whole: { stories: 5, released: 3, waiting: 1 },
      region: { key: 'midlands', stories: 5, released: 3, waiting: 1 },
    });
    expect((await get(`${at}/exports/preview?purpose=workshop`, midlands)).json()).toMatchObject({
      stories: 2,
      leftOut: [{ reason: 'awaiting-release', stories: 1 }],
    });
    const made = (await post(app, `${at}/exports`, { purpose: 'workshop', format: 'csv' }, midlands)).json();
    expect(made).toMatchObject({ stories: 2, recalled: 0 });
    const file = async () => (await get(`${at}/exports/${made.id}/file`, midlands)).body;
    const rows = parse(await file(), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ story }) => story).sort()).toEqual(['released: both', 'released: own only']);
    for (const { row } of rows) expect([...ids.values()]).not.toContain(row);
    expect((await get(`${at}/exports/${made.id}/file`, london)).statusCode).toBe(404);

    expect((await review('both', { decision: 'take-back', reason: 'A name was missed.' })).json()).toMatchObject({
      state: 'waiting',
      released: null,
    });
    expect(await file()).not.toContain('released: both');
    const recalled = async () => (await get(`${at}/exports`, midlands)).json().exports[0];
    expect(await recalled()).toMatchObject({ stories: 2, recalled: 1 });
    await review('both', { decision: 'release', words: { ...words, text: 'released: both, with a name taken out' } });
    expect(await recalled()).toMatchObject({ stories: 2, recalled: 1 });
  });

  it('a withdrawn story is gone from reading and from an export made before, which says how many to recall', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const at = `/collections/${collection.id}`;
    const everyone = await signedIn(app, [grant('reviewer'), grant('lead', null, 'midlands'), grant('researcher')]);
    const sent = await tell(app, collection, '=HYPERLINK("x")', 'midlands', ['workshop-own']);
    const [{ id, tag, words: told }] = (await app.inject({ url: `/api/v1${at}/reviews`, headers: everyone })).json().reviews;
    await post(app, `${at}/reviews/${id}`, { decision: 'release', tag, words: told }, everyone);
    const made = (await post(app, `${at}/exports`, { purpose: 'workshop', format: 'csv' }, everyone)).json();
    const file = async () => (await app.inject({ url: `/api/v1${at}/exports/${made.id}/file`, headers: everyone })).body;
    expect(parse(await file(), { columns: true, bom: true })).toMatchObject([{ story: `'=HYPERLINK("x")` }]);
    await post(app, '/receipt/withdraw', { receipt: sent.receipt });
    expect(parse(await file(), { columns: true, bom: true })).toEqual([]);
    expect((await app.inject({ url: `/api/v1${at}/exports`, headers: everyone })).json().exports[0]).toMatchObject({
      stories: 1,
      recalled: 1,
    });
    expect((await app.inject({ url: `/api/v1${at}/stories/${id}`, headers: everyone })).statusCode).toBe(404);
  });

  it('a reviewer of one region neither sees nor decides on another region’s stories', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const at = `/collections/${collection.id}`;
    await tell(app, collection, 'here', 'midlands', ['publish']);
    const all = await signedIn(app, [grant('reviewer')]);
    const london = await signedIn(app, [grant('reviewer', null, 'london')]);
    expect((await app.inject({ url: `/api/v1${at}/reviews`, headers: london })).json().reviews).toEqual([]);
    const [{ id, tag }] = (await app.inject({ url: `/api/v1${at}/reviews`, headers: all })).json().reviews;
    expect((await post(app, `${at}/reviews/${id}`, { decision: 'hold', tag, reason: 'Names a ward.' }, london)).statusCode).toBe(404);
    expect((await post(app, `${at}/reviews/${id}`, { decision: 'hold', tag, reason: 'Names a ward.' }, all)).json().state).toBe('held');
    expect((await post(app, `${at}/reviews/${id}`, { decision: 'take-back', tag, reason: 'Too soon.' }, all)).statusCode).toBe(412);
    expect(await recorded(house)).toMatchObject([{ action: 'review.hold', subject: id, details: '{"reason":"Names a ward."}' }]);
  });
});

describe.each(engines)('a decision on %s', (engine) => {
  async function queued() {
    const test = await testHouse(engine);
    const collection = await openCollection(test.house);
    const at = `/collections/${collection.id}/reviews`;
    const reviewer = await signedIn(test.app, [grant('reviewer')]);
    const sent = await tell(test.app, collection, 'first words', 'midlands', ['publish']);
    const [review] = (await test.app.inject({ url: `/api/v1${at}`, headers: reviewer })).json().reviews;
    const decide = (decision: object, by = reviewer) => post(test.app, `${at}/${review.id}`, { tag: review.tag, ...decision }, by);
    return { ...test, sent, review, decide };
  }

  it('on words that were deleted since is refused, and does not bring them back', async () => {
    const { app, sent, review, decide } = await queued();
    const { version, language } = sent.body;
    const change = (body: object) => post(app, '/receipt/consent', { receipt: sent.receipt, version, language, ...body });
    await change({ consent: ['patterns'] });
    expect((await decide({ decision: 'release', words: review.words })).statusCode).toBe(404);
    await change({ consent: ['patterns', 'read', 'publish'], story: { title: '', text: 'second words' } });
    expect((await decide({ decision: 'release', words: review.words })).json().type).toBe('urn:storyfield:problem:stale');
    const opened = (await post(app, '/receipt/open', { receipt: sent.receipt })).json();
    expect([opened.words.text, opened.released, opened.release]).toEqual(['second words', null, 'waiting']);
  });

  it('is the first of two at once; the other is told that the story changed', async () => {
    const { decide, review } = await queued();
    const answers = await Promise.all([
      decide({ decision: 'hold', reason: 'A name.' }),
      decide({ decision: 'release', words: review.words }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });

  it('of a second reviewer is not the first’s', async () => {
    const { app, decide, review } = await queued();
    const { tag } = (await decide({ decision: 'second', reason: 'I know this ward.' })).json();
    expect((await decide({ decision: 'release', tag, words: review.words })).statusCode).toBe(409);
    const other = await signedIn(app, [grant('reviewer')]);
    expect((await decide({ decision: 'release', tag, words: review.words }, other)).json().state).toBe('released');
  });

  it('releases no empty text, no answer that the story has not, nothing that cannot be stored', async () => {
    const { decide, review } = await queued();
    const release = async (change: object) => decide({ decision: 'release', words: { ...review.words, ...change } });
    for (const change of [{ text: '  ' }, { text: 'a\0b' }, { title: 'x'.repeat(201) }, { answers: { setting: 'a hub' } }]) {
      expect((await release(change)).statusCode).toBe(422);
    }
  });
});

describe.each(engines)('the audit on %s', (engine) => {
  it('keeps decisions that come at once in one chain, each hashed with the one before', async () => {
    const { app, house } = await testHouse(engine);
    const reviewer = await signedIn(app, [grant('reviewer')]);
    const decisions = await Promise.all(
      ['one', 'two', 'three', 'four'].map(async (slug) => {
        const collection = await openCollection(house, { slug });
        await tell(app, collection, slug, 'midlands', ['publish']);
        const url = `/collections/${collection.id}/reviews`;
        const [{ id, tag }] = (await app.inject({ url: `/api/v1${url}`, headers: reviewer })).json().reviews;
        return { url: `${url}/${id}`, tag };
      }),
    );
    const answers = await Promise.all(
      decisions.map(({ url, tag }) => post(app, url, { decision: 'hold', tag, reason: 'To be read again.' }, reviewer)),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    const entries = await house.database.db.selectFrom('audit').selectAll().orderBy('sequence').execute();
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
    expect(await recorded(house)).toHaveLength(4);
    let before = '';
    for (const { hash, ...entry } of entries) {
      const { sequence, at, person_id, action, subject, details } = entry;
      const whole = JSON.stringify([before, sequence, at, person_id, action, subject, details]);
      expect(hash).toBe(createHash('sha256').update(whole).digest('base64url'));
      before = hash;
    }
  });
});
