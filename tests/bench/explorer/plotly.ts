/// <reference lib="dom" />
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { quantum, stateCode } from '../../../triads/columns/columns.ts';
import { desk } from '../../browser/pages.ts';
import { collectionOf, signifiers } from './collection.ts';

interface Plotly {
  newPlot(into: string, traces: object[], layout: object): Promise<unknown>;
}

/** Milliseconds that Plotly takes to draw a triad's placements anew, each as a marker. */
export async function plotlyRedraw(browser: Browser, stories: number): Promise<number> {
  const column = collectionOf(stories, signifiers.slice(0, 1)).triads.get('triad-0');
  if (!column) throw new Error('there is no triad');
  const placed = [...column.state.keys()].filter((row) => column.state[row] === stateCode.placed);
  const [a, c] = [column.top, column.right].map((shares) => placed.map((row) => (shares[row] ?? 0) / quantum)) as [number[], number[]];
  const page = await browser.newPage(desk);
  try {
    await page.setContent('<div id="plot" style="width:600px;height:520px"></div>');
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('plotly.js-dist-min') });
    return await page.evaluate(
      async ({ a, c }) => {
        const { Plotly } = window as unknown as { Plotly: Plotly };
        const b = a.map((top, index) => 1 - top - (c[index] ?? 0));
        const from = performance.now();
        await Plotly.newPlot('plot', [{ type: 'scatterternary', mode: 'markers', a, b, c, marker: { size: 4 } }], { showlegend: false });
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
        return performance.now() - from;
      },
      { a, c },
    );
  } finally {
    await page.close();
  }
}
