/** What the browser keeps with each address: which visit it belongs to, and its number there. */
export interface Entry {
  visit: number;
  at: number;
}

/** The addresses of a visit, each at its number. */
export type Trail = ReadonlyMap<number, string>;

const kept = 'storyfield.trail';
/** Longer than anybody undoes. */
const most = 200;

/** The trail of a visit that this tab kept, so that a reload forgets no step; empty where it kept none, or another visit's. */
export function keptTrail(visit: number): Trail {
  try {
    const { visit: of, trail } = JSON.parse(sessionStorage.getItem(kept) ?? '{}');
    return new Map(of === visit ? trail : []);
  } catch {
    return new Map();
  }
}

/** Keeps it for as long as the tab is open. Addresses say keys and numbers, never what a participant wrote. */
export function keepTrail(visit: number, trail: Trail): void {
  try {
    sessionStorage.setItem(kept, JSON.stringify({ visit, trail: [...trail].slice(-most) }));
  } catch {
    // Where nothing can be kept, undo ends at a reload.
  }
}
