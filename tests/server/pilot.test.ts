import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Pilot } from '../../server/contract/pilot.ts';
import type { Answers } from '../../triads/answers/answer.ts';
import { designer } from '../designing.ts';
import { grant, newSubmission, openCollection, signedIn, submit } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';
import { seeded } from '../seeded.ts';

const of = (report: Pilot, wanted: string) => report.signifiers.find(({ signifier }) => signifier.key === wanted);

describe.each(engines)('the pilot report on %s', (engine) => {
  async function told(stories: number, answers: (index: number) => Answers) {
    const { app, house } = await testHouse(engine);
    const collection = await openCollection(house, { randomOrder: true, rotation: true });
    const tell = async (index: number) => {
      const order = index % 2 ? ['risk', 'changes'] : ['changes', 'risk'];
      const { key, receipt, body } = newSubmission(collection, { answers: answers(index) });
      const story = { key, receipt, body: { ...body, order, rotations: { changes: index % 3 } } };
      expect((await submit(app, 'test', story)).statusCode).toBe(201);
    };
    await Promise.all(Array.from({ length: stories }, (_, index) => tell(index)));
    const url = `/api/v1/collections/${collection.id}/pilot`;
    const seen = async (...roles: ('designer' | 'researcher' | 'lead')[]) => {
      const response = await app.inject({
        url,
        headers: await signedIn(
          app,
          roles.map((role) => grant(role)),
        ),
      });
      return { status: response.statusCode, report: response.json() as Pilot };
    };
    return { app, house, collection, seen, tell };
  }

  it('is exact for researchers; a designer’s stands under the small-number rules, a lead has none', async () => {
    const draw = seeded(4);
    const place = () => {
      const [a, b] = [draw(), draw()].sort((one, other) => one - other) as [number, number];
      return { top: a, left: b - a, right: 1 - b, by: 'touch' as const };
    };
    const { seen } = await told(40, (index) => ({
      changes: index < 3 ? { top: 0.8, left: 0.1, right: 0.1, by: 'choice' } : place(),
      ...(index % 2 ? { risk: { na: true } } : { risk: { right: 0.5, by: 'touch' } }),
      ...(index < 38 && { decisions: { right: draw(), by: 'touch' } }),
    }));
    const exact = (await seen('researcher')).report;
    expect(exact).toMatchObject({ of: 'stories', read: 40, all: 40, threshold: null });
    expect(of(exact, 'changes')).toMatchObject({
      asked: 40,
      answered: 40,
      chosen: 3,
      na: { count: 0 },
      rotation: { standing: 'fine' },
      times: null,
    });
    expect(of(exact, 'changes')?.figure).toMatchObject({ by: 'bins', side: 8 });
    expect(of(exact, 'decisions')).toMatchObject({ answered: 38, skipped: { count: 2, standing: 'fine' } });
    expect(of(exact, 'risk')).toMatchObject({ na: { count: 20, standing: 'flagged' }, order: { standing: 'flagged', early: 1, late: 0 } });

    const { report } = await seen('designer');
    expect(report).toMatchObject({ read: 40, threshold: 5 });
    expect(of(report, 'changes')).toMatchObject({ chosen: null, figure: { by: 'parts' } });
    expect(of(report, 'decisions')?.skipped).toEqual({ count: 'small', standing: 'fine' });
    expect(of(report, 'decisions')?.answered).toBe('hidden');
    const shown = report.signifiers.flatMap(({ na, skipped, figure }) => {
      const cells = figure?.by === 'parts' ? figure.parts.map(({ count }) => count) : (figure?.counts ?? []);
      return [na.count, skipped.count, ...cells];
    });
    expect(shown.filter((count) => typeof count === 'number' && count > 0 && count < 5)).toEqual([]);
    expect((await seen('lead')).status).toBe(404);
    expect((await seen('designer', 'researcher')).report.threshold).toBeNull();
  }, 60_000);

  it('shows a designer nothing of few, and no one story by what it changes', async () => {
    const answers = { changes: { top: 0.2, left: 0.2, right: 0.6, by: 'touch' as const } };
    const few = await told(4, () => answers);
    expect((await few.seen('designer')).report).toEqual({ of: 'stories', read: 'small', all: 'small', threshold: 5, signifiers: [] });
    await few.tell(4);
    await few.tell(5);
    // The first was made of none that may be told; five more must come.
    expect((await few.seen('designer')).report.read).toBe('small');
    expect((await few.seen('researcher')).report.read).toBe(6);
    for (let index = 6; index < 9; index += 1) await few.tell(index);
    expect((await few.seen('designer')).report.read).toBe(9);
  }, 60_000);

  it('reads the try-outs of drafts, with times and both means, and leaves out what meant something else then', async () => {
    const { app, house } = await testHouse(engine);
    const design = await designer(app);
    const id = await design.begin();
    const { document, tag } = await design.draft(id);
    const { format: _, ...tried } = document;
    const version = (await design.get(`/frameworks/${id}`)).body.draft.id;
    await house.tryOuts.keepDocument(id, version, 'first', tried);
    const place = { top: 0.9, left: 0.05, right: 0.05, by: 'touch' as const };
    const give = (count: number, document: string) =>
      house.database.db.transaction().execute(async (tx) => {
        for (let index = 0; index < count; index += 1) {
          await house.tryOuts.insert(tx, id, '2026-W47', {
            id: randomUUID(),
            document,
            language: 'en-GB',
            answers: { changes: place, decisions: { right: 0.1, by: 'choice' } },
            order: tried.signifiers.map(({ key }: { key: string }) => key),
            rotations: { changes: index % 3 },
            times: { changes: 60_000, decisions: 5000 },
            again: { changes: { top: 0.8, left: 0.1, right: 0.1, by: 'choice' } },
          });
        }
      });
    await give(12, 'first');
    const report = async () => (await design.get(`/frameworks/${id}/pilot`)).body as Pilot;
    const first = await report();
    expect(first).toMatchObject({ of: 'try-outs', read: 12, all: 12, threshold: null });
    expect(of(first, 'changes')).toMatchObject({
      asked: 12,
      na: { count: 0, standing: 'few' },
      times: { standing: 'flagged', quartiles: { median: 60 }, expected: 18 },
      order: null,
      rotation: { standing: 'few', pull: null },
      means: { pairs: 12, same: 12, kappa: null, standing: 'fine' },
    });
    expect(of(first, 'decisions')).toMatchObject({ answered: 12, chosen: 12, times: { standing: 'fine' } });

    document.signifiers[0].corners.top = { 'en-GB': 'something else altogether' };
    expect((await design.save(id, tag, document)).status).toBe(200);
    expect(of(await report(), 'changes')).toMatchObject({ asked: 0, answered: 0, figure: null, means: null });
    expect(of(await report(), 'decisions')).toMatchObject({ asked: 12, answered: 12 });
    expect((await design.get(`/frameworks/${randomUUID()}/pilot`)).status).toBe(404);
  }, 60_000);
});
