import type { ScreenPoint } from '../../geometry/coordinates.ts';
import { inks } from '../inks.ts';
import { stepNumbers, stepRadius, wayHeads } from '../layout/way.ts';
import { closed, type Mark, tenth, text, through } from '../plate.ts';

/** One step of a way, with its number among all steps there could be. */
interface Step {
  nth: number;
  at: Pick<ScreenPoint, 'x' | 'y'>;
  fill: string;
  shape: number;
}

interface Way {
  steps: readonly Step[];
  line: string;
}

/** Ways from step to step, each with its number, set apart from all others. */
export function wayMarks(ways: readonly Way[]): Mark[] {
  const numbers = stepNumbers(ways.map(({ steps }) => steps.map(({ at }) => at)));
  const lines = ways.flatMap(({ steps, line }): Mark[] => {
    const ats = steps.map(({ at }) => at);
    const heads = wayHeads(ats).map(closed).join('');
    return [
      ...(steps.length > 1 ? [{ kind: 'path', d: through(ats), stroke: line, width: 1.3 } satisfies Mark] : []),
      ...(heads ? [{ kind: 'path', d: heads, fill: line } satisfies Mark] : []),
    ];
  });
  const marks = ways.flatMap(({ steps }) =>
    steps.map(({ at, fill, shape }, step): Mark => {
      const area = tenth(Math.PI * stepRadius(step, steps.length) ** 2);
      return { kind: 'dots', shape, area, at: [tenth(at.x), tenth(at.y)], fill, opacity: 1, rim: inks.ink };
    }),
  );
  const named = ways.flatMap(({ steps }, way) =>
    steps.flatMap(({ nth }, step): Mark[] => {
      const number = numbers[way]?.[step];
      if (!number) return [];
      return [
        ...(number.leader ? [{ kind: 'path', d: through(number.leader), stroke: inks.quiet, width: 0.9 } satisfies Mark] : []),
        text(`${nth}`, number.x, number.y + 4.5, 12.5, { anchor: 'middle', weight: 'strong', fill: inks.ink }),
      ];
    }),
  );
  return [...lines, ...marks, ...named];
}
