import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../../server/demonstration/collections.ts';
import type { Answer, Answers } from '../../../triads/answers/answer.ts';
import type { Signifier, Triad } from '../../../triads/framework/framework.ts';
import { composition } from '../../../triads/geometry/composition.ts';
import { asStored, type Rotation } from '../../../triads/geometry/rotation.ts';
import type { Answered } from '../../../triads/pilot/answered.ts';
import { agreementOf } from '../../../triads/pilot/means.ts';
import { orderEffect as orderWork } from '../../../triads/pilot/order.ts';
import { pilesOf } from '../../../triads/pilot/piles.ts';
import { ratesOf, standingOf } from '../../../triads/pilot/rates.ts';
import { pilotReport } from '../../../triads/pilot/report.ts';
import { rotationEffect as rotationWork } from '../../../triads/pilot/rotation.ts';
import { ratiosOf, samenessOf } from '../../../triads/pilot/same.ts';
import { timesOf } from '../../../triads/pilot/times.ts';
import { finished, seeded } from '../../seeded.ts';

const orderEffect = (...of: Parameters<typeof orderWork>) => finished(orderWork(...of));
const rotationEffect = (...of: Parameters<typeof rotationWork>) => finished(rotationWork(...of));
const sameness = (one: Signifier, other: Signifier, all: readonly Answered[]) =>
  samenessOf([one.key, other.key], ratiosOf(one, all), ratiosOf(other, all));
const named = (key: string) => ccplFramework.signifiers.find((one) => one.key === key) as Signifier;
const triad = named('changes') as Triad;
const times = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, index) => make(index));
const at = (top: number, left: number, right: number): Answer => ({ top, left, right, by: 'touch' });
const words = (top: number, left: number, right: number): Answer => ({ top, left, right, by: 'choice' });
const rows = (count: number, answers: (index: number) => Answers, more: (index: number) => Partial<Answered> = () => ({})): Answered[] =>
  times(count, (index) => ({ answers: answers(index), ...more(index) }));

/** Shares at random, from a seed. */
function shares(draw: () => number): [number, number, number] {
  const [a, b, c] = [draw(), draw(), draw()].map((value) => -Math.log(1 - value) + 0.01) as [number, number, number];
  return [a / (a + b + c), b / (a + b + c), c / (a + b + c)];
}

describe('rates', () => {
  it('count every state apart, and leave out whom the version did not ask', () => {
    const all: Answered[] = [
      { answers: { changes: at(1, 0, 0) } },
      { answers: { changes: words(0.8, 0.1, 0.1) } },
      { answers: { changes: { na: true } } },
      { answers: {} },
      { answers: {}, asked: new Set(['decisions']) },
    ];
    expect(ratesOf('changes', all)).toEqual({ asked: 4, placed: 1, chosen: 1, na: 1, skipped: 1 });
  });

  it('say nothing of few, and call out what is often not answered', () => {
    const of = (na: number, asked: number) => standingOf({ asked, placed: asked - na, chosen: 0, na, skipped: 0 }, 'na');
    expect([of(15, 19), of(2, 20), of(10, 20), of(0, 500)]).toEqual(['few', 'fine', 'flagged', 'fine']);
  });
});

it('times are of try-outs alone; slow is twice what such a signifier should take, and a page left open counts for nothing', () => {
  const timed = (seconds: number, count: number) =>
    rows(
      count,
      () => ({}),
      () => ({ times: { changes: seconds * 1000 } }),
    );
  expect(
    timesOf(
      triad,
      rows(9, () => ({})),
    ),
  ).toBeNull();
  expect(timesOf(triad, timed(20, 7))?.standing).toBe('few');
  expect(timesOf(triad, timed(20, 8))).toMatchObject({ standing: 'fine', expected: 18, quartiles: { lower: 20, median: 20, upper: 20 } });
  expect(timesOf(triad, [...timed(40, 8), ...timed(9000, 3)])).toMatchObject({ standing: 'flagged', seconds: times(8, () => 40) });
});

