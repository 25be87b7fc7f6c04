import { namesClause } from '../../../triads/selection/written.ts';
import { place } from '../../parts/place.svelte.ts';
import { closer } from '../kept/address.ts';

/** Which way along what was chosen in this visit. */
export type Way = 'undo' | 'redo';

/**
 * How many entries of the browser's history lie between now and the nearest at which something else was chosen, so that
 * undoing is going back and redoing going forward; null where there is none.
 */
export function stepsTo(way: Way): number | null {
  const by = way === 'undo' ? -1 : 1;
  const now = chosenIn(place.query);
  for (let far = by; ; far += by) {
    const there = place.stepped(far);
    if (there?.pathname !== place.path) return null;
    if (chosenIn(there.searchParams) !== now) return far;
  }
}

/** Whether the browser has yet to come where it was sent: until then it is counted from where it was. */
let isGoing = false;

/** Goes there; what is looked at more closely stays so. */
export function step(way: Way): void {
  const far = isGoing ? null : stepsTo(way);
  if (far === null) return;
  const looked = Object.fromEntries(closer.map((name) => [name, place.query.get(name)]));
  isGoing = true;
  const arrive = () => {
    isGoing = false;
    place.turn(looked, { replace: true });
  };
  addEventListener('popstate', arrive, { once: true });
  history.go(far);
}

/** Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo, but not what is being written. */
export function stepByKeys(event: KeyboardEvent): void {
  const isWriting = event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, [contenteditable]');
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
}

function chosenIn(query: URLSearchParams): string {
  return [...query].flatMap(([name, value]) => (namesClause(name) ? `${name}=${value}` : [])).join('&');
}
