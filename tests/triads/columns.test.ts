import { columnFromArray, tableFromColumns, tableFromIPC, tableToIPC, uint32, utf8 } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../triads/answers/answer.ts';
import { ArrowReader, arrowSteps, fromArrow, toArrow } from '../../triads/columns/arrow.ts';
import { joinBytes } from '../../triads/columns/bytes.ts';
import { stateCode } from '../../triads/columns/columns.ts';
import { columnsFrom, type StoryRow } from '../../triads/columns/from-rows.ts';
import { dequantise, quantise, quantiseTriad } from '../../triads/columns/quantise.ts';
import { joinRows, pickRows, sliceRows } from '../../triads/columns/rows.ts';
import type { Signifier } from '../../triads/framework/framework.ts';

const words = { 'en-GB': 'words' };
const common = { about: 'story', question: words, short: words } as const;
const axis = { name: words, low: words, high: words };
const named = (...keys: string[]) => keys.map((key) => ({ key, label: words }));
const signifiers: Signifier[] = [
  { ...common, key: 'energy', kind: 'triad', corners: { top: words, left: words, right: words } },
  { ...common, key: 'pace', kind: 'dyad', poles: { left: words, right: words } },
  { ...common, key: 'people', kind: 'stones', axes: { x: axis, y: axis }, stones: named('me', 'team') },
  { ...common, key: 'role', kind: 'choice', options: named('nurse', 'doctor', 'other'), several: false, other: 'other' },
  { ...common, key: 'feelings', kind: 'choice', options: named('calm', 'cross', 'glad'), several: true },
  { ...common, key: 'advice', kind: 'text', limit: 500 },
];
const row = (answers: Answers, rest: Partial<StoryRow> = {}): StoryRow => ({
  readable: true,
  week: '2025-W07',
  wave: 'first',
  answers,
  ...rest,
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const by = fc.constantFrom('touch', 'mouse', 'keys', 'choice');
const na = fc.constant({ na: true } as const);
const stone = fc.option(fc.oneof(na, fc.record({ x: share, y: share })), { nil: undefined });
const given = {
  energy: fc.tuple(share, share, by).map(([a, b, by]) => ({ top: Math.min(a, b), left: Math.abs(a - b), right: 1 - Math.max(a, b), by })),
  pace: fc.record({ right: share, by }),
  people: fc
    .record({ me: stone, team: stone, by })
    .map(({ by, ...laid }) => ({ stones: Object.fromEntries(Object.entries(laid).flatMap(([key, at]) => (at ? [[key, at]] : []))), by })),
  role: fc.constantFrom('nurse', 'doctor', 'other').map((option) => ({ options: [option] })),
  feelings: fc.subarray(['calm', 'cross', 'glad'], { minLength: 1 }).map((options) => ({ options })),
  advice: fc.constant({ text: 'words' }),
};
const stories: fc.Arbitrary<StoryRow[]> = fc.array(
  fc.record({
    readable: fc.boolean(),
    week: fc.constantFrom('2024-W52', '2025-W01', '2025-W07'),
    wave: fc.constantFrom('first', 'zweite Welle ☂'),
    answers: fc
      .record(Object.fromEntries(Object.entries(given).map(([key, answer]) => [key, fc.option(fc.oneof(answer, na), { nil: undefined })])))
      .map((answers) => Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)) as Answers),
  }),
  { maxLength: 40 },
);

