import type { Box, Mark } from '../plate.ts';
import type { Plot } from '../shown.ts';
import type { Measure } from '../wrap.ts';
import { drawChoice } from './choice.ts';
import { drawDyad } from './dyad.ts';
import { drawStones } from './stones.ts';
import { drawTriad } from './triad.ts';

/** Any plot, drawn in a box. @param threshold below which counts are said as "<n" */
export function drawPlot(plot: Plot, box: Box, measure: Measure, threshold: number): Mark[] {
  switch (plot.kind) {
    case 'triad':
      return drawTriad(plot, box, measure);
    case 'dyad':
      return drawDyad(plot, box, measure);
    case 'stones':
      return drawStones(plot, box, measure);
    case 'choice':
      return drawChoice(plot, box, measure, threshold);
  }
}
