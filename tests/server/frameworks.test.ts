import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { role } from '../../server/contract/staff.ts';
import type { Draft, Triad } from '../../triads/framework/framework.ts';
import { designer, publishDraft } from '../designing.ts';
import { grant, openCollection, recorded, signedIn } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

const triad = (draft: Draft, key = 'changes') => draft.signifiers.find((one) => one.key === key) as Triad;

describe.each(engines)('a draft on %s', (engine) => {
  it('begins empty, from the library or as a copy, with the usual wording where it is known', async () => {
    const design = await designer((await testHouse(engine)).app);
    const begin = { key: 'farm', title: 'The farm', languages: ['en-GB', 'cy'] };
    const empty = (await design.post('/frameworks', { from: 'empty', ...begin })).body;
    expect(empty).toMatchObject({ key: 'farm', title: { 'en-GB': 'The farm' }, versions: [], draft: { number: 1 } });
    const { document, saved } = await design.draft(empty.id);
    expect([document.signifiers, document.notices.privacy, saved.by]).toEqual([[], {}, 'Somebody']);
    expect(document.consent.read.label['en-GB']).toBe('The study team may read my story');
    const { pieces } = (await design.get('/frameworks/library')).body;
    const keys = pieces.map(({ signifier }: { signifier: { key: string } }) => signifier.key);
    expect(new Set(keys).size).toBe(keys.length);
    const some = (await design.post('/frameworks', { from: 'library', ...begin, pieces: [keys[0], keys[1]] })).body;
    expect((await design.draft(some.id)).document.signifiers.map(({ key }: { key: string }) => key)).toEqual([keys[0], keys[1]]);
    const copy = (await design.post('/frameworks', { from: 'version', key: 'copy', version: some.draft.id })).body;
    expect((await design.draft(copy.id)).document).toEqual({ ...(await design.draft(some.id)).document, key: 'copy' });
    const wrong = await design.post('/frameworks', { from: 'library', ...begin, pieces: [keys[0], 'nothing'] });
    expect([wrong.status, wrong.body.faults]).toEqual([422, [{ path: 'pieces.1', message: 'is not in the library' }]]);
  });

  it('is saved unfinished, but not in another shape or of any size', async () => {
    const design = await designer((await testHouse(engine)).app);
    const id = await design.begin();
    const { document, tag } = await design.draft(id);
    const unfinished = structuredClone(document);
    unfinished.signifiers[0].corners.top = {};
    unfinished.signifiers[0].question['en-GB'] = '<script>alert(1)</script>';
    unfinished.signifiers[1].key = '';
    const saved = await design.save(id, tag, unfinished);
    expect([saved.status, saved.body.document]).toEqual([200, unfinished]);
    const wrong = structuredClone(document);
    wrong.signifiers[3].corners.bottom = { 'en-GB': 'no such corner' };
    expect((await design.save(id, saved.body.tag, wrong)).body.faults).toMatchObject([{ path: 'signifiers.3.corners.bottom' }]);
    const huge = await design.save(id, saved.body.tag, { ...document, title: { 'en-GB': 'x'.repeat(5_000_000) } });
    expect([huge.status, huge.body.detail]).toEqual([413, 'It may hold up to 4096 KB.']);
  });

  it('is never overwritten by who read an older one: the second is told who saved and when', async () => {
    const { app } = await testHouse(engine, () => new Date('2026-11-22T10:00:00Z'));
    const [first, second] = [await designer(app), await designer(app)];
    const id = await first.begin();
    const { tag, document } = await first.draft(id);
    const titled = (title: string) => ({ ...document, title: { 'en-GB': title } });
    const answers = await Promise.all([first.save(id, tag, titled('one')), second.save(id, tag, titled('two'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [kept, refused] = answers[0]?.status === 200 ? answers : answers.toReversed();
    expect(refused?.body).toMatchObject({
      type: 'urn:storyfield:problem:saved-since',
      saved: { by: 'Somebody', at: '2026-11-22T10:00:00.000Z' },
    });
    expect((await second.draft(id)).document.title).toEqual(kept?.body.document.title);
    expect([(await second.publish(id, tag)).status, (await second.discard(id, tag)).status]).toEqual([412, 412]);
    expect((await second.call('PUT', `/frameworks/${id}/draft`, titled('three'))).body.faults).toMatchObject([{ path: 'if-match' }]);
  });

  it('is published only when it is whole, with every fault by its path', async () => {
    const design = await designer((await testHouse(engine)).app);
    const id = await design.begin((draft) => {
      draft.languages.push('cy');
      draft.notices.privacy = { 'en-GB': ' ' };
      triad(draft, 'focus').key = 'changes';
    });
    const { status, body } = await design.publish(id, (await design.draft(id)).tag);
    expect([status, body.type]).toEqual([422, 'urn:storyfield:problem:breaks-data']);
    const paths = body.faults.map(({ path, message }: { path: string; message: string }) => `${path} ${message}`);
    expect(paths).toContain('signifiers.1.key the key "changes" is used twice');
    expect(paths).toContain('notices.privacy has no text in en-GB');
    expect(paths).toContain('signifiers.0.corners.top has no text in cy');
    expect((await design.get(`/frameworks/${id}`)).body.versions).toEqual([]);
  });

  it('of a next version keeps the meaning of keys: a changed corner is refused unless it means the same', async () => {
    const design = await designer((await testHouse(engine)).app);
    const id = await design.begin();
    const first = await publishDraft(design, id);
    expect((await design.post(`/frameworks/${id}/draft`, { version: first })).status).toBe(201);
    expect((await design.post(`/frameworks/${id}/draft`, { version: first })).status).toBe(409);
    const { document, tag } = await design.draft(id);
    triad(document).corners.top = { 'en-GB': 'how people talk' };
    triad(document).question = { 'en-GB': 'What had to change was…' };
    document.key = 'other';
    const saved = (await design.save(id, tag, document)).body;
    const refused = await design.publish(id, saved.tag);
    expect(refused.body.faults.map(({ path }: { path: string }) => path).sort()).toEqual(['key', 'signifiers.0.corners.top']);
    const again = (await design.save(id, saved.tag, { ...document, key: 'ward' })).body;
    const published = await design.publish(id, again.tag, ['changes']);
    expect([published.status, published.body.number]).toEqual([201, 2]);
    const changes = (await design.get(`/frameworks/${id}/versions/${published.body.id}/changes?since=${first}`)).body;
    expect(changes.signifiers[0]).toMatchObject({ key: 'changes', standing: 'reworded', isComparable: true });
    expect([changes.faults, changes.words[0]]).toEqual([[], '19 of 19 signifiers can be read together in both versions.']);
  });

  it('is discarded with its framework where that was all there is of it, else alone', async () => {
    const { app } = await testHouse(engine);
    const design = await designer(app);
    const [alone, published] = [await design.begin(), await design.begin()];
    expect((await design.discard(alone, (await design.draft(alone)).tag)).status).toBe(200);
    expect((await design.get(`/frameworks/${alone}`)).status).toBe(404);
    const version = await publishDraft(design, published);
    await design.post(`/frameworks/${published}/draft`, { version });
    await design.discard(published, (await design.draft(published)).tag);
    const left = (await design.get(`/frameworks/${published}`)).body;
    expect([left.draft, left.versions.length]).toEqual([null, 1]);
  });
});

describe.each(engines)('frameworks on %s', (engine) => {
  it('are seen by who designs everywhere, by who designs a collection that asks them, and by who began them', async () => {
    const { app, house } = await testHouse(engine);
    const here = await openCollection(house);
    const elsewhere = await openCollection(house, { slug: 'elsewhere' });
    const [all, one] = [await designer(app), await designer(app, [grant('designer', here.id)])];
    const own = await one.begin();
    const ids = async (design: typeof all) => (await design.get('/frameworks')).body.frameworks.map(({ id }: { id: string }) => id).sort();
    const everything = await ids(all);
    expect(everything).toHaveLength(3);
    const frameworkOf = async (version: string | undefined) =>
      (await house.frameworks.all()).find(({ versions }) => versions.some(({ id }) => id === version))?.id ?? '';
    const [asked, other] = [await frameworkOf(here.waves[0]?.versionId), await frameworkOf(elsewhere.waves[0]?.versionId)];
    expect(await ids(one)).toEqual([asked, own].sort());
    expect((await one.get(`/frameworks/${other}`)).status).toBe(404);
    expect((await one.post('/frameworks', { from: 'version', key: 'copy', version: elsewhere.waves[0]?.versionId })).status).toBe(422);
    const [version] = (await all.get(`/frameworks/${asked}`)).body.versions;
    expect([version.collections, version.number]).toEqual([['test'], 1]);
    for (const name of role.options.filter((one) => one !== 'designer')) {
      const headers = await signedIn(app, [grant(name)]);
      expect([name, (await app.inject({ url: `/api/v1/frameworks/${asked}`, headers })).statusCode]).toEqual([name, 404]);
    }
  });

  it('are retired by who works on all that ask them, and publishing and retiring stand in the audit', async () => {
    const { app, house } = await testHouse(engine);
    const here = await openCollection(house);
    const versionId = here.waves[0]?.versionId ?? '';
    const [framework] = await house.frameworks.all();
    await house.database.db
      .transaction()
      .execute((tx) => house.collections.insert(tx, { ...here, slug: 'also', waves: here.waves.map(({ id: _, ...wave }) => wave) }));
    const one = await designer(app, [grant('designer', here.id)]);
    const retirement = `/frameworks/${framework?.id}/versions/${versionId}/retirement`;
    expect((await one.post(retirement)).body.detail).toBe('Collections that you do not work on ask this version.');
    const all = await designer(app);
    const id = await all.begin();
    const published = await publishDraft(all, id);
    expect((await all.post(retirement)).body).toMatchObject({ state: 'retired', collections: ['also', 'test'] });
    expect((await all.post(retirement)).status).toBe(409);
    const audit = await recorded(house);
    expect(audit.map(({ action, subject }) => ({ action, subject }))).toEqual([
      { action: 'version.publish', subject: published },
      { action: 'version.retire', subject: versionId },
    ]);
  });

  it('once published are never changed by any call: every route is tried', async () => {
    const { app, house } = await testHouse(engine);
    const design = await designer(
      app,
      role.options.map((one) => grant(one)),
    );
    const id = await design.begin();
    const version = await publishDraft(design, id);
    await design.post(`/frameworks/${id}/draft`, { version });
    const { tag, document } = await design.draft(id);
    const collection = await openCollection(house);
    const rowOf = () =>
      house.database.db.selectFrom('versions').select(['document', 'number', 'published']).where('id', '=', version).executeTakeFirst();
    const before = await rowOf();
    const bodies = [{}, { ...document, title: { 'en-GB': 'Changed' } }, { from: 'version', key: 'ward', version }, { version }];
    let tried = 0;
    for (const { method, url } of app.declaredRoutes.filter(({ method }) => method !== 'HEAD' && method !== 'GET')) {
      for (const [one, payload] of [id, version, collection.id].flatMap((one) => bodies.map((body) => [one, body] as const))) {
        const path = url.replace(':id', one).replace(':version', version).replace(/:\w+/, randomUUID());
        const headers = { ...design.headers, 'if-match': `"${tag}"` };
        if (url === '/api/v1/session') continue;
        const { statusCode } = await app.inject({ method: method as 'PUT', url: path, headers, payload });
        expect([method, path, statusCode]).not.toEqual([method, path, 500]);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(100);
    expect(await rowOf()).toEqual(before);
    expect((await house.collections.version(version)).framework.title).toEqual(document.title);
  }, 120_000);
});
