/** Does something alone among all pages of the form and its worker, where the browser gives locks: with no storage it may refuse them. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return work();
  };
  try {
    return await (navigator.locks ? navigator.locks.request(`storyfield ${name}`, begin) : begin());
  } catch (error) {
    if (hasBegun) throw error;
    return work();
  }
}

/** Does something under a name that no other page has taken; passes over it where one has. */
export async function whereFree(name: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  // Where the browser refuses locks it refuses storage too: then there is nothing of another page's to spare.
  await navigator.locks.request(`storyfield ${name}`, { ifAvailable: true }, (lock) => lock && work()).catch(() => {});
}

/** How long a name is waited for, in milliseconds: a page that was just closed, or one that looks what is to be erased, gives it back soon. */
const patience = 1000;

const held = new Map<string, () => void>();

/** Takes a name for as long as this page is shown; false where another page has it. */
export function hold(name: string): Promise<boolean> {
  if (!navigator.locks || held.has(name)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const asked = navigator.locks.request(`storyfield ${name}`, { signal: waiting.signal }, () => {
      resolve(true);
      return new Promise<void>((letGo) => held.set(name, letGo));
    });
    asked.catch(() => resolve(!waiting.signal.aborted));
    setTimeout(() => waiting.abort(), patience);
  });
}

/** Gives back what this page took: a phone that keeps it to be gone back to would keep the names taken. */
export function letGo(): void {
  for (const give of held.values()) give();
  held.clear();
}