describe('the effect of order', () => {
  const order = (index: number) => (index % 2 ? ['changes', 'decisions', 'risk'] : ['risk', 'decisions', 'changes']);

  it('is the share unanswered late less the share unanswered early', () => {
    const tired = rows(
      60,
      (index) => (index % 2 || index % 4 ? { changes: at(1, 0, 0) } : {}),
      (index) => ({ order: order(index) }),
    );
    const found = orderEffect('changes', tired, seeded(1));
    expect(found).toMatchObject({ early: { asked: 30, unanswered: 0 }, late: { asked: 30, unanswered: 15 }, effect: 0.5 });
    expect(found?.p).toBeLessThan(0.01);
    const awake = orderEffect(
      'changes',
      rows(
        60,
        (index) => (index % 4 < 2 ? {} : { changes: at(1, 0, 0) }),
        (index) => ({ order: order(index) }),
      ),
      seeded(1),
    );
    expect([awake?.effect, (awake?.p ?? 0) > 0.5]).toEqual([0, true]);
  });

  it('is not there where all were asked in one order, nor concluded from few', () => {
    expect(
      orderEffect(
        'changes',
        rows(40, () => ({})),
        seeded(1),
      ),
    ).toBeNull();
    expect(
      orderEffect(
        'changes',
        rows(
          40,
          () => ({}),
          () => ({ order: order(0) }),
        ),
        seeded(1),
      ),
    ).toBeNull();
    expect(
      orderEffect(
        'changes',
        rows(
          18,
          () => ({}),
          (index) => ({ order: order(index) }),
        ),
        seeded(1),
      ),
    ).toMatchObject({ effect: null, p: null });
  });
});

describe('the effect of rotation', () => {
  /** Placements that draw `pull` more share to the top of the screen, stored as the form stores them. */
  const pulled = (count: number, pull: number) => {
    const draw = seeded(3);
    return times(count, (index): Answered => {
      const rotation = (index % 3) as Rotation;
      const [top, left, right] = shares(draw);
      const [a, b, c] = asStored(composition(top + pull * (1 - top), left * (1 - pull), right * (1 - pull)), rotation);
      return { answers: { changes: at(a, b, c) }, rotations: { changes: rotation } };
    });
  };

  it('is what a place of the screen adds to whatever corner stands there', () => {
    const found = rotationEffect(triad, pulled(300, 0.3), seeded(1));
    expect(found?.placed).toEqual([100, 100, 100]);
    expect(found?.pull?.top).toBeGreaterThan(0.12);
    expect(found?.p).toBe(0.001);
    expect(Object.values(found?.pull ?? {}).reduce((sum, pull) => sum + pull, 0)).toBeCloseTo(0, 12);
    expect(rotationEffect(triad, pulled(300, 0), seeded(1))?.p).toBeGreaterThan(0.05);
  });

  it('is worked by hand where each place holds the same corner share: top 0.6, left 0.3, right 0.1 of the screen', () => {
    const screen = times(30, (index): Answered => {
      const rotation = (index % 3) as Rotation;
      const [top, left, right] = asStored(composition(0.6, 0.3, 0.1), rotation);
      return { answers: { changes: at(top, left, right) }, rotations: { changes: rotation } };
    });
    const { top, left, right } = rotationEffect(triad, screen, seeded(1))?.pull ?? { top: 0, left: 0, right: 0 };
    expect([top, left, right].map((pull) => Math.round(pull * 1e9) / 1e9)).toEqual([0.266666667, -0.033333333, -0.233333333]);
  });

  it('leaves out what was chosen in words, and concludes nothing from few or from corners never turned', () => {
    const chosen = pulled(60, 0.3).map(({ rotations }) => ({
      answers: { changes: words(0.8, 0.1, 0.1) },
      ...(rotations && { rotations }),
    }));
    expect(rotationEffect(triad, chosen, seeded(1))).toBeNull();
    expect(rotationEffect(triad, pulled(29, 0.3), seeded(1))).toMatchObject({ pull: null, p: null });
    expect(
      rotationEffect(
        triad,
        rows(60, () => ({ changes: at(1, 0, 0) })),
        seeded(1),
      ),
    ).toBeNull();
  });
});

