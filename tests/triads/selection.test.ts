import { describe, expect, it } from 'vitest';
import type { Answers } from '../../triads/answers/answer.ts';
import { columnsFrom } from '../../triads/columns/from-rows.ts';
import type { Signifier } from '../../triads/framework/framework.ts';
import { planePoint } from '../../triads/geometry/coordinates.ts';
import { rowsWhere } from '../../triads/patterns/rows.ts';
import {
  type Clause,
  type Condition,
  inverted,
  sourcesOf,
  toggled,
  waveSource,
  withClause,
  withoutSource,
} from '../../triads/selection/clause.ts';
import { LinkedSelection } from '../../triads/selection/linked-selection.ts';
import { isWithin, thinned } from '../../triads/selection/polygon.ts';
import { readClauses, writeClauses } from '../../triads/selection/written.ts';

const text = { en: 'text' };
const common = { about: 'story' as const, question: text, short: text };
const signifiers: Signifier[] = [
  { ...common, key: 'focus', kind: 'triad', corners: { top: text, left: text, right: text } },
  { ...common, key: 'decisions', kind: 'dyad', poles: { left: text, right: text } },
  {
    ...common,
    key: 'board',
    kind: 'stones',
    axes: { x: { name: text, low: text, high: text }, y: { name: text, low: text, high: text } },
    stones: [
      { key: 'before', label: text },
      { key: 'now', label: text },
    ],
  },
  {
    ...common,
    key: 'felt',
    kind: 'choice',
    several: false,
    options: [
      { key: 'good', label: text },
      { key: 'bad', label: text },
    ],
  },
];
const waves = ['spring', 'autumn'];

function story(wave: string, answers: Answers, readable = true) {
  return { readable, week: '2026-W08', wave, answers };
}
const columns = columnsFrom(signifiers, [
  story('spring', {
    focus: { top: 0.8, left: 0.1, right: 0.1, by: 'mouse' },
    decisions: { right: 0.9, by: 'keys' },
    felt: { options: ['good'] },
  }),
  story('autumn', {
    focus: { top: 0.8, left: 0.1, right: 0.1, by: 'choice' },
    decisions: { right: 0.2, by: 'keys' },
    felt: { options: ['bad'] },
  }),
  story('autumn', { focus: { na: true }, decisions: { right: 0.6, by: 'touch' }, felt: { options: ['good'] } }, false),
  story('autumn', { board: { stones: { before: { na: true }, now: { x: 0.25, y: 0.75 } }, by: 'touch' } }),
]);
const linked = new LinkedSelection(columns);
const chosen = (...clauses: Clause[]) => [...linked.rowsOf(clauses)];

describe('a selection', () => {
  it('is every story while there is no clause', () => {
    expect(chosen()).toEqual([0, 1, 2, 3]);
  });
  it('takes several values of one clause as or, several clauses as and', () => {
    expect(chosen({ kind: 'options', signifier: 'felt', options: ['good', 'bad'] })).toEqual([0, 1, 2]);
    expect(chosen({ kind: 'options', signifier: 'felt', options: ['good'] }, { kind: 'waves', waves: ['autumn'] })).toEqual([2]);
  });
  it('finds placements in a range, both ends in it, and never a story that was not placed', () => {
    expect(chosen({ kind: 'range', signifier: 'decisions', from: 0.6, to: 1 })).toEqual([0, 2]);
    expect(chosen({ kind: 'range', signifier: 'decisions', from: 0, to: 1 })).toEqual([0, 1, 2]);
  });
  it('finds answers in words by zone, and only placements by area', () => {
    const aroundTop = [planePoint(0.3, 0.5), planePoint(0.7, 0.5), planePoint(0.5, 0.9)];
    expect(chosen({ kind: 'zones', signifier: 'focus', zones: ['top'] })).toEqual([0, 1]);
    expect(chosen({ kind: 'area', signifier: 'focus', polygon: aroundTop })).toEqual([0]);
  });
  it('finds a story by any of its stones, and not by one that does not apply', () => {
    expect(chosen({ kind: 'box', signifier: 'board', x: [0.2, 0.3], y: [0.7, 0.8] })).toEqual([3]);
    expect(chosen({ kind: 'box', signifier: 'board', x: [0, 0.1], y: [0, 0.1] })).toEqual([]);
  });
  it('leaves a plot unfiltered by its own clause', () => {
    linked.set([
      { kind: 'range', signifier: 'decisions', from: 0.5, to: 1 },
      { kind: 'waves', waves: ['autumn'] },
    ]);
    expect([...linked.rows()]).toEqual([2]);
    expect([...linked.rows('decisions')]).toEqual([1, 2, 3]);
    expect([...linked.rows(waveSource)]).toEqual([0, 2]);
    expect([...linked.rows('felt')]).toEqual([2]);
  });
  it('turns a condition round: every other story, also those that were not placed', () => {
    const high: Condition = { kind: 'range', signifier: 'decisions', from: 0.6, to: 1 };
    expect(chosen(inverted(high))).toEqual([1, 3]);
    expect(inverted(inverted(high))).toEqual(high);
  });
  it('takes any of several conditions, and leaves their plots unfiltered by them', () => {
    const any: Clause = {
      kind: 'any',
      of: [
        { kind: 'options', signifier: 'felt', options: ['bad'] },
        { kind: 'box', signifier: 'board', stone: 'now', x: [0.2, 0.3], y: [0.7, 0.8] },
      ],
    };
    expect(chosen(any)).toEqual([1, 3]);
    linked.set([any, { kind: 'waves', waves: ['autumn'] }]);
    expect([...linked.rows('board')]).toEqual([1, 2, 3]);
    expect(sourcesOf(any)).toEqual(new Set(['felt', 'board']));
    expect(chosen({ kind: 'box', signifier: 'board', stone: 'before', x: [0, 1], y: [0, 1] })).toEqual([]);
  });
  it('holds nowhere on a signifier the columns do not have', () => {
    expect(chosen({ kind: 'range', signifier: 'unknown', from: 0, to: 1 })).toEqual([]);
    expect(chosen({ kind: 'zones', signifier: 'unknown', zones: ['top'] })).toEqual([]);
  });
  it('counts waves, and readable stories, among the chosen', () => {
    linked.set([]);
    expect(linked.waves()).toEqual(
      new Map([
        ['autumn', 3],
        ['spring', 1],
      ]),
    );
    expect([...rowsWhere(linked.rows(), columns.readable)]).toEqual([0, 1, 3]);
  });
});

