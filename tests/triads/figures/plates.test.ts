import { expect, it } from 'vitest';
import { ccplFramework } from '../../../server/demonstration/collections.ts';
import { type Columns, quantum, stateCode } from '../../../triads/columns/columns.ts';
import { dataOf } from '../../../triads/figures/data.ts';
import { drawPlot } from '../../../triads/figures/draw/plot.ts';
import { drawTriad } from '../../../triads/figures/draw/triad.ts';
import type { Asked } from '../../../triads/figures/from-columns/asked.ts';
import { panelsOf } from '../../../triads/figures/from-columns/panels.ts';
import { pathName, pathPanel } from '../../../triads/figures/from-columns/path.ts';
import { inks } from '../../../triads/figures/inks.ts';
import { layTriad } from '../../../triads/figures/layout/triad-layout.ts';
import { type Figure, platesOf } from '../../../triads/figures/page.ts';
import { type Mark, type Plate, page, plate } from '../../../triads/figures/plate.ts';
import type { Panel } from '../../../triads/figures/shown.ts';
import { svgOf } from '../../../triads/figures/svg.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { planePoint } from '../../../triads/geometry/coordinates.ts';
import { drawnColumns, drawnFrom } from '../columns-drawn.ts';

/** As wide as Inter's letters are on average, and a little more. */
const measure = (text: string) => text.length * 0.58;
const { signifiers } = ccplFramework;

const views: Record<Exclude<Signifier['kind'], 'text'>, string[]> = {
  triad: ['bins', 'hexagons', 'points', 'zones', 'contours', 'groups', 'overlaid', 'difference'],
  dyad: ['bins', 'ridges', 'boxes', 'points', 'groups'],
  stones: ['bins', 'each', 'squares', 'groups'],
  choice: ['bins', 'beside', 'stacked'],
};
const compares = ['groups', 'overlaid', 'difference', 'beside', 'stacked'];

function columnsOf(stories: number): Columns {
  return drawnColumns(signifiers, stories, drawnFrom(11), { weeks: ['2026-W01'], waves: ['spring'], onLines: 0.2 });
}

/** What a view of a signifier shows of these stories; every third is chosen where no groups are compared. */
function askedFor(view: string, stories: number): Asked {
  const rows = Uint32Array.from({ length: stories }, (_, row) => row);
  const group = (words: string, nth: number) => ({ key: `group-${nth}`, words, rows: rows.filter((row) => row % 3 === nth) });
  const names = ['Acute hospital, wards and emergency', 'Hospice', 'Care home'];
  const isGrouped = compares.includes(view);
  return {
    view: view === 'overlaid' ? 'groups' : view,
    language: 'en-GB',
    rows,
    chosen: isGrouped ? null : rows.filter((row) => row % 3 === 0),
    before: null,
    groups: isGrouped ? names.map(group) : [],
    isOverlaid: view === 'overlaid',
  };
}

function figureWith(panels: readonly Panel[], more: Partial<Figure> = {}): Figure {
  return {
    title: 'Where did this happen?',
    view: 'Bins',
    selection: 'Midlands · Autumn',
    saved: 'Nurses',
    panels,
    key: [],
    parts: null,
    notes: [],
    source: 'Storyfield · CCPL pulse · 520 stories',
    date: '22 November 2026',
    isInvented: true,
    language: 'en-GB',
    threshold: 5,
    ...more,
  };
}

const one = { key: 'all', words: '', base: 'of 40 placed' };

const textsOf = ({ marks }: Plate) => marks.filter((mark) => mark.kind === 'text');

/** The box of a line of text. */
function boxOf({ words, x, y, size, anchor, isUpright }: Extract<Mark, { kind: 'text' }>) {
  const length = measure(words) * size;
  const from = anchor === 'start' ? 0 : anchor === 'middle' ? -length / 2 : -length;
  return isUpright
    ? { left: x - size, right: x, top: y - from - length, bottom: y - from }
    : { left: x + from, right: x + from + length, top: y - size, bottom: y + size * 0.25 };
}