it('placing and choosing agree where both lie in one zone; whichever came first', () => {
  const pair = (placed: Answer, chosen: Answer, isPlacedFirst: boolean): Answered =>
    isPlacedFirst
      ? { answers: { changes: placed }, again: { changes: chosen } }
      : { answers: { changes: chosen }, again: { changes: placed } };
  const both = [
    ...times(6, (index) => pair(at(0.9, 0.05, 0.05), words(0.8, 0.1, 0.1), index % 2 === 0)),
    ...times(6, (index) => pair(at(0.3, 0.3, 0.4), words(1 / 3, 1 / 3, 1 / 3), index % 2 === 0)),
  ];
  expect(agreementOf(triad, both)).toEqual({ standing: 'fine', people: 12, pairs: 12, same: 12, kappa: 1 });
  expect(agreementOf(triad, both.slice(0, 9))?.standing).toBe('few');
  const apart = times(12, (index) =>
    pair(index % 2 ? at(0.9, 0.05, 0.05) : at(0.3, 0.3, 0.4), index % 4 < 2 ? words(0.8, 0.1, 0.1) : words(1 / 3, 1 / 3, 1 / 3), true),
  );
  expect(agreementOf(triad, apart)).toMatchObject({ standing: 'flagged', same: 6, kappa: 0 });
  expect(
    agreementOf(
      triad,
      rows(20, () => ({ changes: at(1, 0, 0) })),
    ),
  ).toBeNull();
});

it('nearly all in one class is good agreement, whatever κ says of it; and stones are counted by people', () => {
  const corner = at(0.9, 0.05, 0.05);
  const alike = rows(19, () => ({ changes: corner })).map((row) => ({ ...row, again: { changes: words(0.8, 0.1, 0.1) } }));
  const other = { answers: { changes: corner }, again: { changes: words(0.1, 0.8, 0.1) } };
  expect(agreementOf(triad, [...alike, other])).toEqual({ standing: 'fine', people: 20, pairs: 20, same: 19, kappa: 0 });
  const laid = (x: number, by: 'touch' | 'choice'): Answer => ({
    stones: Object.fromEntries((named('weighing') as Extract<Signifier, { kind: 'stones' }>).stones.map(({ key }) => [key, { x, y: 0.5 }])),
    by,
  });
  const four = times(4, () => ({ answers: { weighing: laid(0.1, 'touch') }, again: { weighing: laid(0.9, 'choice') } }));
  expect(agreementOf(named('weighing'), four)).toMatchObject({ standing: 'few', people: 4, pairs: 12, same: 0 });
  const seven = rows(7, () => ({ weighing: laid(0.5, 'touch') }));
  expect(pilesOf(named('weighing'), seven)).toMatchObject({ standing: 'few', people: 7, placed: 21 });
});

