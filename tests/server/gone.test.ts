import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { role } from '../../server/contract/staff.ts';
import { purposes } from '../../triads/exports/provenance.ts';
import { grant, newSubmission, openCollection, post, signedIn, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';
import { allBytes } from '../left-behind.ts';

const marker = 'hippogriffin';

describe.each(engines)('words that were taken back, on %s', (engine) => {
  it('are in no answer of any route to any role, in no export made before or after, in no log and no file', async () => {
    const test = await testHouse(engine);
    const { app, house, log } = test;
    const collection = await openCollection(house);
    const at = `/collections/${collection.id}`;
    const everyone = await signedIn(
      app,
      role.options.map((one) => grant(one)),
    );
    const checker = await signedIn(app, [grant('reviewer')]);
    const get = (url: string, headers: Record<string, string> = everyone) => app.inject({ url: `/api/v1${url}`, headers });
    const tell = async (text: string) => {
      const answers = { region: { options: ['midlands'] }, setting: { options: ['other'], other: text } };
      const sent = newSubmission(collection, { story: { title: text, text: `${text}. We met.` }, answers });
      expect((await submit(app, collection.slug, sent)).statusCode).toBe(201);
      return sent;
    };
    const [withdrawn, unread] = [await tell(`${marker} one`), await tell(`${marker} two`)];
    await tell('Another story');

    // Released, listed, exported for every purpose in every format, and noted on while they were there.
    const queue: { id: string; tag: string; words: object }[] = (await get(`${at}/reviews`)).json().reviews;
    expect(queue).toHaveLength(3);
    for (const { id, tag, words } of queue) {
      const release = { decision: 'release', tag, words, approved: ['region'] };
      expect((await post(app, `${at}/reviews/${id}`, release, everyone)).statusCode).toBe(200);
    }
    const exports: string[] = [];
    let csv = '';
    for (const purpose of purposes) {
      for (const { name: format } of (await get(`${at}/exports/preview?purpose=${purpose}`)).json().formats) {
        const { id } = (await post(app, `${at}/exports`, { purpose, format }, everyone)).json();
        if (purpose === 'publication') await post(app, `${at}/exports/${id}/check`, { passed: true, reason: 'Read.' }, checker);
        exports.push(id);
        if (format === 'csv') csv = id;
      }
    }
    const file = async (id: string) => {
      const response = await app.inject({ url: `/api/v1${at}/exports/${id}/file`, headers: everyone, payloadAsStream: true });
      return (await buffer(response.stream())).toString('latin1');
    };
    expect((await file(csv)).includes(marker)).toBe(true);

    expect((await post(app, '/receipt/withdraw', { receipt: withdrawn.receipt })).statusCode).toBe(200);
    const consent = { version: collection.waves[0]?.versionId, language: 'en-GB', consent: ['patterns'] };
    expect((await post(app, '/receipt/consent', { receipt: unread.receipt, ...consent })).statusCode).toBe(200);

    const ids = [...queue.map(({ id }) => id), ...exports];
    const routes = app.declaredRoutes.filter(({ method, url }) => method === 'GET' && url.startsWith('/api/') && !url.endsWith('/events'));
    expect(routes.length).toBeGreaterThan(20);
    let looked = 0;
    for (const one of role.options) {
      for (const region of [null, 'midlands']) {
        const headers = await signedIn(app, [grant(one, null, region)]);
        for (const { url } of routes) {
          const path = url.replace(':id', collection.id).replace(':slug', collection.slug);
          for (const id of path.includes('/:') ? [...ids, randomUUID()] : ['']) {
            const response = await app.inject({ url: path.replace(/:\w+/, id), headers, payloadAsStream: true });
            const body = (await buffer(response.stream())).toString('latin1');
            expect([path, one, body.includes(marker)]).toEqual([path, one, false]);
            looked += 1;
          }
        }
      }
    }
    expect(looked).toBeGreaterThan(400);
    for (const id of exports) expect([id, (await file(id)).includes(marker)]).toEqual([id, false]);
    expect((await post(app, '/receipt/open', { receipt: unread.receipt })).body).not.toContain(marker);
    expect(log.join('')).not.toContain(marker);
    expect(await allBytes(test)).not.toContain(marker);
  }, 240_000);
});