it('a board takes two pages, plots on one and bars on the other, with every label whole and on the page', () => {
  const columns = columnsOf(400);
  const panels = signifiers.flatMap((signifier) => {
    const found = panelsOf(signifier, columns, { ...askedFor('bins', 400), isSmall: true });
    return (found?.panels ?? []).map((panel) => ({ ...panel, key: signifier.key, words: signifier.key }));
  });
  const plates = platesOf(figureWith(panels), measure);
  expect(plates).toHaveLength(2);
  for (const made of plates) {
    for (const text of textsOf(made)) {
      const { left, right, bottom } = boxOf(text);
      expect([left >= 0, right <= page.width, bottom <= page.height]).toEqual([true, true, true]);
    }
  }
  expect(textsOf(plates[1] as Plate).map(({ words }) => words)).toEqual(
    expect.arrayContaining(['Midlands', 'Very positive', 'Acute hospital']),
  );
});

it('every view makes plates that hold, of no story, one, ten and many, with all its texts on the page', () => {
  for (const stories of [0, 1, 10, 400]) {
    const columns = columnsOf(stories);
    const seen = new Set<string>();
    for (const signifier of signifiers) {
      const isAnother = seen.has(signifier.kind) && stories < 400;
      if (signifier.kind === 'text' || isAnother) continue;
      seen.add(signifier.kind);
      for (const view of views[signifier.kind]) {
        const found = panelsOf(signifier, columns, askedFor(view, stories));
        const name = `${signifier.key} ${view} ${stories}`;
        expect([name, found === null]).toEqual([name, false]);
        const title = signifier.question['en-GB'] ?? '';
        for (const made of platesOf(figureWith(found?.panels ?? [], { ...found, title }), measure)) {
          expect([name, plate.safeParse(made).error?.message]).toEqual([name, undefined]);
          const outside = textsOf(made).filter((mark) => {
            const { left, right, top, bottom } = boxOf(mark);
            return left < 0 || right > page.width || top < 0 || bottom > page.height;
          });
          expect([name, outside.map(({ words }) => words)]).toEqual([name, []]);
          const said = textsOf(made).map(({ words }) => words);
          expect(said).toEqual(expect.arrayContaining(['Storyfield · CCPL pulse · 520 stories · Invented data', '22 November 2026']));
          expect(said.join(' ')).toContain('saved view “Nurses”');
          expect(svgOf([made])).not.toMatch(/NaN|undefined|Infinity/);
        }
      }
    }
  }
});

it('every view that speaks of a choice draws the chosen', () => {
  const columns = columnsOf(400);
  for (const signifier of signifiers) {
    if (signifier.kind === 'text') continue;
    for (const view of views[signifier.kind]) {
      const asked = askedFor(view, 400);
      const { panels = [] } = (asked.chosen && panelsOf(signifier, columns, asked)) || {};
      const drawn = panels.map(({ plot }) => JSON.stringify(drawPlot(plot, { x: 0, y: 0, width: 500, height: 500 }, measure, 5)));
      expect([signifier.key, view, drawn.every((marks) => marks.includes(inks.chosen))]).toEqual([signifier.key, view, true]);
    }
  }
});

it('a known placement lands where d3-ternary puts it', () => {
  // ternary-conventions.json: d3-ternary has (0.2, 0.3, 0.5) at (0.17320508, 0.2) from the middle, circumradius 1, y downwards.
  const box = { x: 100, y: 50, width: 600, height: 560 };
  const corners = { top: 'Top', left: 'Left', right: 'Right' };
  const point = planePoint(0.5 + 0.2 / 2, (0.2 * Math.sqrt(3)) / 2);
  const marks = drawTriad(
    { kind: 'triad', corners, layers: [{ kind: 'points', whose: 'all', name: 'stories', points: [point] }] },
    box,
    measure,
  );
  const { side, origin } = layTriad(box.width, box.height, corners, measure).triangle;
  const radius = side / Math.sqrt(3);
  const middle = { x: box.x + origin.x + side / 2, y: box.y + origin.y - radius / 2 };
  const [x = 0, y = 0] = marks.find((mark) => mark.kind === 'dots')?.at ?? [];
  expect((x - middle.x) / radius).toBeCloseTo(0.17320508, 2);
  expect((y - middle.y) / radius).toBeCloseTo(0.2, 2);
});

