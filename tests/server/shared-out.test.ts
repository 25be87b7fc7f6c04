import { describe, expect, it } from 'vitest';
import type { SharedPattern } from '../../server/contract/shared-out.ts';
import { grant, newSubmission, openCollection, post, signedIn, someAnswers, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

describe.each(engines)('what workshop leads are shown on %s', (engine) => {
  async function opened() {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house, { breakdowns: ['role'] });
    const tell = async (stories: number, region: string, answers = someAnswers) => {
      const told = Array.from({ length: stories }, () =>
        newSubmission(collection, { answers: { ...answers, region: { options: [region] } } }),
      );
      for (const story of told) expect((await submit(app, 'test', story)).statusCode).toBe(201);
      return told.map(({ receipt }) => receipt);
    };
    const lead = await signedIn(app, [grant('lead', null, 'midlands')]);
    const ask = (etag = '') =>
      app.inject({ url: `/api/v1/collections/${collection.id}/patterns`, headers: { ...lead, ...(etag && { 'if-none-match': etag }) } });
    const progress = async () => (await app.inject({ url: `/api/v1/collections/${collection.id}/progress`, headers: lead })).json();
    const pattern = async (): Promise<SharedPattern> => (await ask()).json();
    const of = async (key: string) => {
      const found = (await pattern()).signifiers.find((signifier) => signifier.key === key);
      if (!found) throw new Error(`${key} is not shown`);
      return found;
    };
    return { app, house, collection, tell, ask, pattern, progress, of };
  }

  it('is aggregates of the own region beside the whole, from n placed on, else the whole alone', async () => {
    const { tell, pattern, of } = await opened();
    await tell(4, 'midlands');
    await tell(6, 'london');
    expect((await pattern()).stories).toEqual({ own: 4, whole: 10 });
    const few = await of('changes');
    expect([few.own?.states.placed, few.own?.cells]).toEqual([4, [null]]);
    expect(few.whole.cells[0]?.filter(Boolean)).toEqual([10]);
    await tell(5, 'midlands');
    await tell(5, 'london');
    const enough = await of('changes');
    expect(enough.own?.cells[0]?.filter(Boolean)).toEqual([9]);
    expect(enough.whole.cells[0]?.filter(Boolean)).toEqual([20]);
  });

  it('comes in steps: no single story changes body, ETag or what is elsewhere', async () => {
    const { app, tell, ask, progress } = await opened();
    const receipts = await tell(12, 'midlands');
    await tell(7, 'london');
    const first = await ask();
    const etag = String(first.headers.etag);
    await tell(4, 'midlands');
    await tell(4, 'london');
    expect((await ask(etag)).statusCode).toBe(304);
    // Release is live; how many stories there are is not.
    expect(await progress()).toEqual({
      whole: { stories: 19, released: 0, waiting: 27 },
      region: { key: 'midlands', stories: 12, released: 0, waiting: 16 },
    });
    await tell(1, 'london');
    expect((await ask(etag)).statusCode).toBe(304);
    await tell(1, 'midlands');
    expect((await ask()).json<SharedPattern>().stories).toEqual({ own: 17, whole: 29 });
    for (const receipt of receipts.slice(0, 9)) await post(app, '/receipt/withdraw', { receipt });
    expect((await ask()).json<SharedPattern>().stories).toEqual({ own: 17, whole: 29 });
    await tell(5, 'london');
    expect((await ask()).json<SharedPattern>().stories).toEqual({ own: 8, whole: 25 });
  });

  it('never shows the same stories beside two others, which hide different cells and so tell a small count', async () => {
    const { tell, of } = await opened();
    const at = (top: number, left: number) => ({
      ...someAnswers,
      changes: { top, left, right: 1 - top - left, by: 'touch' as const },
    });
    const [first, second, third] = [at(0.9, 0.05), at(0.05, 0.9), at(0.05, 0.05)];
    await tell(2, 'midlands', first);
    await tell(12, 'midlands', second);
    await tell(13, 'midlands', third);
    await tell(14, 'london', first);
    await tell(10, 'london', second);
    await tell(16, 'london', third);
    const before = await of('changes');
    expect(before.own?.cells[0]).toContain('small');
    // Of so many more elsewhere another cell of the region would be hidden, and the total say 27 − 12 − 13.
    await tell(20, 'london', second);
    expect(await of('changes')).toEqual(before);
  });

  it('hides what small counts elsewhere could be told from, and leaves undeclared questions out', async () => {
    const { tell, pattern, of } = await opened();
    await tell(20, 'midlands');
    await tell(20, 'london', { ...someAnswers, changes: { top: 0.05, left: 0.05, right: 0.9, by: 'touch' } });
    await tell(3, 'london');
    const { own, whole } = await of('changes');
    const at = own?.cells[0]?.findIndex((count) => count === 20 || count === 'hidden') ?? -1;
    expect([own?.cells[0]?.[at], whole.cells[0]?.[at]]).toContain('hidden');
    const keys = (await pattern()).signifiers.map(({ key }) => key);
    expect(keys).toContain('role');
    expect(keys).not.toContain('region');
    expect(keys).not.toContain('age');
  });

  it('keeps to a stronger rule at once, and to the one that it was made under until the next step', async () => {
    const { house, collection, tell, pattern } = await opened();
    await tell(12, 'midlands');
    await tell(12, 'london');
    expect((await pattern()).threshold).toBe(5);
    const set = (threshold: number) =>
      house.database.db
        .transaction()
        .execute((tx) => house.collections.setSmallNumbers(tx, collection.id, { threshold, roundingBase: 1, reason: 'a test' }));
    await set(10);
    expect((await pattern()).threshold).toBe(10);
    await set(3);
    expect((await pattern()).threshold).toBe(5);
    await tell(3, 'midlands');
    expect(await pattern()).toMatchObject({ threshold: 5, stories: { own: 12, whole: 24 } });
    await tell(3, 'london');
    expect((await pattern()).threshold).toBe(3);
  });
});
