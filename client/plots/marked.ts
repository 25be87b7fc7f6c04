import type { Rows } from '../../triads/patterns/rows.ts';

/** The open story, where it is among the stories that a plot draws; no other plot may ring it. */
export function markedAmong(mark: number | null, ...drawn: readonly Rows[]): number | null {
  return mark !== null && drawn.some((rows) => rows.includes(mark)) ? mark : null;
}
