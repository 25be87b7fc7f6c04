import type { Draft } from '../../../../triads/framework/framework.ts';

/** What could not be saved before its page was closed, and the tag of the draft that it was written over. */
export interface LeftBehind {
  tag: string;
  document: Draft;
}

const nameOf = (framework: string) => `storyfield draft ${framework}`;

/** Keeps in this browser what the server does not have yet; where the browser refuses, the page still asks before it is closed. */
export function leaveBehind(framework: string, left: LeftBehind): void {
  try {
    localStorage.setItem(nameOf(framework), JSON.stringify(left));
  } catch {
    // Full, or switched off.
  }
}

export function takeUp(framework: string): LeftBehind | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(framework)) ?? 'null');
  } catch {
    return null;
  }
}

export function forget(framework: string): void {
  try {
    localStorage.removeItem(nameOf(framework));
  } catch {
    // Switched off: there is nothing to forget.
  }
}
