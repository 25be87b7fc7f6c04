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

/** Takes a name for as long as this page lives; false where another page has it. */
export function hold(name: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = navigator.locks.request(`storyfield ${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
    held.catch(() => resolve(true));
  });
}
