import { place } from '../parts/place.svelte.ts';

/** The ways in which all triads of the board can be drawn, the first by default. */
export const boardViews = [
  { key: 'bins', words: 'bins' },
  { key: 'hexagons', words: 'hexagons' },
  { key: 'points', words: 'points' },
  { key: 'zones', words: 'zones' },
] as const;

/** How the address asks for triads on the board. */
export function triadsAs(): (typeof boardViews)[number]['key'] {
  const asked = place.query.get('triads');
  return boardViews.find(({ key }) => key === asked)?.key ?? 'bins';
}

/** Whether the address asks every plot to say what it shows. */
export const hasSentences = () => place.query.get('says') === 'on';
