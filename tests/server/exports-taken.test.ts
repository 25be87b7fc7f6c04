import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ExportEntry } from '../../server/contract/exports.ts';
import type { App } from '../../server/routes/door.ts';
import { grant, newSubmission, openCollection, post, signedIn, submit } from '../fixtures.ts';
import { engines, testFolder, testHouse } from '../houses.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
type Headers = Record<string, string>;
const get = (app: App, url: string, headers: Headers) => app.inject({ url: `/api/v1${url}`, headers });
const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[];

/** A collection with some released stories, and the ways to take them out. */
async function opened(engine: (typeof engines)[number], stories = 4) {
  const { app, house } = await testHouse(engine);
  const collection = await openCollection(house);
  const receipts: string[] = [];
  for (let nth = 0; nth < stories; nth += 1) {
    const sent = newSubmission(collection, { story: { title: `Title ${nth}`, text: `Words of story ${nth}.` } });
    expect((await submit(app, 'test', sent)).statusCode).toBe(201);
    receipts.push(sent.receipt);
  }
  const { db } = house.database;
  await db.updateTable('stories').set({ release: 'released' }).execute();
  for (const { story_id, words } of await db.selectFrom('texts').select(['story_id', 'words']).execute())
    await db.insertInto('texts').values({ story_id, revision: 'released', words }).execute();
  const at = `/collections/${collection.id}/exports`;
  const make = async (headers: Headers, asked: object) => (await post(app, at, asked, headers)).json<ExportEntry>();
  const fetched = (headers: Headers, id: string, what = 'file') => get(app, `${at}/${id}/${what}`, headers);
  const withdraw = (nth: number) => post(app, '/receipt/withdraw', { receipt: receipts[nth] });
  return { app, house, collection, at, make, fetched, withdraw };
}

/** The numbers of stories in a printed file, sorted. */
function numbersIn(pdf: Buffer): string[] {
  const file = join(testFolder(), 'printed.pdf');
  writeFileSync(file, pdf);
  const text = spawnSync('pdftotext', ['-raw', file, '-']).stdout.toString();
  return [...text.matchAll(/Story ([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})/g)].map(([, number = '']) => number).sort();
}

