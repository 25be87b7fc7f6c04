/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { opened } from './fixed.ts';
import { faultsOf } from './looking.ts';
import { phone } from './pages.ts';

const plots = (page: Page) => page.getByRole('dialog').locator('[data-triangle]');

/** The colour of the canvas at some shares of the nth triad drawn, or transparent: [red, green, blue, opacity]. */
function pixel(page: Page, [top, , right]: readonly number[], nth = 0): Promise<number[]> {
  return plots(page)
    .nth(nth)
    .evaluate(
      (surface, [top, right]) => {
        const [x = 0, y = 0, side = 0] = (surface as SVGElement).dataset.triangle?.split(' ').map(Number) ?? [];
        const canvas = surface.parentElement?.querySelector('canvas');
        const context = canvas?.getContext('2d');
        if (!canvas || !context) throw new Error('no canvas');
        const scale = devicePixelRatio;
        const [px, py] = [x + (right + top / 2) * side, y - ((top * Math.sqrt(3)) / 2) * side];
        return [...context.getImageData(Math.round(px * scale), Math.round(py * scale), 1, 1).data];
      },
      [top ?? 0, right ?? 0] as const,
    );
}

const isInked = async (page: Page, shares: readonly number[], nth = 0) => ((await pixel(page, shares, nth))[3] ?? 0) > 0;
const said = async (page: Page, nth = 0) => (await plots(page).nth(nth).getAttribute('aria-label')) ?? '';
const view = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

it('a triad is drawn as bins, hexagons, points, zones and contours, and a known placement lies where conventions put it', async () => {
  const { page, errors, path } = await opened();
  // d3-ternary puts (0.2, 0.3, 0.5) at (0.1732, 0.2) from the middle of a triangle of circumradius 1, y downwards.
  await page.goto(`${path}?plot=shaped&as=points`);
  await plots(page).waitFor();
  const found = await plots(page).evaluate((surface) => {
    const [x = 0, y = 0, side = 0] = (surface as SVGElement).dataset.triangle?.split(' ').map(Number) ?? [];
    const radius = side / Math.sqrt(3);
    const [px, py] = [x + side / 2 + 0.17320508 * radius, y - radius / 2 + 0.2 * radius];
    const context = surface.parentElement?.querySelector('canvas')?.getContext('2d');
    const inked = (dx: number) =>
      (context?.getImageData(Math.round((px + dx) * devicePixelRatio), Math.round(py * devicePixelRatio), 1, 1).data[3] ?? 0) > 0;
    return [inked(0), inked(-14), inked(14)];
  });
  expect(found).toEqual([true, false, false]);
  expect(await page.getByRole('dialog').getByText('1 placed: too few to speak of a centre').count()).toBe(1);

  await page.goto(`${path}?plot=changes`);
  const [spring, autumn, nowhere] = [
    [0.2, 0.3, 0.5],
    [0.6, 0.3, 0.1],
    [0.1, 0.1, 0.8],
  ];
  const drawnAs: Record<string, string> = {
    Bins: 'Triangular bins',
    Hexagons: 'Hexagonal bins',
    Contours: 'Contours around 25, 50, 75 and 95 in 100 stories',
  };
  for (const [name, words] of Object.entries(drawnAs)) {
    await view(page, name).click();
    await page.waitForFunction(
      (words) => document.querySelector('dialog [data-triangle]')?.getAttribute('aria-label')?.startsWith(words),
      words,
    );
    expect([name, await isInked(page, spring), await isInked(page, autumn), await isInked(page, nowhere)]).toEqual([
      name,
      true,
      true,
      false,
    ]);
    expect(await said(page)).toContain('Of 80 stories placed, 4 zones lead alike');
    expect(await page.getByRole('dialog').getByText('Contours can mislead.').count()).toBe(name === 'Contours' ? 1 : 0);
  }
  await view(page, 'Zones').click();
  await page.getByRole('dialog').locator('svg text', { hasText: ' %' }).first().waitFor();
  expect(await isInked(page, spring)).toBe(false);

  // Back and forward go through the views.
  await page.goBack();
  expect(await view(page, 'Contours').getAttribute('aria-pressed')).toBe('true');
  await page.goBack();
  await page.goBack();
  expect(new URL(page.url()).searchParams.get('as')).toBeNull();
  await page.goForward();
  expect(await view(page, 'Hexagons').getAttribute('aria-pressed')).toBe('true');
  expect(errors).toEqual([]);
}, 180_000);

