import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import type { Answers } from '../../triads/answers/answer.ts';
import { isoWeek } from '../../triads/columns/weeks.ts';
import { designer } from '../designing.ts';
import { grant, openCollection, post, signedIn } from '../fixtures.ts';
import { engines, type TestHouse, testHouse } from '../houses.ts';
import { allBytes } from '../left-behind.ts';
import { sensemakerFile } from '../sensemaker-file.ts';
import { told } from './generated.ts';

const now = () => new Date('2026-11-22T12:00:00Z');

async function opened(engine: (typeof engines)[number]) {
  const test = await testHouse(engine, now);
  const collection = await openCollection(test.house);
  return { ...test, collection, design: await designer(test.app) };
}

/** Sends a file and has it checked. */
async function check({ app, house, collection, design }: Awaited<ReturnType<typeof opened>>, file: string | Buffer, asked: object = {}) {
  const path = `/collections/${collection.id}/imports`;
  const sent = await app.inject({
    method: 'POST',
    url: `/api/v1${path}?name=capture.csv`,
    headers: { ...design.headers, 'content-type': 'application/octet-stream' },
    payload: file,
  });
  expect(sent.statusCode).toBe(201);
  const { id } = sent.json();
  const begun = await design.call('PUT', `${path}/${id}/check`, { wave: 'first', language: 'en-GB', ...asked });
  expect([begun.status, begun.body]).toMatchObject([200, { state: 'checking' }]);
  await house.importing.idle();
  return { path: `${path}/${id}`, checked: (await design.get(`${path}/${id}`)).body };
}

const everything = ['patterns', 'read', 'workshop-own', 'workshop-other', 'publish'];
const statement = 'Paper forms of 2022, section 4: may be read and shared.';

/** A story as it is kept, with its words. */
async function kept({ house }: TestHouse, { id }: Collection) {
  const stories = await house.database.db.selectFrom('stories').selectAll().where('collection_id', '=', id).execute();
  const texts = await house.database.db.selectFrom('texts').selectAll().execute();
  const words = new Map(texts.map((text) => [text.story_id, JSON.parse(text.words)]));
  return stories.map((story) => {
    const said = words.get(story.id);
    return {
      ...{ week: story.week, language: story.language, release: story.release, import: story.import_id },
      consent: Object.keys(JSON.parse(story.consent)),
      ...(said && { story: { title: said.title, text: said.text } }),
      answers: withWords(JSON.parse(story.answers), said?.answers ?? {}),
    };
  });
}

/** Answers with their words put back, and without how they were made. */
function withWords(answers: Answers, words: Record<string, string>) {
  const whole: Record<string, object> = {};
  for (const [key, answer] of Object.entries(answers)) {
    const { by: _, ...rest } = { by: '', ...answer };
    whole[key] = words[key] === undefined ? rest : { ...rest, other: words[key] };
  }
  for (const [key, text] of Object.entries(words)) whole[key] ??= { text };
  return whole;
}

