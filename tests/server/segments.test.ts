import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import { scopesOf } from '../../server/repositories/consent.ts';
import { type House, openHouse } from '../../server/services/house.ts';
import { fromArrow } from '../../triads/columns/arrow.ts';
import { joinBytes } from '../../triads/columns/bytes.ts';
import { type Columns, stateCode } from '../../triads/columns/columns.ts';
import { columnsFrom } from '../../triads/columns/from-rows.ts';
import { pickRows } from '../../triads/columns/rows.ts';
import type { Framework, Signifier } from '../../triads/framework/framework.ts';
import type { Scope } from '../../triads/framework/scopes.ts';
import { newReceipt } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

const [changes, ...others] = ccplFramework.signifiers as [Extract<Signifier, { kind: 'triad' }>, ...Signifier[]];
/** What a second wave asks: one triad less, one more. */
const second: Framework = { ...ccplFramework, signifiers: [...others, { ...changes, key: 'moods' }] };

async function twoWaves(house: House): Promise<Collection> {
  return house.database.db.transaction().execute(async (tx) => {
    const versions = [
      await house.frameworks.insertPublished(tx, ccplFramework, '2025-01-01T00:00:00Z'),
      await house.frameworks.insertPublished(tx, second, '2025-06-01T00:00:00Z'),
    ];
    const wave = (key: string, opens: string, closes: string | null, version: number) => ({
      key,
      label: { 'en-GB': key },
      opens,
      closes,
      versionId: versions[version] ?? '',
    });
    return house.collections.insert(tx, {
      slug: 'test',
      title: { 'en-GB': 'Test' },
      languages: ['en-GB'],
      invented: true,
      threshold: 5,
      randomOrder: false,
      rotation: false,
      waves: [
        wave('spring', '2025-01-01T00:00:00Z', '2025-05-01T00:00:00Z', 0),
        wave('autumn', '2025-09-01T00:00:00Z', null, 1),
        wave('after', '2026-09-01T00:00:00Z', null, 1),
      ],
    });
  });
}

/** Stores stories as the door would, and answers with their receipts' HMACs. */
async function store(
  house: House,
  collection: Collection,
  seed: number,
  count: number,
  waves = collection.waves,
): Promise<{ id: string; receiptHmac: string }[]> {
  const kept = [...stories(ccplFramework, seed, count)].map(({ answers, week, consent, story }, index) => {
    const wave = waves[(seed + index) % waves.length];
    if (!wave) throw new Error('no wave');
    const { changes, ...rest } = answers;
    const isFirst = wave.key === 'spring';
    const asked = { ...rest, ...(changes && { [isFirst ? 'changes' : 'moods']: changes }) };
    const document = Object.fromEntries(
      Object.entries(asked).map(([key, answer]) => [key, 'other' in answer ? { options: answer.options } : answer]),
    );
    return {
      id: randomUUID(),
      collectionId: collection.id,
      waveId: wave.id,
      versionId: wave.versionId,
      language: 'en-GB',
      week,
      region: null,
      answers: document,
      shown: null,
      release: 'none' as const,
      consent: Object.fromEntries(consent.map((scope) => [scope, null])),
      words: story ? { ...story, answers: {} } : null,
      keyHmac: randomUUID(),
      receiptHmac: house.pepper.hmac('receipt', newReceipt().receiptHash),
      bodyHmac: 'body',
      pepper: house.pepper.name,
    };
  });
  if (kept.length) await house.stories.insertBatch(kept);
  return kept.map(({ id, receiptHmac }) => ({ id, receiptHmac }));
}

/** What the rows themselves say, sorted by id. */
async function told(house: House, collection: Collection): Promise<{ ids: string[]; columns: Columns }> {
  const query = house.database.db.selectFrom('stories').selectAll().where('collection_id', '=', collection.id).orderBy('id');
  const rows = (await query.execute()).map((row) => ({
    id: row.id,
    readable: scopesOf(row.consent).has('read'),
    week: row.week,
    wave: collection.waves.find(({ id }) => id === row.wave_id)?.key ?? '',
    answers: JSON.parse(row.answers),
  }));
  const columns = columnsFrom(await house.patterns.signifiers(collection), rows);
  for (const [row, { wave }] of rows.entries()) {
    const state = columns.triads.get(wave === 'spring' ? 'moods' : 'changes')?.state;
    if (state) state[row] = stateCode.unasked;
  }
  return { ids: rows.map(({ id }) => id), columns };
}

