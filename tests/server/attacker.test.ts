import { describe, expect, it } from 'vitest';
import type { WeeksTable } from '../../server/contract/settings.ts';
import type { SharedPattern } from '../../server/contract/shared-out.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { Random } from '../../server/demonstration/random.ts';
import type { Answers } from '../../triads/answers/answer.ts';
import type { ShownCount } from '../../triads/disclosure/table.ts';
import { listsOf } from '../../triads/disclosure/tallies.ts';
import { Attacker } from '../attacker/attacker.ts';
import { expectNothingExcluded, type Told, tell as tellTable } from '../attacker/tables.ts';
import { grant, newSubmission, openCollection, post, signedIn, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

/** What the house keeps of a table: the truth, which no lead is told. */
interface Kept {
  columns: string[];
  steps: Pick<Told, 'cells' | 'unsaid' | 'rules' | 'isVeiled'>[];
}
interface Board {
  regions: { region: string | null }[];
  figures: Record<string, { tables: Record<string, Kept> }>;
  weeks: Kept;
}

describe.each(engines)('leads of all regions who put together all that they ever saw, on %s', (engine) => {
  it('exclude no value of a small count, in any pattern or table of weeks, whatever came, went and was set', async () => {
    const random = new Random(20_261_122);
    const { app, house } = await testHouse(engine);
    const { id } = await openCollection(house, { breakdowns: ['role'] });
    const collection = await house.collections.byId(id);
    if (!collection) throw new Error('it is not there');
    const regions = ['midlands', 'london', 'south-west'];
    const receipts = new Map<string, string[]>();
    const leads = await Promise.all([...regions, null].map((region) => signedIn(app, [grant('lead', null, region)])));
    const spots = [
      [0.9, 0.05],
      [0.05, 0.9],
      [0.05, 0.05],
      [0.4, 0.3],
    ] as const;
    const roles = ccplFramework.signifiers.flatMap((one) => (one.key === 'role' && one.kind === 'choice' ? one.options : []));

    const answers = (region: string | null): Answers => {
      const [top = 0, left = 0] = random.weighted([...spots], (spot) => 4 / (1 + spots.indexOf(spot)) ** 2);
      return {
        ...(random.chance(0.9) && { changes: { top, left, right: 1 - top - left, by: 'touch' as const } }),
        decisions: random.chance(0.1) ? { na: true } : { right: random.uniform() ** 2, by: 'keys' },
        feeling: { options: [random.pick(['positive', 'neutral', 'negative'])] },
        role: { options: [random.pick(roles.slice(0, 4)).key] },
        ...(region && { region: { options: [region] } }),
      };
    };
    const come = async (stories: number) => {
      for (let told = 0; told < stories; told += 1) {
        const region = random.weighted<string | null>([...regions, null], (one) => 5 - [...regions, null].indexOf(one));
        const story = newSubmission(collection, { answers: answers(region) });
        expect((await submit(app, 'test', story)).statusCode).toBe(201);
        receipts.set(region ?? '', [...(receipts.get(region ?? '') ?? []), story.receipt]);
      }
    };
    const go = async (region: string, stories: number) => {
      for (const receipt of receipts.get(region)?.splice(0, stories) ?? []) await post(app, '/receipt/withdraw', { receipt });
    };
    const set = (threshold: number, roundingBase: 1 | 5) =>
      house.database.db
        .transaction()
        .execute((tx) => house.collections.setSmallNumbers(tx, id, { threshold, roundingBase, reason: 'a test' }));

    const told = new Map<string, Told[]>();
    const withdrew = new Set<string>();
    const look = async () => {
      const get = async <Body>(path: string) =>
        Promise.all(leads.map(async (headers) => (await app.inject({ url: `/api/v1/collections/${id}/${path}`, headers })).json<Body>()));
      const patterns = await get<SharedPattern>('patterns');
      const weeks = await get<WeeksTable>('weeks');
      const row = await house.database.db.selectFrom('steps').select('document').where('name', '=', 'board').executeTakeFirstOrThrow();
      const board: Board = JSON.parse(row.document);
      const hear = (
        name: string,
        kept: Kept | undefined,
        own: (ShownCount[] | null | undefined)[],
        whole: ShownCount[] | null | undefined,
        names: string[],
      ) => {
        const newest = kept?.steps.at(-1);
        if (!kept || !newest || !whole) return;
        const inOrder = (counts: ShownCount[] | null | undefined) =>
          kept.columns.map((column) => counts?.[names.indexOf(column)] ?? 'hidden');
        const shown = {
          cells: board.regions.map(({ region }) => inOrder(own[regions.indexOf(region ?? '')])),
          rows: null,
          columns: inOrder(whole),
          whole: null,
        };
        const before = told.get(name) ?? [];
        if (JSON.stringify(before.at(-1)?.shown) === JSON.stringify(shown)) return;
        const totals = { rows: 'known', columns: 'shown', whole: 'known' } as const;
        const grewOnly = board.regions.map(({ region }) => !withdrew.has(region ?? ''));
        const unsaid = board.regions.flatMap(({ region }, at) => (own[regions.indexOf(region ?? '')] ? [] : [at]));
        told.set(name, [...before, { ...newest, unsaid, totals, shown, grewOnly }]);
      };
      for (const { key, cut } of patterns[0]?.signifiers ?? []) {
        const signifier = ccplFramework.signifiers.find((one) => one.key === key);
        const shared = patterns.map((pattern) => pattern.signifiers.find((one) => one.key === key));
        expect(new Set(shared.map((one) => JSON.stringify(one?.whole))).size).toBe(1);
        for (const [at, { list, cells }] of (signifier ? listsOf(signifier, cut) : []).entries()) {
          const name = `${key} ${list} ${JSON.stringify(cut)}`;
          hear(
            name,
            board.figures[key]?.tables[list],
            shared.map((one) => one?.own?.cells[at]),
            shared[0]?.whole.cells[at],
            cells,
          );
        }
      }
      const names = (weeks[0]?.weeks ?? []).map(String);
      hear(
        'weeks',
        board.weeks,
        weeks.map(({ table }) => table?.cells[0]),
        weeks[0]?.table?.weeks,
        names,
      );
      withdrew.clear();
    };

    const happenings = [
      () => come(14),
      () => come(9),
      () => come(30),
      async () => {
        await go('midlands', 6);
        withdrew.add('midlands');
        await come(20);
      },
      () => set(7, 1),
      () => come(40),
      () => set(4, 1),
      () => come(35),
      () => set(4, 5),
      () => come(60),
    ];
    for (const happen of happenings) {
      await happen();
      await look();
    }
    expect(Math.max(...[...told.values()].map((steps) => steps.length))).toBeGreaterThan(3);
    for (const steps of told.values()) {
      for (const knows of [true, false]) {
        const attacker = new Attacker();
        expectNothingExcluded(attacker, tellTable(attacker, knows ? steps : steps.map((step) => ({ ...step, grewOnly: [] }))));
      }
    }
  });
});