describe.each(engines)('an import on %s', (engine) => {
  it('takes whatever participants could have sent, with equal answers, states and words', async () => {
    const test = await opened(engine);
    const stories = fc
      .sample(told(ccplFramework), { numRuns: 60, seed: 7 })
      .filter(({ story, answers }) => story || Object.keys(answers).length)
      .map((story, index) => ({ ...story, week: `2022-W${10 + (index % 40)}` }));
    const { path, checked } = await check(test, sensemakerFile(ccplFramework, stories));
    expect(checked.trouble).toBeNull();
    expect(checked).toMatchObject({ state: 'checked', report: { rows: stories.length, taken: stories.length, refused: 0, mended: 0 } });
    const taking = await test.design.call('PUT', `${path}/taking`, { consent: everything, statement, leaveOut: 0 });
    expect([taking.status, taking.body]).toMatchObject([200, { state: 'taking' }]);
    await test.house.importing.idle();
    expect((await test.design.get(path)).body).toMatchObject({ state: 'done', stories: stories.length, statement, consent: everything });
    const sorted = (list: { week: string; answers: object }[]) => list.map((one) => JSON.stringify(sortedKeys(one))).sort();
    const expected = stories.map(({ story, answers, week }) => ({
      ...{ week, language: 'en-GB', release: story ? 'waiting' : 'none', import: path.split('/').at(-1) ?? null },
      consent: story ? everything : ['patterns'],
      ...(story && { story }),
      answers: withWords(answers, {}),
    }));
    expect(sorted(await kept(test, test.collection))).toEqual(sorted(expected));
    const summary = await test.house.patterns.summary(test.collection);
    expect(summary.stories).toBe(stories.length);
    const audit = await test.house.database.db.selectFrom('audit').selectAll().where('action', '=', 'import.take').execute();
    expect(audit.map(({ details }) => JSON.parse(details))).toMatchObject([
      { stories: stories.length, consent: everything.join(', '), statement },
    ]);
  }, 60_000);

  it('keeps no words where its importer does not say that they may be read', async () => {
    const test = await opened(engine);
    const file = 'story,title,feeling,changes_percentX,changes_percentY\nMARKER in words,MARKER,positive,0.5,0.2\n';
    const { path, checked } = await check(test, file);
    expect(checked.report).toMatchObject({ taken: 1, withoutWeek: 1 });
    await test.design.call('PUT', `${path}/taking`, { consent: ['patterns'], statement, leaveOut: 0 });
    await test.house.importing.idle();
    const [story] = await kept(test, test.collection);
    expect(story).toMatchObject({ week: isoWeek(now()), release: 'none', consent: ['patterns'] });
    expect(story?.answers).toEqual({ feeling: { options: ['positive'] }, changes: { top: 0.2, left: 0.4, right: 0.4 } });
    for (const table of ['texts', 'imports', 'audit', 'stories'] as const)
      expect(JSON.stringify(await test.house.database.db.selectFrom(table).selectAll().execute())).not.toContain('MARKER');
  });

  it('is seen by nobody before its last story is stored, and a stopped one leaves nothing', async () => {
    const test = await opened(engine);
    const { house, collection, design } = test;
    const { path } = await check(test, 'feeling\npositive\nnegative\n');
    const id = path.split('/').at(-1) ?? '';
    // As a process leaves it that was killed in the middle.
    const { db } = house.database;
    await db.updateTable('imports').set({ state: 'taking', heard: '2026-11-22T11:00:00.000Z' }).where('id', '=', id).execute();
    const wave = collection.waves[0];
    const row = { id: '6b1f0a52-6a51-4d6a-9d5e-0c4a7a2f6f10', waveId: wave?.id ?? '', versionId: wave?.versionId ?? '' };
    const words = { title: '', text: 'half', answers: {} };
    const rest = { language: 'en-GB', week: '2026-W47', region: null, answers: {}, shown: null, release: 'none' as const, words };
    const secrets = { keyHmac: 'k', receiptHmac: 'r', bodyHmac: 'b', pepper: 'p' };
    await house.stories.stage([{ ...row, ...rest, ...secrets, collectionId: id, consent: { patterns: null, read: null } }]);
    expect(await house.listings.count(collection.id)).toBe(0);
    await house.importing.sweep();
    expect((await design.get(path)).body).toMatchObject({ state: 'stopped', trouble: 'The server was stopped in the middle of it.' });
    for (const table of ['stories', 'texts', 'receipts'] as const) expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    await design.call('PUT', `${path}/check`, { wave: 'first', language: 'en-GB' });
    await house.importing.idle();
    await design.call('PUT', `${path}/taking`, { consent: ['patterns'], statement, leaveOut: 0 });
    await house.importing.idle();
    expect(await house.listings.count(collection.id)).toBe(2);
  });
});

