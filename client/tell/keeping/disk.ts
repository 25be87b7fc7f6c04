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

/** Some browsers, asked for their database at a bad moment, answer late or never. */
const patience = 3000;

/** Keeps stories in the browser's database, each sealed; what was put survives the end of the browser. */
export class DiskShelf implements Shelf {
  #opened: (() => Promise<IDBPDatabase<Stored>>) | undefined;

  async all<S extends Stage>(...stages: S[]): Promise<Extract<Kept, { stage: S }>[]> {
    const rows = await this.#ask((database) => database.getAll('stories'));
    const opened = await Promise.allSettled(rows.filter(({ stage }) => stages.some((wanted) => wanted === stage)).map(unsealed<S>));
    // One that can no longer be read must not hide the others.
    return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  async get(id: string): Promise<Kept | undefined> {
    const row = await this.#ask((database) => database.get('stories', id));
    return row && unsealed(row);
  }

  async put(kept: Kept): Promise<void> {
    const row = await sealed(kept);
    await this.#write((stories) => {
      const isPut = stories.put(row);
      // A page that ends by now would take back what it has not committed.
      stories.transaction.commit();
      return isPut;
    });
  }

  async replace(kept: Kept, was: Stage): Promise<void> {
    const row = await sealed(kept);
    await this.#write(async (stories) => {
      if ((await stories.get(row.id))?.stage === was) await stories.put(row);
    });
  }

  remove(id: string): Promise<void> {
    return this.#write((stories) => stories.delete(id));
  }

  clear(): Promise<void> {
    return this.#write((stories) => stories.clear());
  }

  async #write(change: (stories: IDBPTransaction<Stored, ['stories'], 'readwrite'>['store']) => Promise<unknown>): Promise<void> {
    await this.#ask(async (database) => {
      const transaction = database.transaction('stories', 'readwrite', { durability: 'strict' });
      await Promise.all([change(transaction.store), transaction.done]);
    });
  }

  /** Asks the database; once more by a connection of its own where the one that was there has failed, as phones cut those of pages long unseen. */
  async #ask<T>(ask: (database: IDBPDatabase<Stored>) => Promise<T>): Promise<T> {
    const database = await this.#open();
    try {
      return await ask(database);
    } catch {
      database.close();
      this.#opened = undefined;
      return ask(await this.#open());
    }
  }

  #open(): Promise<IDBPDatabase<Stored>> {
    this.#opened ??= this.#connect();
    return this.#opened();
  }

  #connect(): () => Promise<IDBPDatabase<Stored>> {
    const forget = () => {
      this.#opened = undefined;
    };
    const connection = openDB<Stored>('storyfield', 1, {
      upgrade: (database) => void database.createObjectStore('stories', { keyPath: 'id' }),
      terminated: forget,
    });
    connection.catch(forget);
    const late = new Promise<never>((_, reject) => setTimeout(reject, patience, new Error('the database does not answer')));
    late.catch(() => {});
    // Once it is there it is used, however late it came.
    return () => Promise.race([connection, late]);
  }
}

async function sealed({ id, stage, touched, ...story }: Kept): Promise<Row> {
  return { id, stage, touched, ...(await seal(story)) };
}

async function unsealed<S extends Stage>({ id, stage, touched, ...sealed }: Row): Promise<Extract<Kept, { stage: S }>> {
  return { id, stage, touched, ...(await unseal<object>(sealed)) } as Extract<Kept, { stage: S }>;
}
