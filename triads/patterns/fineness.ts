/** The least number of placements that is not few. */
export const fewest = 30;

/** Few placements are shown as they are, over bins too faint to be read as a pattern, and counted and not in percent. */
export const areFew = (placed: number) => placed < fewest;

/** The height of a histogram's room, in stories, at least: one story alone is no tower. */
export const lowest = 4;

/** Cells a side: fewer where fewer placements would leave most cells with one. */
export function cellsFor(placed: number): number {
  return areFew(placed) ? 6 : placed <= 120 ? 8 : 12;
}
