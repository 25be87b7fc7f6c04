import { describe, expect, it, vi } from 'vitest';
import type { Summary } from '../../server/contract/collections.ts';
import type { SettingsDocument } from '../../server/contract/settings.ts';
import { fromArrow } from '../../triads/columns/arrow.ts';
import { stateCode } from '../../triads/columns/columns.ts';
import { designer, publishDraft } from '../designing.ts';
import { grant, newSubmission, openCollection, post, recorded, signedIn, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

/** A house whose clock the test sets. */
async function housed(engine: (typeof engines)[number], moment = '2026-11-22T10:00:00Z') {
  const clock = { now: new Date(moment) };
  const test = await testHouse(engine, () => clock.now);
  const wait = (days: number) => {
    clock.now = new Date(clock.now.getTime() + days * 86_400_000);
  };
  return { ...test, wait };
}

const settingsFor = (version: string, change: Partial<SettingsDocument> = {}): SettingsDocument => ({
  slug: 'ward',
  title: { 'en-GB': 'The ward' },
  languages: ['en-GB'],
  waves: [{ key: 'first', label: { 'en-GB': 'First' }, opens: '2026-11-22T00:00:00Z', closes: null, version }],
  randomOrder: false,
  rotation: false,
  breakdowns: ['role'],
  ...change,
});

describe.each(engines)('a collection on %s', (engine) => {
  async function gathered() {
    const test = await housed(engine);
    const design = await designer(test.app, [grant('designer'), grant('owner')]);
    const framework = await design.begin();
    const version = await publishDraft(design, framework);
    const { status, body } = await design.post('/collections', settingsFor(version));
    expect(status).toBe(201);
    const collection = await test.house.collections.byId(body.id);
    if (!collection) throw new Error('it is not there');
    const at = `/collections/${collection.id}`;
    const change = (tag: string, settings: object) => design.call('PUT', `${at}/settings`, settings, { 'if-match': `"${tag}"` });
    return { ...test, design, framework, version, collection, at, settings: body, change };
  }

  it('is made from a published version and takes stories at once; every fault is named by its path', async () => {
    const { app, design, framework, version, collection, settings } = await gathered();
    expect(settings).toMatchObject({ taking: 'open', waves: [{ state: 'open', version }], smallNumbers: { threshold: 5 } });
    expect((await submit(app, 'ward', newSubmission(collection))).statusCode).toBe(201);
    await design.post(`/frameworks/${framework}/draft`, { version });
    const draft = (await design.draft(framework)).id;
    const wave = { key: 'first', label: { 'en-GB': 'First' }, opens: '2026-11-22T00:00:00Z', closes: null, version };
    const wrong = settingsFor(version, {
      title: { cy: 'Y ward' },
      languages: ['en-GB', 'cy'],
      waves: [
        { ...wave, closes: '2026-11-21T00:00:00Z' },
        { ...wave, version: draft },
      ],
      breakdowns: ['changes'],
    });
    const { body } = await design.post('/collections', wrong);
    expect(body.faults.map(({ path }: { path: string }) => path)).toEqual([
      'slug',
      'title',
      'waves.0.label',
      'waves.1.label',
      'waves.0.closes',
      'waves.1.key',
      'waves.0.version',
      'waves.1.version',
      'breakdowns.0',
    ]);
  });

  it('opens at once by the clock of the house, and may need keys from its first story on', async () => {
    const { app, house, design, version } = await gathered();
    const wave = { key: 'now', label: { 'en-GB': 'Now' }, opens: null, closes: null, version };
    const asked = { ...settingsFor(version, { slug: 'keyed', waves: [wave] }), needsKey: true };
    const { status, body } = await design.post('/collections', asked);
    expect([status, body.waves[0]]).toMatchObject([201, { opens: '2026-11-22T10:00:00.000Z', state: 'open', ends: null }]);
    const made = await house.collections.byId(body.id);
    if (!made) throw new Error('it is not there');
    const refused = await submit(app, 'keyed', newSubmission(made));
    expect(refused.json().type).toBe('urn:storyfield:problem:link-key-missing');
  });

  it('tells all who see it whether stories are taken, and when', async () => {
    const { app, at, design } = await gathered();
    await design.put(`${at}/taking`, { taking: 'paused' });
    const seen = (await app.inject({ url: `/api/v1${at}`, headers: await signedIn(app, [grant('lead', null, 'london')]) })).json();
    const since = '2026-11-22T10:00:00.000Z';
    expect(seen).toMatchObject({ taking: 'paused', since, waves: [{ key: 'first', state: 'closed', ends: since, closes: null }] });
  });

  it('has an address of its own, also where two are made at once', async () => {
    const { design, version } = await gathered();
    const made = await Promise.all([1, 2, 3].map(() => design.post('/collections', settingsFor(version, { slug: 'same' }))));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    const refused = made.filter(({ status }) => status === 422).map(({ body }) => body.faults);
    expect(refused[0]).toEqual([{ path: 'slug', message: 'is already the address of another collection' }]);
  });

  it('keeps what phones may be answering on, and is not overwritten by who read older settings', async () => {
    const { settings, change, version } = await gathered();
    const next = { key: 'second', label: { 'en-GB': 'Second' }, opens: '2027-01-01T00:00:00Z', closes: null, version };
    const first = { ...next, key: 'first', opens: '2026-11-22T00:00:00Z', closes: '2026-12-01T00:00:00Z' };
    const both = settingsFor(version, { waves: [first, next], rotation: true });
    const changed = await change(settings.tag, both);
    expect([changed.status, changed.body.waves.map(({ state }: { state: string }) => state)]).toEqual([200, ['open', 'upcoming']]);
    const late = (await change(settings.tag, settingsFor(version, { slug: 'taken-away' }))).body;
    expect([late.type, late.saved]).toEqual(['urn:storyfield:problem:saved-since', { by: 'Somebody', at: '2026-11-22T10:00:00.000Z' }]);
    expect(changed.body.saved).toEqual(late.saved);
    const taken = await change(changed.body.tag, settingsFor(version, { slug: 'other', waves: [next] }));
    expect(taken.body.faults.map(({ path }: { path: string }) => path)).toEqual(['slug', 'rotation', 'waves.0.key']);
  });

  it('ends no open wave in the past, since stories being told would be lost: not by its close, nor by a wave put after it', async () => {
    const { app, collection, settings, change, version, wait } = await gathered();
    const closing = (closes: string | null) => ({ ...settingsFor(version).waves[0], closes }) as SettingsDocument['waves'][number];
    const next = { key: 'second', label: { 'en-GB': 'Second' }, opens: '2026-11-22T00:02:00Z', closes: null, version };
    for (const waves of [[closing('2026-11-22T00:01:00Z')], [closing('2026-11-22T00:01:00Z'), next]]) {
      const refused = await change(settings.tag, settingsFor(version, { waves }));
      expect([refused.status, refused.body.faults.map(({ path }: { path: string }) => path)]).toEqual([422, ['waves.0.closes']]);
    }
    expect((await submit(app, 'ward', newSubmission(collection))).statusCode).toBe(201);
    const soon = await change(settings.tag, settingsFor(version, { waves: [closing('2026-11-22T10:00:00Z')] }));
    expect(soon.body.waves[0].state).toBe('closed');
    wait(0.25);
    // It is over, and may be said again as it was, or later, but not earlier.
    const again = (closes: string) =>
      change(soon.body.tag, settingsFor(version, { waves: [closing(closes)], title: { 'en-GB': 'The wards' } }));
    expect((await again('2026-11-22T09:00:00Z')).body.faults).toMatchObject([{ path: 'waves.0.closes' }]);
    expect((await again('2026-11-22T10:00:00Z')).status).toBe(200);
  });

  it('takes no title that cannot be stored', async () => {
    const { settings, change, version } = await gathered();
    for (const title of ['The\u0000ward', 'The \ud83d ward']) {
      const { status, body } = await change(settings.tag, settingsFor(version, { title: { 'en-GB': title } }));
      expect([status, body.faults.map(({ path }: { path: string }) => path)]).toEqual([422, ['title.en-GB']]);
    }
  });

  it('pauses, closes and opens again; a story begun before is taken for seven days', async () => {
    const { app, at, collection, wait, version, framework } = await gathered();
    const tell = async () => (await submit(app, 'ward', newSubmission(collection))).statusCode;
    const shown = async () => (await app.inject('/api/v1/collections/ward/form')).json().state;
    // Who takes stories in may know a change to a collection only a second later.
    const hears = (status: number) => vi.waitFor(async () => expect(await tell()).toBe(status), { timeout: 10_000, interval: 200 });
    const take = async (taking: string) => (await designer(app)).put(`${at}/taking`, { taking });
    for (const taking of ['paused', 'closed']) {
      expect((await take(taking)).body.taking).toBe(taking);
      expect([await shown(), await tell()]).toEqual(['closed', 201]);
      wait(7);
      await hears(410);
      expect((await take('open')).body).toMatchObject({ taking: 'open', since: null });
      expect(await shown()).toBe('open');
      await hears(201);
    }
    await (await designer(app)).post(`/frameworks/${framework}/versions/${version}/retirement`);
    expect([await shown(), (await take('open')).body.type]).toEqual(['closed', 'urn:storyfield:problem:not-in-this-state']);
    const audit = await recorded(app.house);
    expect(audit.map(({ action }) => action)).toEqual([
      'version.publish',
      'collection.make',
      'collection.paused',
      'collection.open',
      'collection.closed',
      'collection.open',
      'version.retire',
    ]);
  });

  it('has small-number rules that an owner sets with a reason, and nobody else', async () => {
    const { app, at, design } = await gathered();
    const put = (rules: object) => design.put(`${at}/small-numbers`, rules);
    expect((await put({ threshold: 3, roundingBase: 1, reason: ' ' })).body.faults).toMatchObject([{ path: 'reason' }]);
    expect((await put({ threshold: 5, roundingBase: 5, reason: null })).body.faults).toMatchObject([{ path: 'reason' }]);
    expect((await put({ threshold: 2, roundingBase: 5, reason: 'Small.' })).body.faults).toMatchObject([{ path: 'threshold' }]);
    expect((await put({ threshold: 3, roundingBase: 5, reason: 'A study of twenty.' })).body.smallNumbers).toEqual({
      threshold: 3,
      roundingBase: 5,
      reason: 'A study of twenty.',
    });
    const other = await designer(app);
    expect((await other.put(`${at}/small-numbers`, { threshold: 3, roundingBase: 1, reason: 'Mine.' })).status).toBe(404);
    expect((await other.put(`${at}/retention`, { textsWeeks: 1, storiesWeeks: null, takenOutDays: 30, exportDays: 14 })).status).toBe(404);
  });

  it('deletes words and then stories when their time is over, for good', async () => {
    const { app, house, at, design, collection, wait } = await gathered();
    expect(
      (await design.put(`${at}/retention`, { textsWeeks: 9, storiesWeeks: 8, takenOutDays: 30, exportDays: 14 })).body.faults,
    ).toMatchObject([{ path: 'textsWeeks' }]);
    await design.put(`${at}/retention`, { textsWeeks: 4, storiesWeeks: 8, takenOutDays: 30, exportDays: 14 });
    const old = newSubmission(collection);
    await submit(app, 'ward', old);
    wait(14);
    const young = newSubmission(collection);
    await submit(app, 'ward', young);
    const owner = await designer(app, [grant('owner')]);
    const due = async (query: string) => (await owner.get(`${at}/retention/due?${query}`)).body;
    expect(await due('textsWeeks=1')).toEqual({ texts: { before: '2026-W48', isAny: true }, stories: null });
    expect(await due('textsWeeks=4&storiesWeeks=8')).toMatchObject({ texts: { isAny: false }, stories: { isAny: false } });
    expect((await owner.get(`${at}/retention/due?textsWeeks=soon`)).status).toBe(422);
    expect(await house.retention.retain()).toEqual({ words: 0, stories: 0, takenOut: 0 });
    wait(21);
    expect(await house.retention.retain()).toEqual({ words: 1, stories: 0, takenOut: 0 });
    const opened = (await post(app, '/receipt/open', { receipt: old.receipt })).json();
    expect([opened.words, opened.release, opened.consent]).toEqual([null, 'none', ['patterns']]);
    expect((await post(app, '/receipt/open', { receipt: young.receipt })).json().words.text).toBe(young.body.story?.text);
    wait(28);
    expect(await house.retention.retain()).toEqual({ words: 1, stories: 1, takenOut: 0 });
    expect((await post(app, '/receipt/open', { receipt: old.receipt })).statusCode).toBe(404);
    expect((await submit(app, 'ward', old)).statusCode).toBe(410);
    expect(await house.retention.retain()).toEqual({ words: 0, stories: 0, takenOut: 0 });
    const left = await house.database.db.selectFrom('texts').select('story_id').execute();
    expect(left).toEqual([]);
    const audit = await house.database.db
      .selectFrom('audit')
      .select('action')
      .where('action', 'like', 'retention.%')
      .orderBy('sequence')
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(['retention.words', 'retention.stories', 'retention.words']);
  });

  it('shows its weeks and regions under the small-number rules; a lead sees the own region beside all others', async () => {
    const { app, at, collection, wait } = await gathered();
    const tell = async (region: string, stories: number) => {
      for (let told = 0; told < stories; told += 1) {
        await submit(app, 'ward', newSubmission(collection, { answers: { region: { options: [region] } } }));
      }
    };
    await tell('midlands', 7);
    await tell('london', 2);
    wait(14);
    await tell('midlands', 6);
    await tell('london', 8);
    const weeks = async (...grants: Parameters<typeof signedIn>[1]) =>
      (await app.inject({ url: `/api/v1${at}/weeks`, headers: await signedIn(app, grants) })).json();
    const all = await weeks(grant('designer'));
    expect([all.weeks, all.regions]).toEqual([
      ['2026-W47', '2026-W48', '2026-W49'],
      ['london', 'midlands'],
    ]);
    expect([all.table.cells[0][0], all.table.cells[0][1]]).toEqual(['small', 0]);
    expect(JSON.stringify(all)).not.toContain('2,');
    expect(all.release).toEqual({ released: 0, waiting: 23, none: 0 });
    const lead = await weeks(grant('lead', null, 'midlands'));
    expect([lead.regions, lead.table.regions, lead.table.whole]).toEqual([['midlands', 'elsewhere'], [13, 10], 23]);
    expect([lead.table.cells[0][0], lead.table.cells[1][0]]).not.toContain(2);
    expect([lead.table.weeks[0], lead.table.cells[0][0]]).toContain('hidden');
  });

  it('tells researchers its weeks, regions and releases exactly, as every other page does', async () => {
    const { app, house, at, collection } = await gathered();
    const tell = (region: string) => submit(app, 'ward', newSubmission(collection, { answers: { region: { options: [region] } } }));
    for (let told = 0; told < 6; told += 1) await tell('midlands');
    const get = async (path: string, ...grants: Parameters<typeof signedIn>[1]) =>
      (await app.inject({ url: `/api/v1${at}/${path}`, headers: await signedIn(app, grants) })).json();
    const stepped = await get('weeks', grant('designer'));
    await tell('london');
    const { db } = house.database;
    const { id } = await db.selectFrom('stories').select('id').where('region', '=', 'london').executeTakeFirstOrThrow();
    await db.updateTable('stories').set({ release: 'released' }).where('id', '=', id).execute();
    const exactly = {
      exact: true,
      regions: ['london', 'midlands'],
      table: { cells: [[1], [6]], regions: [1, 6], weeks: [7], whole: 7 },
      release: { released: 1, waiting: 6, none: 0 },
    };
    expect(await get('weeks', grant('researcher'))).toMatchObject(exactly);
    expect(await get('weeks', grant('researcher'), grant('lead', null, 'midlands'), grant('designer'))).toMatchObject(exactly);
    expect(await get('weeks', grant('designer'), grant('owner'))).toEqual(stepped);
    expect(stepped).toMatchObject({ exact: false, table: { whole: 6 } });
  });

  it('reads waves on different versions together where keys agree, and says where they do not', async () => {
    const { app, house, design, framework, version, collection, settings, change, wait } = await gathered();
    await submit(app, 'ward', newSubmission(collection));
    await design.post(`/frameworks/${framework}/draft`, { version });
    const { document, tag } = await design.draft(framework);
    document.signifiers[0] = { ...document.signifiers[0], key: 'changed' };
    const named = (wanted: string) => document.signifiers.find(({ key }: { key: string }) => key === wanted);
    named('weighing').stones.push({ key: 'new', label: { 'en-GB': 'a new one' } });
    const asked = named('decisions').question;
    named('decisions').question = { 'en-GB': 'Who decided…' };
    await design.save(framework, tag, document);
    const next = await publishDraft(design, framework);
    const waves = [
      { ...settingsFor(version).waves[0], closes: '2026-12-01T00:00:00Z' },
      { key: 'second', label: { 'en-GB': 'Second' }, opens: '2026-12-01T00:00:00Z', closes: null, version: next },
    ];
    expect((await change(settings.tag, { ...settingsFor(version), waves })).status).toBe(200);
    wait(14);
    const second = newSubmission(collection, { version: next, answers: { changed: { top: 1, left: 0, right: 0, by: 'keys' } } });
    await vi.waitFor(async () => expect((await submit(app, 'ward', second)).statusCode).toBe(201), { timeout: 10_000, interval: 200 });

    const headers = await signedIn(app, [grant('researcher')]);
    const url = `/api/v1/collections/${collection.id}`;
    const { signifiers, differences } = (await app.inject({ url, headers })).json();
    expect([signifiers[0].key, signifiers.at(-1).key, signifiers.length]).toEqual(['changed', 'changes', 20]);
    expect(differences).toEqual([
      { signifier: 'changed', part: null, kind: 'unasked', waves: ['first'], texts: [] },
      {
        signifier: 'decisions',
        part: null,
        kind: 'reworded',
        waves: ['first'],
        texts: [{ path: 'question', before: asked, after: { 'en-GB': 'Who decided…' } }],
      },
      { signifier: 'weighing', part: 'new', kind: 'unasked', waves: ['first'], texts: [] },
      { signifier: 'changes', part: null, kind: 'unasked', waves: ['second'], texts: [] },
    ]);
    const summary: Summary = (await app.inject({ url: `${url}/summary`, headers })).json();
    const of = (wanted: string) => summary.signifiers.find(({ key }) => key === wanted);
    expect(of('changed')).toMatchObject({ placed: 1, skipped: 0, unasked: 1 });
    expect(of('changes')).toMatchObject({ placed: 1, skipped: 0, unasked: 1 });
    expect(of('decisions')).toMatchObject({ placed: 1, skipped: 1, unasked: 0 });
    const columns = fromArrow((await app.inject({ url: `${url}/patterns`, headers })).rawPayload, signifiers);
    const stone = [...(columns.stones.get('weighing')?.stones.get('new')?.state ?? [])].sort();
    expect(stone).toEqual([stateCode.skipped, stateCode.unasked]);
    expect((await house.collections.byId(collection.id))?.waves).toHaveLength(2);
  });
});

it('weeks before the last half year stand together', async () => {
  const { house } = await testHouse('sqlite');
  const { id } = await openCollection(house);
  const collection = await house.collections.byId(id);
  if (!collection) throw new Error('it is not there');
  const listings = {
    countByWeek: async () => ['2025-W01', '2025-W02', '2026-W47'].map((week) => ({ week, region: null, stories: 9 })),
    countByRelease: async () => ({ none: 20, waiting: 3, second: 1, held: 2, escalated: 0, released: 1 }),
  };
  const { Progress } = await import('../../server/services/progress.ts');
  const { Steps } = await import('../../server/services/steps.ts');
  const { StepDocuments } = await import('../../server/repositories/step-documents.ts');
  const progress = new Progress(listings as never, new Steps(new StepDocuments(house.database.db)), house.sharingOut);
  const { weeks, table, release } = await progress.weeks(collection, { regions: false, whole: false });
  expect([weeks.length, weeks[0], weeks[1], weeks.at(-1)]).toEqual([27, null, '2026-W22', '2026-W47']);
  expect([table?.cells[0]?.[0], table?.whole]).toEqual([18, 27]);
  // One released story cannot be told apart from two, three or four: so the others are not exact either.
  expect(release).toEqual({ released: 'small', waiting: 'hidden', none: 'hidden' });
});
