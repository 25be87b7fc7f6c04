import type { ScreenPoint } from '../../geometry/coordinates.ts';
import { apart } from '../apart.ts';
import { inks } from '../inks.ts';
import { type Mark, tenth, text, through } from '../plate.ts';

/** One step of a way, with its number among all steps there could be. */
interface Step {
  nth: number;
  at: Pick<ScreenPoint, 'x' | 'y'>;
  fill: string;
  shape: number;
}

/** The way from step to step, each with its number, set apart from the others. */
export function wayMarks(steps: readonly Step[], line: string): Mark[] {
  const ats = steps.map(({ at }) => at);
  const names = apart(ats, 15);
  return [
    ...(steps.length > 1 ? [{ kind: 'path', d: through(ats), stroke: line, width: 1.3 } satisfies Mark] : []),
    ...steps.map(
      ({ at, fill, shape }): Mark => ({ kind: 'dots', shape, area: 60, at: [tenth(at.x), tenth(at.y)], fill, opacity: 1, rim: inks.ink }),
    ),
    ...names.map(({ x, y }, index) =>
      text(`${steps[index]?.nth ?? ''}`, x, y + 4.5, 12.5, { anchor: 'middle', weight: 'strong', fill: inks.ink }),
    ),
  ];
}
