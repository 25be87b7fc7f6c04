import { addressOf, place } from '../../parts/place.svelte.ts';
import { readingName } from '../reading/reading-name.ts';

/** A stop of the tour: what it points at, by a selector, and what it says. */
export interface Step {
  at: string;
  title: string;
  words: string;
}

/** The name under which the address says which stop is shown, from 1. */
export const tourName = 'tour';

/** The board's address at the first stop: what is chosen stays so, what lies over the board is closed. */
export function tourAddress(): string {
  const query = new URLSearchParams(place.query);
  for (const name of ['plot', 'as', 'by', 'of', 'how', 'beside', 'view', readingName]) query.delete(name);
  query.set(tourName, '1');
  return addressOf(place.path, query);
}

export const steps: readonly Step[] = [
  {
    at: 'header .invented',
    title: 'These stories are invented',
    words: 'So you can try everything here. Each stands for a story somebody told on a phone, and then placed between a few answers.',
  },
  {
    at: '[data-plot]',
    title: 'A plot shows one question',
    words:
      'Its corners are the answers. A story lies nearer to what it was more about; where it is dark, many lie. The numbers beneath say how many.',
  },
  {
    at: '[data-facet^="region."], .facets',
    title: 'Choose some of the stories',
    words: 'Press a region here, or draw round part of a plot. The stories you chose turn orange, on every plot at once.',
  },
  {
    at: '[aria-label="What is chosen"]',
    title: 'What is chosen stands here',
    words: 'In words, with how many stories it holds. Take any part away, or go back in your browser to where you were.',
  },
  {
    at: '[data-plot] figcaption button',
    title: 'Look closer',
    words: 'Press a plot’s name to see it large: other ways to draw it, groups side by side, and a table. “Over time” shows what moved.',
  },
  {
    at: '[data-stories-bar], [aria-label="Stories"]',
    title: 'Read them',
    words:
      'Behind every pattern are stories. Those you chose are read here, as far as their tellers agreed to be read. Read before you conclude anything.',
  },
];

const kept = 'storyfield.shown-round';

/** Whether the tour was seen in this browser; where nothing can be kept, it counts as not. */
export function wasShownRound(): boolean {
  try {
    return localStorage.getItem(kept) !== null;
  } catch {
    return false;
  }
}

export function keepShownRound(): void {
  try {
    localStorage.setItem(kept, 'yes');
  } catch {
    // Then it is offered again.
  }
}
