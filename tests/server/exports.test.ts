import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportEntry } from '../../server/contract/exports.ts';
import type { ReleaseState } from '../../server/contract/tell.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import type { App } from '../../server/routes/door.ts';
import { type Purpose, purposes } from '../../triads/exports/provenance.ts';
import { type Scope, sharingScopes } from '../../triads/framework/scopes.ts';
import { grant, newSubmission, openCollection, post, signedIn, someAnswers, submit } from '../fixtures.ts';
import { engines, type TestHouse, testHouse } from '../houses.ts';

interface Told {
  name: string;
  region: string | null;
  release: ReleaseState;
  scopes: readonly Scope[];
  receipt: string;
}

const subsets = [...Array(8).keys()].map((bits) => sharingScopes.filter((_, index) => bits & (1 << index)));
const waiting: ReleaseState[] = ['waiting', 'second', 'held', 'escalated', 'released'];

/** One story of every consent, region and state of release that there can be. */
async function everyStory({ app, house }: TestHouse, collection: Collection): Promise<Told[]> {
  const told: Told[] = [];
  const tell = async (scopes: readonly Scope[], region: string | null, release: ReleaseState) => {
    const name = [...scopes, region ?? 'nowhere', release].join(' ');
    const sent = newSubmission(collection, {
      answers: { decisions: { right: 0.123456, by: 'touch' }, ...(region && { region: { options: [region] } }) },
      consent: [...scopes],
      ...(scopes.includes('read') && { story: { title: name, text: `original of ${name}` } }),
    });
    if (!scopes.includes('read')) delete (sent.body as { story?: object }).story;
    expect((await submit(app, collection.slug, sent)).statusCode).toBe(201);
    told.push({ name, region, release, scopes, receipt: sent.receipt });
  };
  for (const region of ['midlands', 'london', null]) {
    await tell(['patterns'], region, 'none');
    for (const sharing of subsets) {
      const scopes: Scope[] = ['patterns', 'read', ...sharing];
      for (const release of sharing.length ? waiting : (['none'] as const)) await tell(scopes, region, release);
    }
  }
  const { db } = house.database;
  for (const { story_id: id, words } of await db.selectFrom('texts').select(['story_id', 'words']).execute()) {
    const { title } = JSON.parse(words) as { title: string };
    const story = told.find(({ name }) => name === title);
    if (!story) throw new Error(`nobody told ${title}`);
    await db.updateTable('stories').set({ release: story.release }).where('id', '=', id).execute();
    if (story.release !== 'released') continue;
    const released = JSON.stringify({ title, text: `released of ${title}`, answers: {} });
    await db.insertInto('texts').values({ story_id: id, revision: 'released', words: released }).execute();
  }
  return told;
}

/** What domain.md says of who may take which story out, in the words of this test alone. */
function mayLeave({ scopes, region, release }: Told, purpose: Purpose, leads: string | null): boolean {
  if (purpose === 'research') return true;
  if (!scopes.includes('read') || release !== 'released') return false;
  if (purpose === 'publication') return scopes.includes('publish');
  if (region === null || leads === null) return scopes.includes('workshop-own') && scopes.includes('workshop-other');
  return scopes.includes(region === leads ? 'workshop-own' : 'workshop-other');
}

const at = ({ id }: Collection) => `/collections/${id}/exports`;
type Headers = Record<string, string>;
const get = (app: App, url: string, headers: Headers) => app.inject({ url: `/api/v1${url}`, headers });
const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[];
const made = async (app: App, collection: Collection, headers: Headers, asked: object): Promise<ExportEntry> => {
  const response = await post(app, at(collection), asked, headers);
  expect([response.statusCode, response.json().state]).toEqual([201, 'ready']);
  return response.json();
};
const listed = async (app: App, collection: Collection, headers: Headers): Promise<ExportEntry[]> =>
  (await get(app, at(collection), headers)).json().exports;

