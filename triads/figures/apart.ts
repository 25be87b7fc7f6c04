interface At {
  x: number;
  y: number;
}

/** Where the names of a path's steps stand: so far from each step, away from the middle of all, so that steps close together keep theirs apart. */
export function apart(steps: readonly At[], distance: number): At[] {
  const middle = (of: 'x' | 'y') => steps.reduce((sum, step) => sum + step[of], 0) / steps.length;
  const [x, y] = [middle('x'), middle('y')];
  return steps.map((step) => {
    const far = Math.hypot(step.x - x, step.y - y);
    const [dx, dy] = far < 1e-6 ? [0, -1] : [(step.x - x) / far, (step.y - y) / far];
    return { x: step.x + dx * distance, y: step.y + dy * distance };
  });
}
