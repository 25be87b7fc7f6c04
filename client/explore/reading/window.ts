/** What of a long list is there, and how much room the rest takes. */
export interface Shown {
  /** Each with the room kept above it. */
  pages: { page: number; above: number }[];
  /** The room kept below the last. */
  below: number;
  /** How high a page is that has not been measured. */
  mean: number;
}

/** Before the first is measured. */
const guess = 2600;
/** Browsers lay out no more than some 17 million pixels: pages of a longer list stand closer until they are seen. */
const highest = 15_000_000;

/**
 * The pages in sight and their neighbours, and one that is kept wherever it is.
 * @param heights of the pages measured so far, in pixels
 * @param sight the part of the list that can be seen, from its top
 */
export function shownPages(
  count: number,
  heights: ReadonlyMap<number, number>,
  sight: { from: number; to: number },
  kept: number | null,
): Shown {
  const all = [...heights.values()].reduce((sum, height) => sum + height, 0);
  const mean = Math.min(heights.size ? all / heights.size : guess, highest / Math.max(1, count));
  const heightOf = (page: number) => heights.get(page) ?? mean;
  let [first, last, top] = [count - 1, 0, 0];
  for (let page = 0; page < count; page++) {
    const end = top + heightOf(page);
    if (end > sight.from && first > page) first = page;
    if (top < sight.to) last = page;
    top = end;
  }
  const isShown = (page: number) => (page >= first - 1 && page <= last + 1) || page === kept;
  const pages: Shown['pages'] = [];
  let room = 0;
  for (let page = 0; page < count; page++) {
    if (isShown(page)) {
      pages.push({ page, above: room });
      room = 0;
    } else room += heightOf(page);
  }
  return { pages, below: room, mean };
}
