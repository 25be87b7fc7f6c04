import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { StepDocuments } from '../../server/repositories/step-documents.ts';
import { openHouse } from '../../server/services/house.ts';
import { byThreshold, Steps } from '../../server/services/steps.ts';
import { grant, newSubmission, openCollection, post, signedIn, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

describe.each(engines)('counts are published in steps on %s', (engine) => {
  async function opened() {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house);
    const tell = async (stories: number) => {
      const told = Array.from({ length: stories }, () => newSubmission(collection));
      for (const story of told) expect((await submit(app, 'test', story)).statusCode).toBe(201);
      return told.map(({ receipt }) => receipt);
    };
    const headers = await signedIn(app, [grant('designer')]);
    const get = async (name: string) => (await app.inject({ url: `/api/v1/collections/${collection.id}/${name}`, headers })).json();
    return { app, house, collection, tell, get };
  }

  it('a pilot report stays while fewer stories come than the threshold, whatever waves, settings or restarts', async () => {
    const { house, collection, tell, get } = await opened();
    await tell(12);
    const first = await get('pilot');
    expect(first.all).toBe(12);
    await tell(1);
    const { db } = house.database;
    await db.transaction().execute(async (tx) => {
      const versionId = await house.frameworks.insertPublished(tx, ccplFramework, house.now().toISOString());
      const next = { key: 'second', label: {}, opens: '2036-01-01T00:00:00Z', closes: null, versionId };
      await house.collections.update(tx, collection, collection, [...collection.waves, next]);
      await house.collections.setSmallNumbers(tx, collection.id, { threshold: 5, roundingBase: 5, reason: 'fewer digits' });
    });
    expect(await get('pilot')).toEqual(first);
    const changed = await house.collections.byId(collection.id);
    if (!changed) throw new Error('it is not there');
    expect(await openHouse(house.database, house.config, house.pepper).pilot.ofStories(changed, false)).toEqual(first);
    await tell(4);
    expect(await get('pilot')).toMatchObject({ read: 15, all: 15 });
    expect((await house.pilot.ofStories(changed, true)).all).toBe(17);
  });

  it('tables of weeks stay while fewer stories go; releases show by themselves', async () => {
    const { app, collection, house, tell, get } = await opened();
    const receipts = await tell(11);
    const first = await get('weeks');
    expect([first.table.whole, first.release]).toEqual([11, { released: 0, waiting: 11, none: 0 }]);
    for (const receipt of receipts.slice(0, 4)) {
      expect((await post(app, '/receipt/withdraw', { receipt })).statusCode).toBe(200);
      expect(await get('weeks')).toEqual(first);
    }
    await post(app, '/receipt/withdraw', { receipt: receipts[4] });
    expect((await get('weeks')).table.whole).toBe(6);
    await house.database.db.updateTable('stories').set({ release: 'released' }).where('collection_id', '=', collection.id).execute();
    expect(await get('weeks')).toMatchObject({ table: { whole: 6 }, release: { released: 6, waiting: 0, none: 0 } });
  });

  it('has one maker at a time, and all show what was published first', async () => {
    const { house, collection } = await opened();
    const processes = Array.from({ length: 4 }, () => new Steps(new StepDocuments(house.database.db)));
    const shown = (counts: number[]) =>
      Promise.all(
        processes.flatMap((steps, index) =>
          [0, 1].map(() =>
            steps.shown(
              collection,
              'pilot',
              async () => ({ counts, shown: `made by ${index} of ${counts}` }),
              byThreshold(collection, counts),
            ),
          ),
        ),
      );
    expect(new Set(await shown([3])).size).toBe(1);
    expect(new Set(await shown([7]))).toEqual(new Set(await shown([3])));
    expect([...new Set(await shown([8]))]).toEqual([expect.stringContaining('of 8')]);
  });
});