describe('quantising', () => {
  it('rounds half up and keeps the ends and the borders of zones', () => {
    expect([0, 0.5, 1, 0.2, 0.6].map(quantise)).toEqual([0, 32768, 65535, 13107, 39321]);
    expect([13107, 39321].map(dequantise)).toEqual([0.2, 0.6]);
  });

  it('comes back within half a step', () => {
    fc.assert(
      fc.property(share, (value) => {
        expect(Math.abs(dequantise(quantise(value)) - value)).toBeLessThanOrEqual(0.5 / 65535 + 1e-12);
      }),
    );
  });

  it('never lets top and right pass the whole', () => {
    expect(quantiseTriad(0.5, 0.5)).toEqual([32768, 32767]);
    fc.assert(
      fc.property(share, (top) => {
        const [quantisedTop, quantisedRight] = quantiseTriad(top, 1 - top);
        expect(quantisedTop + quantisedRight).toBeLessThanOrEqual(65535);
      }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d', (value) => expect(() => quantise(value)).toThrow(RangeError));
});

describe('columns of stories', () => {
  it('keep placed, chosen, not applicable and skipped apart', () => {
    const columns = columnsFrom(signifiers, [
      row({ energy: { top: 0.2, left: 0.5, right: 0.3, by: 'touch' } }),
      row({ energy: { top: 0.8, left: 0.1, right: 0.1, by: 'choice' } }),
      row({ energy: { na: true } }),
      row({}),
    ]);
    expect([...(columns.triads.get('energy')?.state ?? [])]).toEqual([0, 1, 2, 3]);
    expect([...(columns.triads.get('energy')?.top ?? [])]).toEqual([13107, 52428, 0, 0]);
  });

  it('give each stone a state of its own', () => {
    const columns = columnsFrom(signifiers, [
      row({ people: { stones: { me: { x: 1, y: 0 } }, by: 'keys' } }),
      row({ people: { stones: { me: { na: true }, team: { x: 0, y: 1 } }, by: 'mouse' } }),
      row({ people: { na: true } }),
    ]);
    const { placed, na, skipped } = stateCode;
    const people = columns.stones.get('people');
    expect([...(people?.state ?? [])]).toEqual([placed, placed, na]);
    expect([...(people?.stones.get('me')?.state ?? [])]).toEqual([placed, na, na]);
    expect([...(people?.stones.get('team')?.state ?? [])]).toEqual([skipped, placed, na]);
  });

  it('sort weeks and waves, so that they do not tell the order of arrival', () => {
    const columns = columnsFrom(signifiers, [row({}, { week: '2025-W07' }), row({}, { week: '2024-W52' })]);
    expect(columns.week.values).toEqual(['2024-W52', '2025-W07']);
    expect([...columns.week.codes]).toEqual([1, 0]);
  });

  it('refuse an answer of another kind, an unknown option and an unknown stone', () => {
    expect(() => columnsFrom(signifiers, [row({ energy: { right: 0.5, by: 'touch' } })])).toThrow(
      'the answer to "energy" is not one to a triad',
    );
    expect(() => columnsFrom(signifiers, [row({ pace: { top: 1, left: 0, right: 0, by: 'touch' } })])).toThrow('"pace"');
    expect(() => columnsFrom(signifiers, [row({ role: { options: ['porter'] } })])).toThrow('"role"');
    expect(() => columnsFrom(signifiers, [row({ people: { stones: { them: { x: 0, y: 0 } }, by: 'touch' } })])).toThrow('"people"');
  });

  it('leave out answers to other signifiers', () => {
    expect(columnsFrom([], [row({ energy: { na: true } })]).triads.size).toBe(0);
  });
});

describe('rows of columns', () => {
  it('are joined as if they had been one, and picked in any order', () => {
    fc.assert(
      fc.property(stories, stories, fc.nat(), (some, more, turn) => {
        const joined = joinRows(signifiers, [columnsFrom(signifiers, some), columnsFrom(signifiers, more)]);
        const all = [...some, ...more];
        expect(joined).toEqual(columnsFrom(signifiers, all));
        const order = all.map((_, index) => (index + turn) % all.length);
        const picked = pickRows(joined, order);
        const told = columnsFrom(
          signifiers,
          order.map((index) => all[index] as StoryRow),
        );
        expect({ ...picked, week: [], wave: [] }).toEqual({ ...told, week: [], wave: [] });
      }),
    );
  });

  it('say of what a part was not asked that it was not asked, never that it was skipped', () => {
    const [energy, , people] = signifiers as [Signifier, Signifier, Extract<Signifier, { kind: 'stones' }>];
    const fewer = [{ ...people, stones: named('me') }];
    const older = columnsFrom(fewer, [row({ people: { na: true } }, { wave: 'a' })]);
    const newer = columnsFrom([energy, people], [row({}, { wave: 'b' })]);
    const joined = joinRows([energy, people], [older, newer]);
    const { unasked, na, skipped } = stateCode;
    expect([...(joined.triads.get('energy')?.state ?? [])]).toEqual([unasked, skipped]);
    expect([...(joined.stones.get('people')?.state ?? [])]).toEqual([na, skipped]);
    expect([...(joined.stones.get('people')?.stones.get('team')?.state ?? [])]).toEqual([unasked, skipped]);
    expect(joined.wave).toEqual({ codes: Uint16Array.of(0, 1), values: ['a', 'b'] });
  });
});

describe('the Arrow body', () => {
  const placed = columnsFrom(signifiers, [
    row({
      energy: { top: 0.2, left: 0.5, right: 0.3, by: 'touch' },
      pace: { right: 0, by: 'keys' },
      people: { stones: { me: { x: 1, y: 0 }, team: { na: true } }, by: 'mouse' },
      role: { options: ['doctor'] },
      feelings: { options: ['calm', 'glad'] },
    }),
    row({ pace: { na: true } }, { readable: false }),
  ]);
  const body = toArrow(placed);

  it('names its columns as the API describes them', () => {
    expect(tableFromIPC(body).names).toEqual([
      ...['story', 'readable', 'week', 'wave', 'energy.state', 'energy.top', 'energy.right', 'pace.state', 'pace.right'],
      ...['people.state', 'people.me.state', 'people.me.x', 'people.me.y', 'people.team.state', 'people.team.x', 'people.team.y'],
      ...['role.state', 'role', 'feelings.state', 'feelings.calm', 'feelings.cross', 'feelings.glad', 'advice.state'],
    ]);
  });

  it('says null where there is no value, never zero', () => {
    const [first, second] = tableFromIPC(body).toArray();
    expect(first).toMatchObject({ story: 0, readable: true, 'pace.right': 0, 'people.me.y': 0, 'people.team.x': null, role: 'doctor' });
    expect(first).toMatchObject({ 'feelings.calm': true, 'feelings.cross': false, 'advice.state': 'skipped' });
    expect(second).toMatchObject({ story: 1, readable: false, 'pace.state': 'na', 'pace.right': null, 'energy.top': null, role: null });
    expect(second).toMatchObject({ 'feelings.calm': null, 'feelings.state': 'skipped', week: '2025-W07' });
  });

  it('comes back as the columns it was made of', () => {
    fc.assert(
      fc.property(stories, (rows) => {
        const columns = columnsFrom(signifiers, rows);
        expect(fromArrow(toArrow(columns), signifiers)).toEqual(columns);
      }),
    );
  });

  it.each([0, 1, 2])('comes back with %d stories of which nothing was answered', (length) => {
    const columns = columnsFrom(
      signifiers,
      Array.from({ length }, () => row({})),
    );
    expect(fromArrow(toArrow(columns), signifiers)).toEqual(columns);
  });

  it('is read from the middle of a larger buffer', () => {
    const larger = new Uint8Array(body.length + 3);
    larger.set(body, 3);
    expect(fromArrow(larger.subarray(3), signifiers)).toEqual(placed);
  });

  it('is read in pieces cut anywhere, and what has come can be drawn', () => {
    const columns = columnsFrom(
      signifiers,
      Array.from({ length: 20_000 }, (_, index) => row({ pace: { right: (index % 1000) / 999, by: 'keys' } })),
    );
    const whole = toArrow(columns);
    const reader = new ArrowReader(signifiers);
    const seen: number[] = [];
    for (let at = 0; at < whole.length; at += 40_001) {
      if (!reader.push(whole.subarray(at, at + 40_001))) continue;
      const { soFar } = reader;
      seen.push(soFar?.length ?? 0);
      expect(soFar).toEqual(sliceRows(columns, 0, soFar?.length ?? 0));
    }
    expect(reader.stories).toBe(20_000);
    expect(seen.length).toBeGreaterThan(2);
    expect(reader.end()).toEqual(columns);
  });

  it('is refused when a step is missing or comes twice', () => {
    const columns = columnsFrom(
      signifiers,
      Array.from({ length: 20_000 }, () => row({})),
    );
    const [head, first, second, third] = [...arrowSteps(columns)] as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const read =
      (...steps: Uint8Array[]) =>
      () =>
        fromArrow(joinBytes(steps), signifiers);
    expect(read(head, first, third)).toThrow('is not its row number');
    expect(read(head, first, first, third)).toThrow('is not its row number');
    expect(read(head, first, second)).toThrow('cut short');
    expect(read(head, first, second, third)()).toEqual(columns);
  });

  it('is refused when cut short at any 16th byte, or by one', () => {
    for (let length = 0; length < body.length; length += 16) {
      expect(() => fromArrow(body.slice(0, length), signifiers), `${length} bytes`).toThrow('cannot read this pattern body');
    }
    expect(() => fromArrow(body.slice(0, -1), signifiers)).toThrow('cut short');
  });

  it('is refused when it goes on after its end, or is something else', () => {
    expect(() => fromArrow(new Uint8Array([...body, 0]), signifiers)).toThrow('goes on after its end');
    expect(() => fromArrow(new TextEncoder().encode('{"type": "about:blank"}'), signifiers)).toThrow('not a stream of Arrow messages');
    expect(() => fromArrow(new Uint8Array([255, 255, 255, 255, 248, 255, 255, 255]), signifiers)).toThrow('length below 0');
  });

  it('is refused when a column is missing or of another type', () => {
    const bytes = (columns: Parameters<typeof tableFromColumns>[0]) => {
      const table = tableFromColumns(columns);
      table.schema.metadata = new Map([['stories', '1']]);
      return tableToIPC(table, { format: 'stream' }) ?? new Uint8Array();
    };
    expect(() => fromArrow(toArrow(columnsFrom([], [row({})])), signifiers)).toThrow('there is no column "energy.state"');
    expect(() => fromArrow(bytes([['story', columnFromArray([0], uint32())]]), [])).toThrow('there is no column "readable"');
    expect(() => fromArrow(bytes([['story', columnFromArray(['0'], utf8())]]), [])).toThrow('"story" is of another type');
    expect(() => fromArrow(bytes([['story', columnFromArray([1], uint32())]]), [])).toThrow('row 0 of "story" is not its row number');
  });

  it('is refused when it contradicts itself', () => {
    const contradicting = columnsFrom(signifiers, [row({ energy: { top: 0.5, left: 0, right: 0.5, by: 'touch' } })]);
    contradicting.triads.get('energy')?.right.fill(65535);
    expect(() => fromArrow(toArrow(contradicting), signifiers)).toThrow('shares of "energy" sum to more than 1');
  });

  it('cannot be made when two columns would have one name', () => {
    const week: Signifier = { ...common, key: 'week', kind: 'choice', options: named('a', 'b'), several: false };
    expect(() => toArrow(columnsFrom([week], []))).toThrow('two columns would have the name "week"');
  });
});