it('an import that waits in line behind another is not taken for dead, however long that takes', async () => {
  let clock = now();
  const test = await testHouse('sqlite', () => clock);
  const { app, house } = test;
  const collection = await openCollection(house);
  const design = await designer(app);
  const path = `/collections/${collection.id}/imports`;
  const begin = async (content: string) => {
    const headers = { ...design.headers, 'content-type': 'text/csv' };
    const sent = await app.inject({ method: 'POST', url: `/api/v1${path}?name=a.csv`, headers, payload: content });
    const one = `${path}/${sent.json().id}`;
    await design.call('PUT', `${one}/check`, { wave: 'first', language: 'en-GB' });
    return one;
  };
  const all = [
    await begin(`feeling\n${'positive\n'.repeat(20_000)}`),
    await begin('feeling\npositive\n'),
    await begin('feeling\nnegative\n'),
  ];
  clock = new Date(+clock + 10 * 60_000);
  await house.importing.sweep();
  await house.importing.idle();
  for (const one of all) expect((await design.get(one)).body).toMatchObject({ state: 'checked', trouble: null });
});

describe.each(engines)('an import that is taken back on %s', (engine) => {
  it('loses every story as in a withdrawal, by its importer alone, with the reason in the audit, and from a backup too', async () => {
    const test = await opened(engine);
    const { app, house, collection, design } = test;
    const { path } = await check(test, 'story,title,feeling\nMARKER one,MARKER,positive\nMARKER two,,negative\n');
    const taking = { consent: everything, statement, leaveOut: 0 };
    await design.call('PUT', `${path}/taking`, taking);
    await house.importing.idle();
    const { path: other } = await check(test, 'story,feeling\nAnother,positive\n');
    await design.call('PUT', `${other}/taking`, taking);
    await house.importing.idle();
    const researcher = await signedIn(app, [grant('researcher')]);
    const exported = await post(app, `/collections/${collection.id}/exports`, { purpose: 'research', format: 'csv' }, researcher);
    const { db } = house.database;
    const backup = await db.selectFrom('stories').selectAll().execute();
    const receipts = await db.selectFrom('receipts').selectAll().execute();

    const others = await designer(app);
    const back = (by: typeof design, reason: string) => by.call('PUT', `${path}/taking-back`, { reason });
    expect((await back(others, 'Not mine.')).status).toBe(403);
    expect((await back(design, '  ')).status).toBe(422);
    expect(await back(design, 'The wrong file.')).toMatchObject({ status: 200, body: { state: 'taking-back' } });
    await house.importing.idle();
    expect((await design.get(path)).body).toMatchObject({ state: 'taken-back', takenBack: { reason: 'The wrong file.' } });
    expect((await others.get(path)).body).toMatchObject({ state: 'taken-back', isMine: false });
    expect((await back(design, 'Again.')).status).toBe(409);

    expect((await kept(test, collection)).map(({ story }) => story?.text)).toEqual(['Another']);
    expect(await allBytes(test)).not.toContain('MARKER');
    const file = await app.inject({ url: `/api/v1/collections/${collection.id}/exports/${exported.json().id}/file`, headers: researcher });
    expect(file.body.match(/\r\n/g)).toHaveLength(2);
    expect((await app.inject({ url: '/api/v1/recalls', headers: researcher })).json().recalls).toMatchObject([{ stories: 2 }]);
    const audit = await db.selectFrom('audit').selectAll().where('action', '=', 'import.take-back').execute();
    expect(audit.map(({ details }) => JSON.parse(details))).toMatchObject([{ file: 'capture.csv', stories: 2, reason: 'The wrong file.' }]);

    // A backup from before is put back: it loses them again when it starts.
    for (const row of receipts) await db.updateTable('receipts').set(row).where('key_hmac', '=', row.key_hmac).execute();
    const gone = backup.filter(({ import_id }) => import_id === path.split('/').at(-1));
    await db.insertInto('stories').values(gone).execute();
    await house.receipts.replayLedger();
    expect((await kept(test, collection)).map(({ story }) => story?.text)).toEqual(['Another']);
  });

  it('may be taken back by an owner too, whose name the audit has; the same file, and rows that are the same, are told before they are taken', async () => {
    const test = await opened(engine);
    const { app, house, collection, design } = test;
    const file = 'title,story,feeling\nA,One,positive\nA,One,positive\n,,negative\n,,negative\n,,positive\n';
    const { path, checked } = await check(test, file);
    const twice = '2 rows are the same as one above, and would be taken in once more.';
    expect(checked.report.remarks).toEqual([twice]);
    await design.call('PUT', `${path}/taking`, { consent: everything, statement, leaveOut: 0 });
    await house.importing.idle();
    const again = await check(test, file);
    expect(again.checked.report.remarks).toEqual([
      twice,
      'This file was taken in on 22 November 2026 by Somebody: its stories would be here twice.',
    ]);
    const owner = await designer(app, [grant('owner')]);
    expect((await owner.get(`/collections/${collection.id}/imports`)).body.imports).toMatchObject([
      { stories: 5, isMine: false, report: null },
    ]);
    expect((await owner.call('PUT', `${again.path}/taking-back`, { reason: 'Not taken.' })).status).toBe(404);
    expect((await owner.call('PUT', `${path}/taking-back`, { reason: 'Its importer is gone.' })).body).toMatchObject({
      state: 'taking-back',
    });
    await house.importing.idle();
    expect(await house.listings.count(collection.id)).toBe(0);
    const { person } = (await owner.get('/session')).body;
    const audit = await house.database.db.selectFrom('audit').selectAll().where('action', '=', 'import.take-back').execute();
    expect(audit.map(({ person_id, details }) => [person_id, JSON.parse(details).reason])).toEqual([[person.id, 'Its importer is gone.']]);
    const once = await check(test, 'story,feeling\nOne,positive\n');
    expect(once.checked.report.remarks).toEqual([]);
  });

  it('is gone on with where a server was stopped in the middle of it', async () => {
    const test = await opened(engine);
    const { house, design, collection } = test;
    const { path } = await check(test, 'feeling\npositive\nnegative\n');
    await design.call('PUT', `${path}/taking`, { consent: ['patterns'], statement, leaveOut: 0 });
    await house.importing.idle();
    const takenBack = JSON.stringify({ at: '2026-11-22T11:00:00.000Z', reason: 'Twice.' });
    const half = { state: 'taking-back' as const, heard: '2026-11-22T11:00:00.000Z', taken_back: takenBack };
    await house.database.db.updateTable('imports').set(half).execute();
    await house.importing.sweep();
    await house.importing.idle();
    expect((await design.get(path)).body).toMatchObject({ state: 'taken-back', takenBack: { reason: 'Twice.' } });
    expect(await house.listings.count(collection.id)).toBe(0);
  });
});

