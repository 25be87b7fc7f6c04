import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Kept, Stage } from './kept.ts';
import { type Sealed, seal, unseal } from './sealing.ts';
import type { Shelf } from './shelf.ts';

/** What stands beside the sealed story is only what its erasing needs. */
interface Row extends Sealed {
  id: string;
  stage: Stage;
  touched: number;
}

interface Stored extends DBSchema {
  stories: { key: string; value: Row };
}

/** Some browsers, asked for their database at a bad moment, never answer. */
const patience = 3000;

/** Keeps stories in the browser's database, each sealed; what was put survives the end of the browser. */
export class DiskShelf implements Shelf {
  #database: Promise<IDBPDatabase<Stored>> | undefined;

  async all<S extends Stage>(...stages: S[]): Promise<Extract<Kept, { stage: S }>[]> {
    const rows = await (await this.#open()).getAll('stories');
    const opened = await Promise.allSettled(rows.filter(({ stage }) => stages.some((wanted) => wanted === stage)).map(unsealed<S>));
    // One that can no longer be read must not hide the others.
    return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  async get(id: string): Promise<Kept | undefined> {
    const row = await (await this.#open()).get('stories', id);
    return row && unsealed(row);
  }

  async put({ id, stage, touched, ...story }: Kept): Promise<void> {
    const row = { id, stage, touched, ...(await seal(story)) };
    await this.#write((stories) => stories.put(row));
  }

  remove(id: string): Promise<void> {
    return this.#write((stories) => stories.delete(id));
  }

  clear(): Promise<void> {
    return this.#write((stories) => stories.clear());
  }

  async #write(change: (stories: IDBPTransaction<Stored, ['stories'], 'readwrite'>['store']) => Promise<unknown>): Promise<void> {
    const transaction = (await this.#open()).transaction('stories', 'readwrite', { durability: 'strict' });
    await Promise.all([change(transaction.store), transaction.done]);
  }

  #open(): Promise<IDBPDatabase<Stored>> {
    this.#database ??= Promise.race([
      openDB<Stored>('storyfield', 1, {
        upgrade: (database) => void database.createObjectStore('stories', { keyPath: 'id' }),
        terminated: () => {
          this.#database = undefined;
        },
      }),
      new Promise<never>((_, reject) => setTimeout(reject, patience, new Error('the database does not answer'))),
    ]);
    return this.#database;
  }
}

async function unsealed<S extends Stage>({ id, stage, touched, ...sealed }: Row): Promise<Extract<Kept, { stage: S }>> {
  return { id, stage, touched, ...(await unseal<object>(sealed)) } as Extract<Kept, { stage: S }>;
}
