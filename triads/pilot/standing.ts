/** What a pilot says of one thing: nothing to see to, something to look at, or too few answers to say either. */
export type Standing = 'fine' | 'flagged' | 'few';

/** Below these nothing is concluded: of all asked, of times, of each group that is compared, of pairs, of placements. Our own choice. */
export const fewest = { asked: 20, times: 8, group: 10, pairs: 10, placements: 20 } as const;

/** An effect is called out where chance alone would show one as large in fewer than this share of shuffles, after adjusting for how many were looked at. */
export const chance = 0.05;
export const shuffles = 999;