describe.each(engines)('exports on %s', (engine) => {
  it('hold exactly the stories that role, region, purpose, consent and release allow, in every format; to all others they do not exist', async () => {
    const test = await testHouse(engine);
    const { app } = test;
    const collection = await openCollection(test.house);
    const stories = await everyStory(test, collection);
    const checker = await signedIn(app, [grant('reviewer')]);
    const people: [role: string, headers: Headers, leads: string | null][] = [
      ['lead of the midlands', await signedIn(app, [grant('lead', collection.id, 'midlands')]), 'midlands'],
      ['lead of london', await signedIn(app, [grant('lead', null, 'london')]), 'london'],
      ['lead of all', await signedIn(app, [grant('lead')]), null],
      ['researcher', await signedIn(app, [grant('researcher', collection.id)]), null],
      ['reviewer', checker, null],
      ['owner', await signedIn(app, [grant('owner')]), null],
      ['designer', await signedIn(app, [grant('designer')]), null],
    ];
    for (const [role, headers, leads] of people) {
      for (const purpose of purposes) {
        const may = purpose === 'workshop' ? role.startsWith('lead') : role === 'researcher';
        const seen = await get(app, `${at(collection)}/preview?purpose=${purpose}`, headers);
        if (!may) {
          expect([role, purpose, seen.statusCode]).toEqual([role, purpose, 404]);
          expect((await post(app, at(collection), { purpose, format: 'csv' }, headers)).statusCode).toBe(404);
          continue;
        }
        const expected = stories.filter((story) => mayLeave(story, purpose, leads)).map(({ name }) => name);
        const { stories: promised, formats, leftOut } = seen.json();
        expect([role, purpose, promised]).toEqual([role, purpose, expected.length]);
        // Whoever is told in steps how many stories there are learns it from no sum: those who did not agree are not counted.
        const awaiting =
          stories.filter((story) => mayLeave({ ...story, release: 'released' as const }, purpose, leads)).length - expected.length;
        expect([role, purpose, leftOut]).toEqual([role, purpose, awaiting ? [{ reason: 'awaiting-release', stories: awaiting }] : []]);
        for (const { name: format } of formats) {
          const { id } = await made(app, collection, headers, { purpose, format });
          if (purpose === 'publication') {
            expect((await get(app, `${at(collection)}/${id}/file`, headers)).statusCode).toBe(409);
            expect((await post(app, `${at(collection)}/${id}/check`, { passed: true, reason: 'Read.' }, headers)).statusCode).toBe(404);
            const check = await post(app, `${at(collection)}/${id}/check`, { passed: true, reason: 'Read.' }, checker);
            expect(check.json().verdict).toMatchObject({ passed: true, reason: 'Read.' });
          }
          const file = await get(app, `${at(collection)}/${id}/file`, headers);
          expect([role, purpose, format, file.statusCode]).toEqual([role, purpose, format, 200]);
          expect(file.headers['cache-control']).toBe('no-store');
          const provenance = await get(app, `${at(collection)}/${id}/provenance`, headers);
          expect(provenance.headers['content-disposition']).toMatch(/-[0-9A-F]{8}-provenance\.txt"$/);
          for (const said of ['Export: ', 'Purpose: ', 'Somebody', `Stories: ${expected.length}`])
            expect([said, provenance.body.includes(said)]).toEqual([said, true]);
          if (format !== 'csv') continue;
          const rows = rowsOf(file.body);
          expect(rows).toHaveLength(expected.length);
          const withWords = stories.filter((story) => expected.includes(story.name) && story.scopes.includes('read'));
          expect(
            rows
              .map(({ title }) => title)
              .filter(Boolean)
              .sort(),
          ).toEqual(withWords.map(({ name }) => name).sort());
          for (const { title, story } of rows.filter(({ title }) => title)) {
            const isReleased = stories.find(({ name }) => name === title)?.release === 'released';
            expect(story).toBe(`${isReleased ? 'released' : 'original'} of ${title}`);
          }
          const says = purpose === 'research' ? '0.123456' : undefined;
          for (const row of rows) expect(row['decisions.right']).toBe(says);
        }
        const foreign = people.filter(([other]) => other !== role && !(other === 'reviewer' && purpose === 'publication'));
        const [own] = await listed(app, collection, headers);
        for (const [other, theirs] of foreign)
          for (const what of ['file', 'provenance'])
            expect([other, what, (await get(app, `${at(collection)}/${own?.id}/${what}`, theirs)).statusCode]).toEqual([other, what, 404]);
      }
    }
  });

  it('lose at once what is taken back, say how many are to be recalled, and give nothing when their day has come', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const test = await testHouse(engine, () => now);
    const { app } = test;
    const collection = await openCollection(test.house);
    const stories = await everyStory(test, collection);
    let researcher = await signedIn(app, [grant('researcher')]);
    const { id, number, stories: before, until } = await made(app, collection, researcher, { purpose: 'research', format: 'csv' });
    expect(until).toBe('2026-03-16T09:00:00.000Z');
    const file = () => get(app, `${at(collection)}/${id}/file`, researcher);
    const recalls = async () => (await get(app, '/recalls', researcher)).json().recalls;
    expect(await recalls()).toEqual([]);

    const [gone, unread] = stories.filter(({ scopes }) => scopes.length === 5);
    if (!gone || !unread) throw new Error('no story with all scopes');
    await post(app, '/receipt/withdraw', { receipt: gone.receipt });
    const consent = { version: collection.waves[0]?.versionId, language: 'en-GB', consent: ['patterns'] };
    expect((await post(app, '/receipt/consent', { receipt: unread.receipt, ...consent })).statusCode).toBe(200);
    const { body } = await file();
    expect(rowsOf(body)).toHaveLength(before - 1);
    expect(rowsOf(body).map(({ title }) => title)).not.toContain(unread.name);
    expect(await recalls()).toEqual([{ collection: collection.id, number, stories: 2 }]);
    expect((await listed(app, collection, researcher))[0]).toMatchObject({ stories: before, recalled: 2 });

    now = new Date('2026-03-16T09:00:01Z');
    const { person_id: person } = await test.house.database.db.selectFrom('exports').select('person_id').executeTakeFirstOrThrow();
    const { token } = await app.sessions.signInByLink((await app.sessions.makeLink(person)).secret);
    researcher = { authorization: `Bearer ${token}` };
    expect((await file()).statusCode).toBe(409);
    expect((await listed(app, collection, researcher))[0]).toMatchObject({ canFetch: false, recalled: 2 });
  });

  it('for publication leave once somebody else has passed them, and not where that person refused', async () => {
    const test = await testHouse(engine);
    const { app } = test;
    const collection = await openCollection(test.house);
    await everyStory(test, collection);
    const both = await signedIn(app, [grant('researcher'), grant('reviewer')]);
    const local = await signedIn(app, [grant('reviewer', null, 'midlands')]);
    const checker = await signedIn(app, [grant('reviewer')]);
    const { id } = await made(app, collection, both, { purpose: 'publication', format: 'csv' });
    const check = (headers: Headers, passed = false) =>
      post(app, `${at(collection)}/${id}/check`, { passed, reason: 'Two of them work on one ward.' }, headers);
    expect((await check(both, true)).statusCode).toBe(409);
    expect((await listed(app, collection, local)).map((entry) => entry.id)).toEqual([]);
    expect((await get(app, `${at(collection)}/${id}/file`, local)).statusCode).toBe(404);
    expect((await check(local, true)).statusCode).toBe(404);
    expect((await get(app, `${at(collection)}/${id}/file`, checker)).statusCode).toBe(200);
    expect((await check(checker)).statusCode).toBe(200);
    expect((await check(checker, true)).statusCode).toBe(409);
    const refused = await get(app, `${at(collection)}/${id}/file`, both);
    expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining('one ward')]);
    const audit = await test.house.database.db.selectFrom('audit').select(['action', 'subject']).orderBy('sequence').execute();
    expect(audit.filter(({ subject }) => subject === id).map(({ action }) => action)).toEqual([
      'export.make',
      'export.fetch',
      'export.check',
    ]);
  });

  it('for publication have the patterns that leads were shown when they were made, and no others once they are checked', async () => {
    const test = await testHouse(engine);
    const { app } = test;
    const collection = await openCollection(test.house);
    const tell = async (stories: number, top: number) => {
      for (let told = 0; told < stories; told += 1) {
        const changes = { top, left: 0.95 - top, right: 0.05, by: 'touch' as const };
        const region = { options: [told % 2 ? 'midlands' : 'london'] };
        await submit(app, 'test', newSubmission(collection, { answers: { ...someAnswers, changes, region } }));
      }
    };
    await tell(24, 0.9);
    await tell(30, 0.1);
    await tell(3, 0.5);
    await test.house.database.db.updateTable('stories').set({ release: 'released' }).execute();
    const told = await test.house.database.db.selectFrom('texts').select(['story_id', 'words']).execute();
    for (const { story_id, words } of told) {
      await test.house.database.db.insertInto('texts').values({ story_id, revision: 'released', words }).execute();
    }
    const researcher = await signedIn(app, [grant('researcher')]);
    const checker = await signedIn(app, [grant('reviewer')]);
    const lead = await signedIn(app, [grant('lead')]);
    const shown = (await get(app, `/collections/${collection.id}/patterns`, lead)).json();
    const { id } = await made(app, collection, researcher, { purpose: 'publication', format: 'data-package' });
    const unpack = async (headers: Headers) => {
      const files = unzipSync(new Uint8Array((await get(app, `${at(collection)}/${id}/file`, headers)).rawPayload));
      return (name: string) => strFromU8(files[name] ?? new Uint8Array());
    };
    const checked = await unpack(checker);
    const placed = (parse(checked('patterns/changes.csv'), { columns: true }) as { placed: string }[]).map((row) => row.placed);
    const inWords = { small: '<5', hidden: 'not shown' };
    const cells: (number | 'small' | 'hidden')[] = shown.signifiers.find(({ key }: { key: string }) => key === 'changes').whole.cells[0];
    expect(placed).toEqual(cells.slice(0, -1).map((count) => (typeof count === 'number' ? String(count) : inWords[count])));
    expect(placed).not.toContain('3');
    expect(checked('patterns.csv')).toMatch(/^changes,.*,57,0,0,0,0\r$/m);
    expect(checked('README.md')).toContain('Counts that are not said');
    const named = JSON.parse(checked('datapackage.json')).resources.map(({ path }: { path: string }) => path);
    expect(named).toEqual(expect.arrayContaining(['patterns.csv', 'patterns/changes.csv', 'data/stories.csv']));
    await post(app, `${at(collection)}/${id}/check`, { passed: true, reason: 'Read and counted.' }, checker);
    await tell(40, 0.5);
    expect((await get(app, `/collections/${collection.id}/patterns`, lead)).json().step).not.toBe(shown.step);
    expect((await unpack(researcher))('patterns/changes.csv')).toBe(checked('patterns/changes.csv'));
  });

  it('hold what a saved view chooses, and say what it left out', async () => {
    const test = await testHouse(engine);
    const { app } = test;
    const collection = await openCollection(test.house);
    const stories = await everyStory(test, collection);
    const researcher = await signedIn(app, [grant('researcher')]);
    const lead = await signedIn(app, [grant('lead')]);
    const view = { name: 'Midlands', remark: '', query: [['on.region', 'midlands']] };
    const { id } = (await post(app, `/collections/${collection.id}/views`, view, researcher)).json();
    const expected = stories.filter(({ region }) => region === 'midlands').length;
    const seen = (await get(app, `${at(collection)}/preview?purpose=research&view=${id}`, researcher)).json();
    expect(seen).toMatchObject({ stories: expected, leftOut: [{ reason: 'not-in-view', stories: stories.length - expected }] });
    const entry = await made(app, collection, researcher, { purpose: 'research', format: 'csv', view: id });
    expect(entry).toMatchObject({ view: 'Midlands', stories: expected });
    const rows = rowsOf((await get(app, `${at(collection)}/${entry.id}/file`, researcher)).body);
    expect(new Set(rows.map((row) => row.region))).toEqual(new Set(['midlands']));
    expect((await get(app, `${at(collection)}/preview?purpose=workshop&view=${id}`, lead)).statusCode).toBe(422);
    expect((await post(app, at(collection), { purpose: 'workshop', format: 'parquet' }, lead)).statusCode).toBe(422);
    expect((await post(app, at(collection), { purpose: 'workshop', format: 'constructor' }, lead)).statusCode).toBe(422);
  });

  it('that were stopped are never offered, and can be made again', async () => {
    const test = await testHouse(engine);
    const { app, house } = test;
    const collection = await openCollection(house);
    await everyStory(test, collection);
    const researcher = await signedIn(app, [grant('researcher')]);
    const asked = { purpose: 'research', format: 'csv' };
    const { id } = await made(app, collection, researcher, asked);
    // As a server leaves it that ends in mid-export, an hour ago.
    const hourAgo = new Date(Date.now() - 3_700_000).toISOString();
    await house.database.db.updateTable('exports').set({ state: 'making', made: hourAgo }).where('id', '=', id).execute();
    await house.database.db.deleteFrom('export_rows').where('export_id', '=', id).where('row_id', '>', '8').execute();
    const entry = (await listed(app, collection, researcher)).find((one) => one.id === id);
    expect(entry).toMatchObject({ state: 'stopped', canFetch: false, recalled: 0 });
    expect((await get(app, `${at(collection)}/${id}/file`, researcher)).statusCode).toBe(409);
    expect((await made(app, collection, researcher, asked)).canFetch).toBe(true);
  });
});