describe.each(engines)('what is taken out, on %s,', (engine) => {
  it('says of itself what is in it: zones, the published versions, and how many are gone since', async () => {
    const { app, collection, at, make, fetched, withdraw } = await opened(engine);
    const lead = await signedIn(app, [grant('lead')]);
    const rules = async (zones: boolean) => (await get(app, `${at}/preview?purpose=workshop&zones=${zones}`, lead)).json().rules.join(' ');
    expect([await rules(false), await rules(true)]).toEqual([
      expect.stringContaining('No placements'),
      expect.stringContaining('as zones'),
    ]);
    const { id } = await make(lead, { purpose: 'workshop', format: 'csv', options: { zones: true } });
    const said = async () => (await fetched(lead, id, 'provenance')).body;
    expect(await said()).toContain('Rule: Beside each story its placements as zones');
    expect(await said()).not.toContain('No placements');
    expect(await said()).toMatch(
      new RegExp(
        `^Framework version: Clinical and care professional leadership[^\\n]*, version 1 \\(${collection.waves[0]?.versionId}\\)\\r$`,
        'm',
      ),
    );
    expect(await said()).not.toContain('Gone since');
    await withdraw(0);
    expect(await said()).toMatch(/^Stories: 3\r\nGone since: 1: withdrawn/m);
    expect(rowsOf((await fetched(lead, id)).body)).toHaveLength(3);
  });

  it('is marked for the study team, in its name and in every row, where it is for nobody else', async () => {
    const { app, make, fetched } = await opened(engine);
    const researcher = await signedIn(app, [grant('researcher')]);
    for (const format of ['csv', 'sensemaker', 'json-lines']) {
      const { id, number } = await make(researcher, { purpose: 'research', format });
      const file = await fetched(researcher, id);
      expect(file.headers['content-disposition']).toContain(`test-research-study-team-only-${number}.`);
      const rows =
        format === 'json-lines'
          ? file.body
              .trim()
              .split('\n')
              .map((line) => JSON.parse(line))
          : rowsOf(file.body);
      expect(rows.map(({ use }) => use)).toEqual(Array(4).fill('For the study team only.'));
    }
  });

  it.skipIf(!hasPoppler)('calls a story by one number in cards, packs and tables, by which a reviewer finds it', async () => {
    const { app, collection, make, fetched, withdraw } = await opened(engine);
    const lead = await signedIn(app, [grant('lead')]);
    const printed = async (format: string) =>
      numbersIn((await fetched(lead, (await make(lead, { purpose: 'workshop', format })).id)).rawPayload);
    const { id } = await make(lead, { purpose: 'workshop', format: 'csv' });
    const rows = async () => rowsOf((await fetched(lead, id)).body);
    const before = new Map((await rows()).map(({ number = '', title }) => [number, title]));
    expect(before.size).toBe(4);
    expect([await printed('cards'), await printed('workshop-pack')]).toEqual([[...before.keys()].sort(), [...before.keys()].sort()]);
    await withdraw(2);
    const left = [...before].filter(([, title]) => title !== 'Title 2');
    expect(new Map((await rows()).map(({ number = '', title }) => [number, title]))).toEqual(new Map(left.sort(() => 0)));
    expect(await printed('cards')).toEqual(left.map(([number]) => number).sort());

    const find = (number: string, headers: Headers) =>
      get(app, `/collections/${collection.id}/reviews/numbered?number=${encodeURIComponent(number)}`, headers);
    const reviewer = await signedIn(app, [grant('reviewer')]);
    const elsewhere = await signedIn(app, [grant('reviewer', null, 'london')]);
    const found = async (number: string, headers = reviewer) =>
      (await find(number, headers))
        .json()
        .reviews.map(({ words, state }: { words: { title: string }; state: string }) => [words.title, state]);
    for (const [number, title] of left) expect(await found(` ${number.toLowerCase().replace('-', ' ')}`)).toEqual([[title, 'released']]);
    const gone = [...before].find(([, title]) => title === 'Title 2')?.[0] ?? '';
    expect(await found(gone)).toEqual([]);
    expect(await found(left[0]?.[0] ?? '', elsewhere)).toEqual([]);
    expect((await find('AB12', reviewer)).statusCode).toBe(422);
    expect((await find(gone, lead)).statusCode).toBe(404);
  });

  it('is written down with who fetched it, who is told what to recall whether they made it or not', async () => {
    const { app, house, collection, at, make, fetched, withdraw } = await opened(engine);
    const [researcher, checker, other] = [
      await signedIn(app, [grant('researcher')]),
      await signedIn(app, [grant('reviewer')]),
      await signedIn(app, [grant('reviewer')]),
    ];
    const { id, number } = await make(researcher, { purpose: 'publication', format: 'csv' });
    expect((await fetched(researcher, id)).statusCode).toBe(409);
    expect((await fetched(checker, id, 'provenance')).statusCode).toBe(200);
    const recalls = async (headers: Headers) => (await get(app, '/recalls', headers)).json().recalls;
    const isTaken = async (headers: Headers) => (await get(app, at, headers)).json().exports[0].isTaken;
    expect(await isTaken(checker)).toBe(false);
    expect((await fetched(checker, id)).statusCode).toBe(200);
    expect([await isTaken(checker), await isTaken(researcher), await isTaken(other)]).toEqual([true, true, false]);
    await withdraw(1);
    const recalled = [{ collection: collection.id, number, stories: 1 }];
    expect([await recalls(checker), await recalls(researcher), await recalls(other)]).toEqual([recalled, recalled, []]);
    // Which they are is told by what their files and cards say, also once the file can be fetched no more.
    const lead = await signedIn(app, [grant('lead')]);
    const cards = await make(lead, { purpose: 'workshop', format: 'csv' });
    const on = rowsOf((await fetched(lead, cards.id)).body).find(({ title }) => title === 'Title 3');
    await withdraw(3);
    await house.database.db.updateTable('exports').set({ until: '2020-01-01T00:00:00.000Z' }).where('id', '=', cards.id).execute();
    expect((await fetched(lead, cards.id)).statusCode).toBe(409);
    expect((await fetched(lead, cards.id, 'recalled')).json().rows).toEqual([{ row: on?.row, number: on?.number, is: 'gone' }]);
    expect((await fetched(checker, id, 'recalled')).json().rows).toHaveLength(2);
    expect([(await fetched(lead, id, 'recalled')).statusCode, (await fetched(checker, cards.id, 'recalled')).statusCode]).toEqual([
      404, 404,
    ]);
    const audit = await house.database.db.selectFrom('audit').selectAll().where('subject', '=', id).orderBy('sequence').execute();
    expect(audit.map(({ action }) => action)).toEqual(['export.make', 'export.fetch']);
    expect(JSON.parse(audit[1]?.details ?? '')).toEqual({ number, purpose: 'publication', format: 'csv' });
    expect(audit[1]?.person_id).not.toBe(audit[0]?.person_id);
  });

  it('is published as it was checked: what was released anew since stays out, and is counted', async () => {
    const { app, house, at, make, fetched } = await opened(engine);
    const [researcher, checker] = [await signedIn(app, [grant('researcher')]), await signedIn(app, [grant('reviewer')])];
    const { id } = await make(researcher, { purpose: 'publication', format: 'csv' });
    const check = (reason: string) => post(app, `${at}/${id}/check`, { passed: true, reason }, checker);
    expect((await check('   ')).statusCode).toBe(422);
    expect((await check('Read.')).statusCode).toBe(200);
    const { db } = house.database;
    const [first] = await db.selectFrom('texts').select('story_id').where('revision', '=', 'released').execute();
    const anew = JSON.stringify({ title: 'Anew', text: 'Words that nobody checked.' });
    await db
      .updateTable('texts')
      .set({ words: anew })
      .where('revision', '=', 'released')
      .where('story_id', '=', first?.story_id ?? '')
      .execute();
    const file = (await fetched(researcher, id)).body;
    expect([rowsOf(file).length, file.includes('nobody checked')]).toEqual([3, false]);
    expect((await fetched(researcher, id, 'provenance')).body).toMatch(/^Stories: 3\r\nGone since: 1/m);
    const stopped = await make(researcher, { purpose: 'publication', format: 'csv' });
    await db.updateTable('exports').set({ state: 'stopped' }).where('id', '=', stopped.id).execute();
    expect((await post(app, `${at}/${stopped.id}/check`, { passed: true, reason: 'Read.' }, checker)).statusCode).toBe(409);
  });
});