describe('who imports', () => {
  it('states the consent; refused rows are left out only where that is said; nobody else sees the file', async () => {
    const test = await opened('sqlite');
    const { app, design, collection } = test;
    const file = 'story,changes_top,changes_left,changes_right\ngood,0.2,0.3,0.5\nbad,0.9,0.9,0.9\nslip,1.01,0,-0.01\n';
    const { path, checked } = await check(test, file);
    expect(checked.report).toMatchObject({ rows: 3, taken: 2, refused: 1, mended: 1 });
    expect(checked.report.findings).toEqual([
      { row: 3, column: 'changes_top', outcome: 'refused', was: '0.9', became: 'the three shares sum to 2.7, not 1' },
      { row: 4, column: 'changes_top', outcome: 'mended', was: '1.01', became: 'shares 1, 0, 0 (top, left, right)' },
    ]);
    const taking = async (body: object) => (await design.call('PUT', `${path}/taking`, body)).status;
    expect(await taking({ consent: ['read'], statement, leaveOut: 1 })).toBe(422);
    expect(await taking({ consent: ['patterns', 'publish'], statement, leaveOut: 1 })).toBe(422);
    expect(await taking({ consent: ['patterns'], statement: ' ', leaveOut: 1 })).toBe(422);
    expect(await taking({ consent: ['patterns'], statement, leaveOut: 0 })).toBe(422);
    const report = await app.inject({ url: `/api/v1${path}/report`, headers: design.headers });
    expect(report.body.split('\r\n').slice(0, 7)).toEqual([
      '\ufeffrow,column,header,what,was there,what it became',
      '1,1,story,taken,,the story',
      '1,2,changes_top,taken,,changes · top',
      '1,3,changes_left,taken,,changes · left',
      '1,4,changes_right,taken,,changes · right',
      '2,,,taken,,',
      '3,,,refused,,',
    ]);
    for (const headers of [await signedIn(app, [grant('designer')]), await signedIn(app, [grant('researcher', collection.id)])])
      expect((await app.inject({ url: `/api/v1${path}`, headers })).statusCode).toBe(404);
    expect(await taking({ consent: ['patterns'], statement, leaveOut: 1 })).toBe(200);
    await test.house.importing.idle();
    expect(await test.house.listings.count(collection.id)).toBe(2);
    const others = await designer(app);
    const seen = (await others.get(`/collections/${collection.id}/imports`)).body.imports;
    expect(seen).toMatchObject([{ state: 'done', stories: 2, statement, by: 'Somebody', isMine: false, report: null }]);
    expect(await taking({ consent: ['patterns'], statement, leaveOut: 1 })).toBe(409);
  });

  it('says which regions the file means, where the collection does not have them', async () => {
    const test = await opened('sqlite');
    const file = 'title,story,feeling,region,\nA,One,positive,Mids,\nB,Two,negative,Mids,\nC,Three,positive,midlands,\n';
    const { path, checked } = await check(test, file);
    expect(checked.report).toMatchObject({ taken: 1, refused: 2, unknownRegions: [{ value: 'Mids', rows: 2 }] });
    // As the page sends it: the columns that were found, and '' for none.
    const columns = { title: 'title', text: 'story', language: '', date: '' };
    const again = (regions: object) => test.design.call('PUT', `${path}/check`, { wave: 'first', language: 'en-GB', columns, regions });
    expect((await again({ Mids: 'atlantis' })).body.faults).toEqual([{ path: 'regions.Mids', message: 'is no region of this collection' }]);
    await again({ Mids: 'midlands' });
    await test.house.importing.idle();
    expect((await test.design.get(path)).body).toMatchObject({
      asked: { regions: { Mids: 'midlands' } },
      trouble: null,
      report: { taken: 3, refused: 0, unknownRegions: [], roles: { title: 'title', text: 'story', language: null, date: null } },
    });
    await test.design.call('PUT', `${path}/taking`, { consent: ['patterns'], statement, leaveOut: 0 });
    await test.house.importing.idle();
    const regions = await test.house.database.db.selectFrom('stories').select('region').execute();
    expect(regions.map(({ region }) => region)).toEqual(['midlands', 'midlands', 'midlands']);
  });

  it('cannot import into a wave that has not opened, or in a language that is not asked', async () => {
    const test = await testHouse('sqlite', now);
    const collection = await openCollection(test.house, { opens: '2027-01-01T00:00:00Z' });
    const design = await designer(test.app);
    const path = `/collections/${collection.id}/imports`;
    const sent = await test.app.inject({
      method: 'POST',
      url: `/api/v1${path}?name=a.csv`,
      headers: { ...design.headers, 'content-type': 'text/csv' },
      payload: 'feeling\n',
    });
    const { status, body } = await design.call('PUT', `${path}/${sent.json().id}/check`, { wave: 'first', language: 'fr' });
    expect([status, body.faults]).toEqual([
      422,
      [
        { path: 'wave', message: 'has not opened yet' },
        { path: 'language', message: 'is no language of this collection' },
      ],
    ]);
  });
});

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}