it('a centre is drawn with its region from 30 placements on, and not where stories lie at two ends', async () => {
  const { page, path } = await opened();
  const centre = page.getByRole('dialog').locator('[data-centre]');
  await page.goto(`${path}?plot=changes&waves=spring`);
  await centre.waitFor();
  await page.getByRole('dialog').getByText('The centre of 40 placed is 20 % communication styles, 30 % ways of working, 50 %').waitFor();
  await page.goto(`${path}?plot=focus`);
  await page.getByRole('dialog').getByText('These stories lie at ends with few between them').waitFor();
  expect(await centre.count()).toBe(0);
  await page.goto(`${path}?plot=impact`);
  await page.getByRole('dialog').getByText('0 placed: too few to speak of a centre').waitFor();
  expect(await said(page)).toContain('No story is placed here.');
}, 180_000);

it('groups stand side by side on one scale, or over each other, and two are set against each other bin by bin', async () => {
  const { page, path, errors } = await opened();
  await page.goto(`${path}?plot=changes&as=groups`);
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-group="autumn"]').waitFor();
  const placed = (group: string) => dialog.locator(`[data-group="${group}"] .counts`).textContent();
  expect([await placed('spring'), await placed('autumn')]).toEqual([
    expect.stringContaining('40 placed'),
    expect.stringContaining('40 placed'),
  ]);
  const [spring, autumn] = [
    [0.2, 0.3, 0.5],
    [0.6, 0.3, 0.1],
  ];
  expect([await isInked(page, spring, 0), await isInked(page, autumn, 0)]).toEqual([true, false]);
  expect([await isInked(page, spring, 1), await isInked(page, autumn, 1)]).toEqual([false, true]);

  await dialog.getByLabel('Groups by').selectOption('region');
  await dialog.getByText('Few placed: Midlands (10). What differs there may be chance.').waitFor();
  await dialog.getByText('No story: East of England', { exact: false }).waitFor();
  await view(page, 'Over each other').click();
  await dialog.getByRole('button', { name: /Midlands 10/ }).waitFor();
  expect(new URL(page.url()).searchParams.toString()).toBe('plot=changes&as=groups&by=region&how=overlaid');
  // London's 69 have a centre, the 10 of the Midlands have none.
  expect(await dialog.locator('[data-centre]').count()).toBe(1);
  expect(await said(page)).toMatch(/^Groups over each other\. London: Of 69 .* Midlands: Of 10 stories placed/);
  await dialog.getByRole('button', { name: /London 69/ }).click();
  await page.waitForFunction(() => !document.querySelector('dialog [data-centre]'));
  expect(new URL(page.url()).searchParams.get('of')).toBe('midlands');
  await dialog.getByLabel('Groups by').selectOption('setting');
  await dialog.getByText('A story can stand in several of these groups.').waitFor();

  // More of autumn near the top, more of spring towards the right: opposite colours, and nothing where neither lies.
  await page.goto(`${path}?plot=changes&as=difference`);
  await dialog.getByText('more of Autumn').waitFor();
  const [[moreRed = 0, moreGreen = 0], [fewerRed = 0, fewerGreen = 0]] = [await pixel(page, autumn), await pixel(page, spring)];
  expect([moreGreen > moreRed, fewerRed > fewerGreen]).toEqual([true, true]);
  expect(await isInked(page, [0.1, 0.1, 0.8])).toBe(false);
  expect(await said(page)).toMatch(/^Difference of two groups\. Autumn has more than Spring at /);
  await dialog.getByLabel('More of').selectOption('spring');
  await page.waitForFunction(() =>
    document.querySelector('dialog [data-triangle]')?.getAttribute('aria-label')?.includes('Spring has more than Autumn'),
  );
  expect(new URL(page.url()).searchParams.get('of')).toBe('spring,autumn');

  // The same as a table, by the same groups.
  await view(page, 'Table').click();
  await dialog.locator('[data-part="top"]').waitFor();
  expect(await dialog.locator('thead').first().textContent()).toMatch(/Placed at.*Spring.*Autumn/);
  // With something chosen on another plot, groups are of those.
  await page.goto(`${path}?plot=changes&as=groups&on.region=midlands`);
  await dialog.getByText('Groups of the 10 stories chosen elsewhere.').waitFor();
  expect(errors).toEqual([]);
}, 180_000);

