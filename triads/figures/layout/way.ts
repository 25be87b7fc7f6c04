interface At {
  x: number;
  y: number;
}

/** The number of a step: its middle, and where it stands away from its step, the line that leads there. */
export interface StepNumber extends At {
  leader: readonly [from: At, to: At] | null;
}

/** How large the mark of a step is: the first and the last stand out from those between them. */
export const stepRadius = (step: number, steps: number) => (step === steps - 1 ? 4 : step === 0 ? 3.4 : 2.4);

const [wide, high] = [13, 15];
const distances = [13, 18, 24, 32, 42, 54];
const angles = Array.from({ length: 24 }, (_, nth) => (nth / 24) * 2 * Math.PI);
/** From here on a line leads from a number to its step. */
const close = 15;

/**
 * Where the numbers of the steps stand on one or several ways: as near as may be, but on no other number, mark or line, so that steps that lie close
 * together are told apart.
 */
export function stepNumbers(ways: readonly (readonly At[])[]): StepNumber[][] {
  const marks = ways.flat();
  const lines = ways.flatMap((steps) => steps.slice(1).map((to, nth) => [steps[nth] ?? to, to] as const));
  const placed: At[] = [];
  return ways.map((steps) => {
    const middle = middleOf(steps);
    return steps.map((step) => {
      const away = Math.atan2(step.y - middle.y, step.x - middle.x);
      const badness = (at: At, distance: number, angle: number) =>
        (placed.some((other) => Math.abs(other.x - at.x) < wide && Math.abs(other.y - at.y) < high) ? 200 : 0) +
        (marks.some((mark) => Math.abs(mark.x - at.x) < wide / 2 + 4 && Math.abs(mark.y - at.y) < high / 2 + 4) ? 60 : 0) +
        lines.filter((line) => fromLine(at, line) < 7).length * 12 +
        distance +
        (1 - Math.cos(angle - away)) * 4;
      let best = { at: step, bad: Number.POSITIVE_INFINITY, distance: 0 };
      for (const distance of distances) {
        for (const angle of angles) {
          const at = { x: step.x + Math.cos(angle) * distance, y: step.y + Math.sin(angle) * distance };
          const bad = badness(at, distance, angle);
          if (bad < best.bad) best = { at, bad, distance };
        }
      }
      placed.push(best.at);
      return { ...best.at, leader: best.distance > close ? [towards(best.at, step, 7), towards(step, best.at, 5)] : null };
    });
  });
}

/** Small heads in the middle of the stretches between steps, which say where the way goes; where steps lie close there is no room for one. */
export function wayHeads(steps: readonly At[]): [At, At, At][] {
  return steps.slice(1).flatMap((to, nth): [At, At, At][] => {
    const from = steps[nth] ?? to;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < 22) return [];
    const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const tip = { x: (from.x + to.x) / 2 + 3.5 * x, y: (from.y + to.y) / 2 + 3.5 * y };
    const back = (side: number) => ({ x: tip.x - 7 * x + side * 3 * y, y: tip.y - 7 * y - side * 3 * x });
    return [[tip, back(1), back(-1)]];
  });
}

function middleOf(steps: readonly At[]): At {
  const mean = (of: 'x' | 'y') => steps.reduce((sum, step) => sum + step[of], 0) / Math.max(1, steps.length);
  return { x: mean('x'), y: mean('y') };
}

/** The point so far from one on the way to another. */
function towards(from: At, to: At, distance: number): At {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
}

function fromLine(at: At, [from, to]: readonly [At, At]): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const along = Math.min(1, Math.max(0, ((at.x - from.x) * x + (at.y - from.y) * y) / (x * x + y * y || 1)));
  return Math.hypot(at.x - from.x - along * x, at.y - from.y - along * y);
}