describe('pile-ups', () => {
  it('have parts whose areas make the whole, for every shape', () => {
    for (const key of ['changes', 'decisions', 'weighing']) {
      const sum = pilesOf(named(key), [])?.parts.reduce((whole, { area }) => whole + area, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
    expect(pilesOf(named('feeling'), [])).toBeNull();
  });

  it('are none where placements lie anywhere alike; the corners’ areas are what such placements give', () => {
    const draw = seeded(5);
    const anywhere = rows(3000, () => ({ changes: at(...uniform(draw)), decisions: { right: draw(), by: 'touch' } }));
    const found = pilesOf(triad, anywhere);
    expect(found?.standing).toBe('fine');
    for (const { count, area } of found?.parts ?? []) expect(Math.abs(count / 3000 - area)).toBeLessThan(0.03);
    expect(pilesOf(named('decisions'), anywhere)?.standing).toBe('fine');
  });

  it('are found in the centre, at the corners together, and at the ends of a dyad', () => {
    const flagged = (signifier: Signifier, answers: (index: number) => Answer) => {
      const { standing, parts, groups } =
        pilesOf(
          signifier,
          rows(60, (index) => ({ [signifier.key]: answers(index) })),
        ) ?? {};
      return [standing, [...(parts ?? []), ...(groups ?? [])].flatMap(({ at, isFlagged }) => (isFlagged ? at : []))];
    };
    const corner = [at(0.9, 0.05, 0.05), at(0.05, 0.9, 0.05), at(0.05, 0.05, 0.9)] as const;
    expect(flagged(triad, () => at(0.3, 0.3, 0.4))).toEqual(['flagged', ['centre']]);
    expect(flagged(triad, (index) => corner[index % 3] ?? corner[0])).toEqual(['flagged', ['corners']]);
    expect(flagged(named('decisions'), (index) => ({ right: index % 2, by: 'touch' }))).toEqual(['flagged', ['ends']]);
    expect(
      pilesOf(
        triad,
        rows(19, () => ({ changes: at(0.3, 0.3, 0.4) })),
      )?.standing,
    ).toBe('few');
  });
});

/** A place in the triangle, each as likely as any other. */
function uniform(draw: () => number): [number, number, number] {
  const [a, b] = [draw(), draw()].sort((one, other) => one - other) as [number, number];
  return [a, b - a, 1 - b];
}

it('two shapes that say the same are found whichever corner is which; two that do not are not', () => {
  const draw = seeded(9);
  const other = named('next-time');
  const alike = rows(60, () => {
    const [top, left, right] = shares(draw);
    return { changes: at(top, left, right), 'next-time': at(right, top, left) };
  });
  expect(sameness(triad, other, alike)).toMatchObject({ keys: ['changes', 'next-time'], placed: 60 });
  expect(sameness(triad, other, alike).rv).toBeCloseTo(1, 9);
  expect(sameness(triad, other, alike.slice(0, 19)).rv).toBeNull();
  const apart = rows(200, () => ({ changes: at(...shares(draw)), decisions: { right: draw(), by: 'touch' } }));
  expect(sameness(triad, named('decisions'), apart).rv).toBeLessThan(0.1);
});

it('one story far out on both shapes makes them no likeness', () => {
  const draw = seeded(3);
  const near = (): [number, number, number] => {
    const [top, left] = [0.3 + 0.04 * (draw() - 0.5), 0.3 + 0.04 * (draw() - 0.5)];
    return [top, left, 1 - top - left];
  };
  const all = rows(20, (index) => {
    const [one, two] = index === 7 ? [at(0, 1, 0), at(0, 1, 0)] : [at(...near()), at(...near())];
    return { changes: one, 'next-time': two };
  });
  expect(sameness(triad, named('next-time'), all).rv).toBeLessThan(0.3);
});

const report = (signifiers: readonly Signifier[], all: readonly Answered[]) => finished(pilotReport(signifiers, all, seeded(1)));

describe('the report', () => {
  it('has every signifier in order; of nobody it concludes nothing', () => {
    const none = report(ccplFramework.signifiers, []);
    expect(none.map(({ key }) => key)).toEqual(ccplFramework.signifiers.map(({ key }) => key));
    expect(new Set(none.flatMap(({ na, skipped, piles }) => [na, skipped, ...(piles ? [piles.standing] : [])]))).toEqual(new Set(['few']));
  });

  it('calls out effects only where they are large and chance seldom makes one, among all that were looked at', () => {
    const draw = seeded(11);
    const all = rows(
      300,
      (index) => ({ changes: at(...shares(draw)), ...(index % 2 ? { decisions: { right: 0.5, by: 'touch' as const } } : {}) }),
      (index) => ({ order: index % 2 ? ['decisions', 'changes'] : ['changes', 'decisions'], rotations: { changes: index % 3 } }),
    );
    const [changes, decisions] = report([triad, named('decisions')], all);
    expect([changes?.order?.standing, changes?.rotation?.standing, decisions?.order?.standing]).toEqual(['fine', 'fine', 'flagged']);
    expect(report([triad, named('decisions')], all)).toEqual([changes, decisions]);
  });
});