describe('clauses', () => {
  const spring: Clause = { kind: 'waves', waves: ['spring'] };
  const good: Clause = { kind: 'options', signifier: 'felt', options: ['good'] };
  it('are one per source: a new one takes the place of the former', () => {
    const bad: Clause = { ...good, options: ['bad'] };
    expect(withClause([good, spring], bad)).toEqual([bad, spring]);
    expect(withClause([good], spring)).toEqual([good, spring]);
    expect(withoutSource([good, spring], waveSource)).toEqual([good]);
  });
  it('switch a value on and off', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('a polygon', () => {
  it('holds what is inside it, by even and odd', () => {
    const square = [planePoint(0, 0), planePoint(1, 0), planePoint(1, 1), planePoint(0, 1)];
    expect(isWithin(square, planePoint(0.5, 0.5))).toBe(true);
    expect(isWithin(square, planePoint(1.5, 0.5))).toBe(false);
    expect(isWithin([], planePoint(0, 0))).toBe(false);
    expect(isWithin(square.slice(0, 2), planePoint(0.5, 0))).toBe(false);
  });
  it('is thinned to the corners that shape it', () => {
    const drawn = [planePoint(0, 0), planePoint(0.5, 0.001), planePoint(1, 0), planePoint(1, 0.12345)];
    expect(thinned(drawn)).toEqual([planePoint(0, 0), planePoint(1, 0), planePoint(1, 0.123)]);
    expect(thinned([])).toEqual([]);
    const around = Array.from({ length: 100 }, (_, step) => planePoint(Math.cos(step / 16), Math.sin(step / 16)));
    const few = thinned(around);
    expect(few.length).toBeLessThan(40);
    expect(isWithin(few, planePoint(0, 0))).toBe(true);
  });
});

describe('an address', () => {
  it('carries every kind of clause there and back', () => {
    const clauses: Clause[] = [
      { kind: 'waves', waves: ['spring', 'autumn'] },
      { kind: 'area', signifier: 'focus', polygon: [planePoint(0.1, 0.2), planePoint(0.3, 0.2), planePoint(0.2, 0.4)] },
      { kind: 'range', signifier: 'decisions', from: 0.6, to: 1 },
      { kind: 'box', signifier: 'board', x: [0.1, 0.2], y: [0.3, 0.4] },
      { kind: 'options', signifier: 'felt', options: ['good'] },
    ];
    const lasso = {
      kind: 'area' as const,
      signifier: 'board',
      polygon: [planePoint(-0.1, 0.2), planePoint(0.3, 0.2), planePoint(0.2, 1.1)],
    };
    for (const clause of [lasso, { ...lasso, stone: 'now' }])
      expect(readClauses(writeClauses([clause]), signifiers, waves)).toEqual([clause]);
    expect(readClauses(writeClauses(clauses), signifiers, waves)).toEqual(clauses);
    const zone: Clause = { kind: 'zones', signifier: 'focus', zones: ['top', 'centre'] };
    expect(readClauses(writeClauses([zone]), signifiers, waves)).toEqual([zone]);
    const more: Clause[] = [
      { kind: 'weeks', from: '2026-W08', to: '2026-W12' },
      { kind: 'box', signifier: 'board', stone: 'now', x: [0.1, 0.2], y: [0.3, 0.4], not: true },
      {
        kind: 'any',
        of: [
          { ...zone, not: true },
          { kind: 'waves', waves: ['spring'] },
        ],
      },
      { kind: 'any', of: [zone, { kind: 'range', signifier: 'decisions', from: 0, to: 0.2 }] },
    ];
    const address = new URLSearchParams(writeClauses(more)).toString();
    expect(readClauses(new URLSearchParams(address), signifiers, waves)).toEqual(more);
  });
  it('leaves out what does not fit the collection', () => {
    const damaged: [string, string][] = [
      ['waves', 'winter'],
      ['on.felt', 'ugly'],
      ['on.decisions', '0.9~0.1'],
      ['on.decisions', 'x~y'],
      ['on.focus', 'area:0,0~1,1'],
      ['on.focus', 'area:0,0~1,x~1,1'],
      ['on.focus', 'zone:nowhere'],
      ['on.board', '0~1'],
      ['on.gone', 'good'],
      ['view', 'numbers'],
      ['weeks', '2026-W12~2026-W08'],
      ['weeks', 'spring'],
      ['on.board', 'later@0~1,0~1'],
      ['on.board', 'later@area:0,0~1,0~1,1'],
      ['on.board', 'area:0,0~1,1'],
      ['any', 'on.gone=good|'],
      ['any', ''],
    ];
    expect(readClauses(damaged, signifiers, waves)).toEqual([]);
    expect(readClauses([['any', 'on.gone=good|on.felt=bad']], signifiers, waves)).toEqual([
      { kind: 'options', signifier: 'felt', options: ['bad'] },
    ]);
  });
});