it('a dyad is drawn as ridgelines, boxes and points, by group, with few as points', async () => {
  const { page, path, errors } = await opened();
  const dialog = page.getByRole('dialog');
  const medians = (group: string) => dialog.locator(`[data-group="${group}"] [data-median]`).getAttribute('data-median');
  await page.goto(`${path}?plot=decisions&as=ridges`);
  await dialog.locator('[data-group="all"] .crest').waitFor();
  await dialog.getByLabel('Groups by').selectOption('WAVE');
  await dialog.locator('[data-group="autumn"] .crest').waitFor();
  expect([await medians('spring'), await medians('autumn')]).toEqual(['0.200', '0.800']);
  // The hill stands where its stories lie: highest over the median.
  const highest = (group: string) =>
    dialog.locator(`[data-group="${group}"] .crest`).evaluate((crest) => {
      const points = (crest.getAttribute('d') ?? '')
        .slice(1)
        .split('L')
        .map((point) => point.split(',').map(Number));
      const [x = 0] = points.reduce((best, point) => ((point[1] ?? 0) < (best[1] ?? 0) ? point : best));
      return x / (crest.closest('svg')?.clientWidth ?? 1);
    });
  expect(Math.abs((await highest('spring')) - 0.2)).toBeLessThan(0.03);
  expect(Math.abs((await highest('autumn')) - 0.8)).toBeLessThan(0.03);

  await view(page, 'Boxes').click();
  await dialog.locator('[data-group="spring"] .box').waitFor();
  expect(new URL(page.url()).searchParams.get('by')).toBe('WAVE');
  await dialog.getByLabel('Groups by').selectOption('region');
  await dialog.locator('[data-group="midlands"]').waitFor();
  expect(await dialog.locator('.box').count()).toBe(1);
  await view(page, 'Points').click();
  const inked = (share: number) =>
    dialog.locator('[data-group="midlands"] canvas').evaluate((canvas, share) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      const strip = context?.getImageData(Math.round(share * width) - 2, 0, 5, height).data ?? [];
      return strip.some((value, at) => at % 4 === 3 && value > 0);
    }, share);
  await page.waitForFunction(() =>
    document.querySelector('dialog [data-group="midlands"] svg[role="img"]')?.getAttribute('aria-label')?.startsWith('One point a story'),
  );
  expect([await inked(0.2), await inked(0.5), await inked(0.8)]).toEqual([true, false, false]);
  expect(await dialog.locator('[data-group="midlands"] svg[role="img"]').getAttribute('aria-label')).toBe(
    'One point a story, Midlands. Of 10 stories placed the median is 0.19, nearer “through a clear process or structure”; half lie between 0.18 and 0.21.',
  );
  expect(errors).toEqual([]);
}, 180_000);

