import { describe, expect, it } from 'vitest';
import type { Summary } from '../../server/contract/collections.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { loadDemonstration } from '../../server/services/demonstration.ts';
import { fromArrow } from '../../triads/columns/arrow.ts';
import { grant, newSubmission, openCollection, post, signedIn, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

/** The seed's table of the first study, typed in: 20 stories. Whoever did not say is not among the options. */
const study2022: Record<string, Record<string, number>> = {
  role: { 'senior-clinician': 12, 'strategic-lead': 2, 'programme-manager': 1, 'operational-lead': 1, other: 4 },
  age: { 'age-35-44': 4, 'age-45-54': 8, 'age-55-64': 5, 'age-65-over': 1 },
  sex: { female: 10, male: 8 },
  'ethnic-group': { white: 15, 'white-and-asian': 2, indian: 1 },
  region: {
    midlands: 8,
    'north-west': 3,
    'east-of-england': 3,
    'south-west': 3,
    'south-east': 2,
    'north-east-and-yorkshire': 1,
    london: 0,
  },
  feeling: { 'very-positive': 4, positive: 8, neutral: 2, negative: 3, 'very-negative': 3 },
  setting: {
    'community-healthcare': 7,
    'primary-care': 6,
    'social-care': 5,
    acute: 4,
    'community-social-care': 3,
    'residential-social-care': 1,
    hospice: 1,
    other: 12,
  },
};

describe.each(engines)('patterns on %s', (engine) => {
  it('the summary of ccpl-2022 is the seed’s table, number by number', async () => {
    const { app, house } = await testHouse(engine);
    await loadDemonstration(house);
    const headers = await signedIn(app, [grant('researcher')]);
    const collection = await house.collections.bySlug('ccpl-2022');
    const summary: Summary = (await app.inject({ url: `/api/v1/collections/${collection?.id}/summary`, headers })).json();
    expect(summary.stories).toBe(20);
    expect(summary.weeks).toEqual({ first: '2022-W08', last: '2022-W12' });
    expect(summary.consent).toEqual({ patterns: 20, read: 20, 'workshop-own': 13, 'workshop-other': 13, publish: 13 });
    for (const [key, tallies] of Object.entries(study2022)) {
      const options = summary.signifiers.find((signifier) => signifier.key === key)?.options ?? [];
      const counted = Object.fromEntries(
        options.filter(({ key: option, stories }) => stories || option in tallies).map(({ key: option, stories }) => [option, stories]),
      );
      expect([key, counted]).toEqual([key, tallies]);
    }
    const skipped = (key: string) => summary.signifiers.find((signifier) => signifier.key === key)?.skipped;
    expect([skipped('age'), skipped('sex'), skipped('ethnic-group')]).toEqual([2, 2, 2]);
  });

  it('the pulse has two waves of 240 and 280 from all seven regions, and decisions move to the middle', async () => {
    const { app, house } = await testHouse(engine);
    await loadDemonstration(house);
    const headers = await signedIn(app, [grant('researcher')]);
    const collection = await house.collections.bySlug('ccpl-pulse');
    const url = `/api/v1/collections/${collection?.id}`;
    const summary: Summary = (await app.inject({ url: `${url}/summary`, headers })).json();
    expect(summary.waves.map(({ stories }) => stories)).toEqual([240, 280]);
    const regions = summary.signifiers.find(({ key }) => key === 'region')?.options?.filter(({ key }) => key !== 'prefer-not') ?? [];
    expect(regions).toHaveLength(7);
    for (const { stories } of regions) expect(stories).toBeGreaterThan(0);
    const columns = fromArrow((await app.inject({ url: `${url}/patterns`, headers })).rawPayload, ccplFramework.signifiers);
    const medianOf = (wave: number) => {
      const decisions = columns.dyads.get('decisions');
      const placed = [...columns.wave.codes.keys()].filter((row) => columns.wave.codes[row] === wave && decisions?.state[row] === 0);
      const shares = placed.map((row) => (decisions?.right[row] ?? 0) / 65_535).sort((a, b) => a - b);
      return shares[Math.floor(shares.length / 2)] ?? 0;
    };
    const [spring, autumn] = ['spring-2026', 'autumn-2026'].map((key) => medianOf(columns.wave.values.indexOf(key)));
    expect(spring).toBeGreaterThan(0.65);
    expect(autumn).toBeLessThan(0.6);
    expect(autumn).toBeGreaterThan(0.45);
  });

  it('count one more after a submission and one less after its withdrawal; an older body’s rows answer 412', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const headers = await signedIn(app, [grant('researcher')]);
    const url = `/api/v1/collections/${collection.id}`;
    const patterns = (more = {}) => app.inject({ url: `${url}/patterns`, headers: { ...headers, ...more } });
    const empty = await patterns();
    expect(fromArrow(empty.rawPayload, ccplFramework.signifiers).length).toBe(0);
    const sent = newSubmission(collection);
    await submit(app, 'test', sent);
    const one = await patterns({ 'if-none-match': empty.headers.etag });
    expect([one.statusCode, fromArrow(one.rawPayload, ccplFramework.signifiers).length]).toEqual([200, 1]);
    expect((await patterns({ 'if-none-match': one.headers.etag })).statusCode).toBe(304);
    const stamp = String(one.headers.etag).slice(3, -1);
    for (const known of [`"${stamp}"`, `"other", W/"${stamp}"`, `"${stamp}" , "other"`, '*'])
      expect([known, (await patterns({ 'if-none-match': known })).statusCode]).toEqual([known, 304]);
    expect((await patterns({ 'if-none-match': `"other", "${stamp}0"` })).statusCode).toBe(200);
    const behind = async (etag: unknown, rows = '0') =>
      app.inject({ url: `${url}/stories?pattern=${encodeURIComponent(String(etag))}&rows=${rows}`, headers });
    for (const written of [stamp, `"${stamp}"`]) expect((await behind(written)).statusCode).toBe(200);
    const beyond = await behind(stamp, '0,7');
    expect([beyond.statusCode, beyond.json().faults]).toEqual([422, [{ path: 'rows', message: 'there is no row 7 in this pattern' }]]);
    expect((await behind(one.headers.etag)).json().stories).toMatchObject([
      { row: 0, revision: 'original', words: { text: sent.body.story?.text } },
    ]);
    expect((await behind(empty.headers.etag)).statusCode).toBe(412);
    await post(app, '/receipt/withdraw', { receipt: sent.receipt });
    expect(fromArrow((await patterns()).rawPayload, ccplFramework.signifiers).length).toBe(0);
    expect((await behind(one.headers.etag)).statusCode).toBe(412);
  });

  it('come in an order that says nothing about arrival: by random id', async () => {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    for (let at = 0; at < 30; at += 1)
      await submit(app, 'test', newSubmission(collection, { answers: { decisions: { right: at / 30, by: 'keys' } } }));
    const ids = await house.listings.ids(collection.id);
    expect(ids).toEqual(ids.toSorted());
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
    const headers = await signedIn(app, [grant('researcher')]);
    const body = (await app.inject({ url: `/api/v1/collections/${collection.id}/patterns`, headers })).rawPayload;
    const shares = [...(fromArrow(body, ccplFramework.signifiers).dyads.get('decisions')?.right ?? [])];
    expect(shares).not.toEqual(shares.toSorted((a, b) => a - b));
    if (engine === 'sqlite') {
      const { sql } = await import('kysely');
      for (const table of ['stories', 'receipts', 'texts', 'export_rows', 'segments', 'unsealed']) {
        await expect(sql`select rowid from ${sql.table(table)}`.execute(house.database.db)).rejects.toThrow('no such column: rowid');
      }
    }
  });
});
