/** Few placements are shown as they are, over bins too faint to be read as a pattern. */
export const fewest = 30;

/** The height of a histogram's room, in stories, at least: one story alone is no tower. */
export const lowest = 4;

/** Cells a side: fewer where fewer placements would leave most cells with one. */
export function cellsFor(placed: number): number {
  return placed <= fewest ? 6 : placed <= 120 ? 8 : 12;
}