it('stones are drawn all with their middles, each alone, and in squares', async () => {
  const { page, path, errors } = await opened();
  const dialog = page.getByRole('dialog');
  const canvases = dialog.locator('[data-canvas]');
  await page.goto(`${path}?plot=weighing`);
  await dialog.locator('[data-middle="1"]').waitFor();
  // The stone that nobody laid has no middle.
  expect(await dialog.locator('[data-middle]').count()).toBe(2);
  const isInked = (nth: number, x: number, y: number) =>
    canvases.nth(nth).evaluate(
      (surface, [x, y]) => {
        const [left = 0, top = 0, width = 0, height = 0] = (surface as SVGElement).dataset.canvas?.split(' ').map(Number) ?? [];
        const context = surface.parentElement?.querySelector('canvas')?.getContext('2d');
        const [px, py] = [left + x * width, top + (1 - y) * height].map((place) => Math.round(place * devicePixelRatio)) as [
          number,
          number,
        ];
        return (context?.getImageData(px, py, 1, 1).data[3] ?? 0) > 0;
      },
      [x, y] as const,
    );
  expect([await isInked(0, 0.25, 0.75), await isInked(0, 0.805, 0.2), await isInked(0, 0.5, 0.5)]).toEqual([true, true, false]);
  await view(page, 'Each stone').click();
  await dialog.locator('[data-group="unchanged"]').waitFor();
  expect([await isInked(0, 0.25, 0.75), await isInked(1, 0.25, 0.75)]).toEqual([true, false]);
  expect(await dialog.locator('[data-group="own-part"] .counts').textContent()).toContain('0 placed');
  await view(page, 'Bins').click();
  await page.waitForFunction(() => !document.querySelector('dialog [data-middle]'));
  // A square is filled to its border, where no point lies.
  expect([await isInked(0, 0.21, 0.79), await isInked(0, 0.35, 0.75)]).toEqual([true, false]);
  expect(errors).toEqual([]);
}, 180_000);

it('a choice is opened from its filter, as bars, side by side or stacked by group', async () => {
  const { page, path, errors } = await opened();
  const dialog = page.getByRole('dialog');
  await page.goto(path);
  await page.getByRole('button', { name: 'How it felt: enlarge' }).click();
  const cell = (option: string, nth: number) => dialog.locator(`[data-option="${option}"] td`).nth(nth).textContent();
  await dialog.locator('[data-option="positive"]').waitFor();
  expect(await cell('positive', 0)).toMatch(/40\s+50 %/);
  await view(page, 'Side by side').click();
  await dialog.locator('[data-group="autumn"]').waitFor();
  expect([await cell('positive', 0), await cell('positive', 1), await cell('negative', 1)]).toEqual([
    expect.stringMatching(/40\s+100 %/),
    expect.stringMatching(/0\s+0 %/),
    expect.stringMatching(/30\s+75 %/),
  ]);
  await view(page, 'Stacked').click();
  const bar = dialog.getByRole('img', {
    name: 'Autumn: Very positive 0, Positive 0, Neutral 10, Negative 30, Very negative 0, of 40 answered.',
  });
  await bar.waitFor();
  const widths = await bar.locator('[data-part]').evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
  expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(3, 1);
  // What can be answered several times over is not stacked.
  await page.goto(`${path}?plot=setting&as=stacked`);
  await dialog.getByText('Shares that add up to more than all stand side by side').waitFor();
  await dialog.getByRole('button', { name: 'Hospice' }).click();
  await dialog.getByText('40 of 80 stories').waitFor();
  expect(new URL(page.url()).searchParams.get('on.setting')).toBe('hospice');
  expect(errors).toEqual([]);
}, 180_000);

it('views are reached by keys alone, and none has a fault that axe finds or scrolls sideways', async () => {
  const { page, path } = await opened();
  await page.goto(`${path}?plot=changes`);
  await view(page, 'Bins').focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await view(page, 'Compare').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');

  for (const query of [
    'plot=decisions&as=ridges&by=region',
    'plot=decisions&as=boxes',
    'plot=feeling',
    'plot=setting&as=beside&by=region',
    'plot=feeling&as=stacked&by=region',
    'plot=weighing&as=squares',
    'plot=weighing&as=groups',
    'plot=changes&as=hexagons',
    'plot=changes&as=contours',
    'plot=changes&as=groups&by=region',
    'plot=changes&as=groups&by=region&how=overlaid',
    'plot=changes&as=difference',
    'plot=changes&as=table&by=region',
  ]) {
    for (const [viewport, colorScheme] of [
      [{ width: 1440, height: 900 }, 'light'],
      [phone.viewport, 'dark'],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(`${path}?${query}`);
      await page.getByRole('dialog').waitFor();
      const faults = (await faultsOf(page)).filter((fault) => !fault.startsWith('a target'));
      expect([query, viewport.width, colorScheme, faults]).toEqual([query, viewport.width, colorScheme, []]);
    }
  }
}, 240_000);