it('corner labels, however long, touch neither the triangle nor each other', () => {
  const long = 'through a long conversation between people who know the patient and each other well';
  for (const [width, height] of [
    [220, 480],
    [420, 480],
    [760, 480],
    [760, 200],
  ] as const) {
    const { triangle, labels } = layTriad(width, height, { top: long, left: long, right: long }, measure);
    const { top, left, right } = labels;
    const apex = triangle.origin.y - (triangle.side * Math.sqrt(3)) / 2;
    expect(top.at.y + (top.lines.length - 1) * top.lineHeight).toBeLessThan(apex);
    for (const label of [left, right]) expect(label.at.y - label.size).toBeGreaterThanOrEqual(triangle.origin.y);
    expect(left.at.x + left.width / 2).toBeLessThan(right.at.x - right.width / 2);
  }
});

it('100,000 points make a file of less than two megabytes', () => {
  const stories = 100_000;
  const columns = columnsOf(stories);
  const [signifier] = signifiers.filter(({ kind }) => kind === 'triad');
  const column = columns.triads.get(signifier?.key ?? '');
  column?.state.fill(stateCode.placed);
  for (let row = 0; row < stories; row++) {
    // Spread evenly: nothing lies on anything else.
    const [a, b] = [Math.sqrt((row * 0.754877) % 1), (row * 0.56984) % 1];
    column?.top.set([Math.round((1 - a) * quantum)], row);
    column?.right.set([Math.floor(a * b * quantum)], row);
  }
  const found = signifier && panelsOf(signifier, columns, { ...askedFor('points', stories), chosen: null });
  const plates = platesOf(figureWith(found?.panels ?? []), measure);
  expect(svgOf(plates).length).toBeLessThan(2_000_000);
  expect(plate.safeParse(plates[0]).success).toBe(true);
});

it('counts that a workshop lead may not see are drawn as held back, and named in a table as "<n"', () => {
  const panel: Panel = {
    key: 'all',
    words: '',
    group: null,
    numbers: '40 placed',
    plot: {
      kind: 'triad',
      corners: { top: 'Top', left: 'Left', right: 'Right' },
      layers: [{ kind: 'cells', cut: 'triangles', side: 2, counts: [12, 'small', 'hidden', 0], chosen: null, darkest: 12 }],
    },
  };
  const [made] = platesOf(
    figureWith([panel], { parts: { head: 'Zones', groups: [one], rows: [{ words: 'Top', counts: ['small'], of: [40] }] } }),
    measure,
  );
  expect(made?.marks.some((mark) => mark.kind === 'path' && mark.fill === '#eceae4')).toBe(true);
  expect(made && textsOf(made).map(({ words }) => words)).toContain('<5');
  expect(JSON.stringify(made)).not.toContain('NaN');
});

it('of few no percentage is printed, on the page or beside it; of more each is', () => {
  const percentages = (view: string, kind: Signifier['kind'], stories: number) => {
    const signifier = signifiers.find((one) => one.kind === kind);
    const found = signifier && panelsOf(signifier, columnsOf(stories), askedFor(view, stories));
    const parts = {
      head: 'Zones',
      groups: [one],
      rows: [
        { words: 'the middle', counts: [Math.floor(stories / 2)], of: [stories] },
        { words: 'time', counts: [Math.ceil(stories / 2)], of: [stories] },
      ],
    };
    const plates = platesOf(figureWith(found?.panels ?? [], { parts }), measure);
    return plates.flatMap(({ marks }) => marks).some((mark) => mark.kind === 'text' && mark.words.includes('%'));
  };
  for (const [view, kind] of [
    ['zones', 'triad'],
    ['bins', 'choice'],
    ['beside', 'choice'],
    ['stacked', 'choice'],
  ] as const)
    expect([view, percentages(view, kind, 29), percentages(view, kind, 200)]).toEqual([view, false, true]);
});