/** What the pattern body says, sorted by the id of the story that the server says stands behind each row. */
async function shown(house: House, collection: Collection): Promise<{ ids: string[]; columns: Columns }> {
  const { stamp, steps } = await house.patterns.arrow(collection);
  const columns = fromArrow(joinBytes([...steps()]), await house.patterns.signifiers(collection));
  const behind = await house.patterns.storiesBehind(
    collection,
    stamp,
    Array.from({ length: columns.length }, (_, row) => row),
  );
  const ids = [...behind.keys()].sort();
  return {
    ids,
    columns: pickRows(
      columns,
      ids.map((id) => behind.get(id) ?? -1),
    ),
  };
}

async function holds(house: House, collection: Collection): Promise<void> {
  expect(await shown(house, collection)).toEqual(await told(house, collection));
}

type Step =
  | { do: 'store'; seed: number; count: number }
  | { do: 'withdraw' | 'take read back' | 'give read'; which: number }
  | { do: 'forget words' | 'forget'; which: number }
  | { do: 'seal' | 'restart' | 'look' };

const which = fc.nat(1000);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('store' as const), seed: fc.nat(1e6), count: fc.integer({ min: 1, max: 12 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'take read back' as const, 'give read' as const), which }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('forget words' as const, 'forget' as const), which }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('seal' as const, 'restart' as const, 'look' as const) }) },
  ),
  { maxLength: 14 },
);

describe.each(engines)('segments on %s', (engine) => {
  it('equal rows after any sequence of submissions, consent changes, withdrawals, deletions and restarts', async () => {
    const { house: first } = await testHouse(engine);
    let house = first;
    const collection = await twoWaves(house);
    let held: { id: string; receiptHmac: string }[] = [];
    const change = async (step: Step) => {
      if (step.do === 'store') held.push(...(await store(house, collection, step.seed, step.count)));
      if (step.do === 'seal') await house.segments.seal(collection.id);
      // A house that knows nothing of what the one before kept in memory.
      if (step.do === 'restart') house = openHouse(first.database, first.config, first.pepper);
      if (step.do === 'look') await holds(house, collection);
      if (!('which' in step) || !held.length) return;
      const one = held[step.which % held.length] ?? held[0];
      if (!one) return;
      await house.stories.changing(collection.id, async (tx) => {
        const story = await house.stories.byId(collection.id, one.id, tx);
        if (!story) throw new Error('a story is missing');
        const consent = (scopes: Scope[]) => house.stories.setConsent(tx, story, Object.fromEntries(scopes.map((scope) => [scope, null])));
        if (step.do === 'withdraw') await house.stories.withdraw(tx, story, one.receiptHmac);
        if (step.do === 'forget') await house.stories.forget(tx, collection.id, [one.id]);
        if (step.do === 'forget words') await house.stories.forgetWords(tx, collection.id, [one.id]);
        if (step.do === 'take read back') await consent(['patterns']);
        if (step.do === 'give read') await consent(['patterns', 'read']);
      });
      if (step.do === 'withdraw' || step.do === 'forget') held = held.filter(({ id }) => id !== one.id);
    };
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const step of sequence) await change(step);
        await holds(house, collection);
      }),
      { numRuns: engine === 'sqlite' ? 40 : 25, endOnFailure: true },
    );
  });

  it('a withdrawal leaves its story in no segment and on no list, sealed or not', async () => {
    const { house } = await testHouse(engine);
    const collection = await twoWaves(house);
    const [sealed] = await store(house, collection, 1, 1);
    await house.segments.seal(collection.id);
    const [waiting] = await store(house, collection, 2, 1);
    for (const one of [sealed, waiting]) {
      if (!one) throw new Error('nothing was stored');
      await house.stories.changing(collection.id, (tx) =>
        house.stories.withdraw(tx, { collectionId: collection.id, id: one.id }, one.receiptHmac),
      );
    }
    const { db } = house.database;
    const unsealed = await db.selectFrom('unsealed').selectAll().execute();
    expect(unsealed.flatMap(({ stories }) => JSON.parse(stories))).toEqual([]);
    for (const { ids } of await db.selectFrom('segments').selectAll().execute()) expect(ids).toHaveLength(0);
  });

  it('grow past their size into several, sorted by id, with nothing lost', async () => {
    const { house } = await testHouse(engine);
    const collection = await twoWaves(house);
    const [spring] = collection.waves;
    const segments = () => house.database.db.selectFrom('segments').select('from_id').execute();
    await store(house, collection, 1, 4000, spring && [spring]);
    await house.segments.seal(collection.id);
    expect(await segments()).toHaveLength(1);
    await store(house, collection, 2, 1500, spring && [spring]);
    await holds(house, collection);
    expect(await segments()).toHaveLength(4);
  });
});
