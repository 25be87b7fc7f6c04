/** A canvas in three by three cells, for laying a stone by choosing words: low, in the middle or high on each axis. */
export const levels = ['low', 'middle', 'high'] as const;
export type Level = (typeof levels)[number];

export interface Cell {
  x: Level;
  y: Level;
}

/** Every cell as it is read on the canvas: from high to low, and from left to right. */
export const cells: readonly Cell[] = levels.toReversed().flatMap((y) => levels.map((x) => ({ x, y })));

/** The middle of a cell, 0…1 on each axis. */
export function middleOf({ x, y }: Cell): { x: number; y: number } {
  const middle = (level: Level) => (2 * levels.indexOf(level) + 1) / 6;
  return { x: middle(x), y: middle(y) };
}

/** The cell in whose middle a stone lies, or null where it lies anywhere else. */
export function cellAt(at: { x: number; y: number }): Cell | null {
  const isHere = (cell: Cell) => {
    const middle = middleOf(cell);
    return Math.hypot(middle.x - at.x, middle.y - at.y) < 1e-6;
  };
  return cells.find(isHere) ?? null;
}