it('over time the way of the middle stands before the waves, which are in zones where zones are looked at', () => {
  const columns = columnsOf(400);
  const asked = { ...askedFor('groups', 400), isInZones: true };
  for (const kind of ['triad', 'dyad', 'stones'] as const) {
    const signifier = signifiers.find((one) => one.kind === kind);
    const path = signifier && pathPanel(signifier, columns, asked.groups, asked);
    const waves = (signifier && panelsOf(signifier, columns, asked)?.panels) ?? [];
    if (!path) throw new Error(`a ${kind} has no way`);
    if (kind === 'triad')
      expect(waves.map(({ plot }) => plot.kind === 'triad' && plot.layers[0]?.kind)).toEqual(['zones', 'zones', 'zones']);
    const plates = platesOf(figureWith([path, ...waves]), measure);
    expect(plates.map((made) => plate.safeParse(made).success)).toEqual([true]);
    const texts = plates.flatMap(textsOf).map(({ words }) => words);
    expect(texts).toContain(pathName(signifier as Signifier));
    if (kind !== 'dyad') expect(texts).toEqual(expect.arrayContaining(['1', '2', '3']));
    const data = dataOf([path], 5);
    expect([kind, data.rows.length]).toEqual([kind, kind === 'stones' ? 9 : 3]);
  }
});

it('what stands side by side has the whole width, with the parts of each side under it, and as many in its table', () => {
  const asked = askedFor('groups', 400);
  const parts = {
    head: 'Zones',
    groups: asked.groups.map(({ key, words }) => ({ key, words, base: 'of 130 placed' })),
    rows: ['top', 'the middle'].map((words, nth) => ({ words, counts: [61 + nth, 40, 29], of: [130, 130, 130] })),
  };
  for (const count of [2, 3, 4]) {
    for (const kind of ['triad', 'stones', 'dyad'] as const) {
      const signifier = signifiers.find((one) => one.kind === kind);
      const groups = Array.from({ length: count }, (_, nth) => ({
        ...(asked.groups[nth % 3] as (typeof asked.groups)[number]),
        key: `${nth}`,
      }));
      const found = signifier && panelsOf(signifier, columnsOf(400), { ...asked, groups });
      const notes = ['A story can be in several sides; nothing here tests whether they differ.'];
      const [made, ...others] = platesOf(figureWith(found?.panels ?? [], { parts, notes }), measure);
      expect(others).toEqual([]);
      const texts = made ? textsOf(made) : [];
      const table = texts.find(({ words }) => words === 'the middle');
      const numbers = texts.filter(({ words }) => words.includes('placed ·'));
      const lowest = Math.max(...numbers.map(({ y }) => y));
      expect([kind, count, Number(table?.y) > lowest, Number(table?.y) < page.height - 60]).toEqual([kind, count, true, true]);
      // The plots begin under the head, and not somewhere in the middle of the page.
      expect(Math.min(...texts.filter(({ words }) => words === 'Hospice').map(({ y }) => y))).toBeLessThan(140);
    }
  }
  const { columns, rows } = dataOf([], 5, parts);
  expect(columns).toEqual(['group', 'group_label', 'part', 'placed']);
  expect(rows).toHaveLength(6);
  expect(rows[1]).toEqual(['group-0', 'Acute hospital, wards and emergency', 'the middle', 62]);
});

it('the parts of more groups than a page has room for beside them stand on a page of their own', () => {
  const groups = Array.from({ length: 7 }, (_, nth) => ({ key: `${nth}`, words: `Region ${nth}`, base: 'of 40 placed' }));
  const parts = { head: 'Zones', groups, rows: [{ words: 'the middle', counts: groups.map((_, nth) => nth), of: groups.map(() => 40) }] };
  const triad = signifiers.find(({ kind }) => kind === 'triad');
  const found = triad && panelsOf(triad, columnsOf(400), askedFor('bins', 400));
  const plates = platesOf(figureWith(found?.panels ?? [], { parts }), measure);
  expect(plates).toHaveLength(2);
  expect(plates.map((made) => textsOf(made).some(({ words }) => words === 'Region 6'))).toEqual([false, true]);
});
