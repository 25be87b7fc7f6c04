import type { Draft } from '../../../../triads/framework/framework.ts';

/** What is not saved yet, the tag of the draft that it was written over, and when it was kept. */
export interface Unsaved {
  tag: string;
  document: Draft;
  at: number;
}

const shelf = 'storyfield draft';
/** A page that was just closed may hold its name for a moment longer, in milliseconds. */
const letGo = 400;

/**
 * What one page keeps in this browser of a draft, for one person, until the server has it. It belongs to the page that holds its
 * name: what a closed page left is taken up by the next one, and what another open page writes is left to that page.
 */
export class LocalCopy {
  readonly #shelf: string;
  #name: string;
  #release = () => {};

  constructor(person: string, framework: string) {
    this.#shelf = `${shelf} ${person} ${framework} `;
    this.#name = this.#shelf + crypto.randomUUID();
  }

  /** What a closed page left, the newest first; what is not worth taking up is forgotten. */
  async takeUp(isWorthIt: (unsaved: Unsaved) => boolean): Promise<Unsaved | null> {
    for (const name of namesOn(this.#shelf)) {
      const release = await hold(name);
      if (!release) continue;
      const unsaved = read(name);
      if (unsaved && isWorthIt(unsaved)) {
        [this.#name, this.#release] = [name, release];
        return unsaved;
      }
      forget(name);
      release();
    }
    this.#release = (await hold(this.#name)) ?? this.#release;
    return null;
  }

  /** Whether the browser keeps it: it may be full, or keep nothing at all. */
  keep(unsaved: Unsaved): boolean {
    try {
      localStorage.setItem(this.#name, JSON.stringify(unsaved));
      return true;
    } catch {
      return false;
    }
  }

  forget(): void {
    forget(this.#name);
  }

  /** Leaves what is kept to the next page. */
  leave(): void {
    this.#release();
  }
}

/** Whether this browser keeps anything that a person wrote and the server does not have. */
export const keepsUnsavedOf = (person: string): boolean => namesOn(`${shelf} ${person} `).length > 0;

/** Forgets all that a person wrote in this browser and did not save. */
export function forgetUnsavedOf(person: string): void {
  for (const name of namesOn(`${shelf} ${person} `)) forget(name);
}

function namesOn(shelf: string): string[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(shelf));
    return names.sort((one, other) => (read(other)?.at ?? 0) - (read(one)?.at ?? 0));
  } catch {
    return [];
  }
}

function read(name: string): Unsaved | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Switched off: there is nothing to forget.
  }
}

/** Takes a name that no open page has. @returns gives it back; null where a page has it */
function hold(name: string): Promise<(() => void) | null> {
  if (!navigator.locks) return Promise.resolve(() => {});
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  return new Promise((resolve) => {
    const taken = () => {
      resolve(release);
      return held;
    };
    navigator.locks.request(name, { signal: AbortSignal.timeout(letGo) }, taken).catch(() => resolve(null));
  });
}
