import { setImmediate as turn } from 'node:timers/promises';

/**
 * Writes that arrive together are committed together, and each caller hears only after the commit. A batch gathers for as long
 * as every turn of the event loop brings more, so a lone write hardly waits and a crowd shares one sync to disk.
 * @param write commits a batch whole and answers each item in order; when it fails, every item of the batch fails
 * @param most the largest batch
 */
export function groupCommit<Item, Result>(write: (items: Item[]) => Promise<Result[]>, most = 500): (item: Item) => Promise<Result> {
  interface Waiting {
    item: Item;
    resolve: (result: Result) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let writing = false;

  /** Everything that the sockets hold now shares the batch. */
  async function gather(): Promise<void> {
    for (let seen = 0; waiting.length > seen && waiting.length < most; ) {
      seen = waiting.length;
      await turn();
    }
  }

  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length) {
      await gather();
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await write(batch.map(({ item }) => item)).then(
        (results) => {
          for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
        },
        (error) => {
          for (const { reject } of batch) reject(error);
        },
      );
    }
    writing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) drain();
    });
}
