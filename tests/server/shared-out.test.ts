import { describe, expect, it } from 'vitest';
import type { SharedAnswers, SharedPattern } from '../../server/contract/shared-out.ts';
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

  const at = (top: number, left: number) => ({ ...someAnswers, changes: { top, left, right: 1 - top - left, by: 'touch' as const } });
  const [first, second, third] = [at(0.9, 0.05), at(0.05, 0.9), at(0.05, 0.05)];
  const filled = (counts: SharedAnswers['cells'] | undefined) => counts?.[0]?.filter(Boolean) ?? [];

  it('is aggregates of the own region beside the whole, from n placed on, else the whole alone', async () => {
    const { tell, pattern, of } = await opened();
    for (const answers of [first, second]) {
      await tell(2, 'midlands', answers);
      await tell(10, 'london', answers);
    }
    expect((await pattern()).stories).toEqual({ own: 4, whole: 24 });
    const few = await of('changes');
    expect([few.own?.states.placed, few.own?.cells]).toEqual([4, [null]]);
    expect(filled(few.whole.cells)).toEqual([12, 12]);
    for (const answers of [first, second]) {
      await tell(8, 'midlands', answers);
      await tell(8, 'london', answers);
    }
    const enough = await of('changes');
    expect(filled(enough.own?.cells)).toEqual([10, 10]);
    expect(filled(enough.whole.cells)).toEqual([28, 28]);
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
    // A region is counted anew once n of its stories have come, and stands as it was beside others that are.
    await tell(1, 'london');
    expect((await ask(etag)).json<SharedPattern>().stories).toEqual({ own: 12, whole: 24 });
    await tell(1, 'midlands');
    expect((await ask()).json<SharedPattern>().stories).toEqual({ own: 17, whole: 29 });
    for (const receipt of receipts.slice(0, 4)) await post(app, '/receipt/withdraw', { receipt });
    expect((await ask()).json<SharedPattern>().stories).toEqual({ own: 17, whole: 29 });
    for (const receipt of receipts.slice(4, 9)) await post(app, '/receipt/withdraw', { receipt });
    expect((await ask()).json<SharedPattern>().stories).toEqual({ own: 8, whole: 20 });
  });

  it('is one table for leads of all regions: what two of them put together leaves no third to be worked out', async () => {
    const { app, collection, tell } = await opened();
    const told = { midlands: [2, 12, 13], london: [14, 10, 16], 'south-west': [20, 11, 9] };
    for (const [region, counts] of Object.entries(told)) {
      for (const [at, answers] of [first, second, third].entries()) await tell(counts[at] ?? 0, region, answers);
    }
    const seen = async (region: string) => {
      const headers = await signedIn(app, [grant('lead', null, region)]);
      const pattern = (await app.inject({ url: `/api/v1/collections/${collection.id}/patterns`, headers })).json<SharedPattern>();
      return pattern.signifiers.find(({ key }) => key === 'changes');
    };
    const [midlands, london, west] = [await seen('midlands'), await seen('london'), await seen('south-west')];
    const cell = midlands?.own?.cells[0]?.indexOf('small') ?? -1;
    expect(cell).toBeGreaterThan(-1);
    expect([london?.own, west?.own, midlands?.whole].map((of) => of?.cells[0]?.[cell])).toContain('hidden');
    expect(london?.whole).toEqual(midlands?.whole);
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

  it('keeps to a stronger rule at once, and to that until the next step', async () => {
    const { house, collection, tell, pattern, of } = await opened();
    for (const answers of [first, second]) {
      await tell(6, 'midlands', answers);
      await tell(20, 'london', answers);
    }
    expect(filled((await of('changes')).own?.cells)).toEqual([6, 6]);
    const set = (threshold: number) =>
      house.database.db
        .transaction()
        .execute((tx) => house.collections.setSmallNumbers(tx, collection.id, { threshold, roundingBase: 1, reason: 'a test' }));
    await set(10);
    expect((await pattern()).threshold).toBe(10);
    expect(filled((await of('changes')).own?.cells)).not.toContain(6);
    await set(3);
    expect((await pattern()).threshold).toBe(10);
    expect(filled((await of('changes')).own?.cells)).not.toContain(6);
    for (const answers of [first, second]) await tell(20, 'midlands', answers);
    expect(filled((await of('changes')).own?.cells)).toEqual([26, 26]);
  });
});
