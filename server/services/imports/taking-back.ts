import type { Database } from '../../database/connection.ts';
import { record } from '../../repositories/audit.ts';
import type { Import, Imports } from '../../repositories/imports.ts';
import type { Stories } from '../../repositories/stories.ts';
import type { Ledger } from '../ledger.ts';

/** Stories that go in one transaction. */
const pageSize = 200;

/**
 * Takes an import back: each of its stories goes as in a withdrawal, for good, from a restored backup too. Page by page, so that
 * nobody waits; what a stopped server left is gone on with.
 */
export class TakingBack {
  readonly #database: Database;
  readonly #rooms: { imports: Imports; stories: Stories; ledger: Ledger };
  readonly #now: () => Date;

  constructor(database: Database, rooms: { imports: Imports; stories: Stories; ledger: Ledger }, now: () => Date) {
    this.#database = database;
    this.#rooms = rooms;
    this.#now = now;
  }

  /** @param goesOn asked before each page; false leaves the rest to be gone on with */
  async all({ id, collectionId, personId, file, stories: brought, takenBack }: Import, goesOn: () => boolean): Promise<void> {
    const { imports, stories, ledger } = this.#rooms;
    for (let gone = 0; goesOn(); ) {
      const ids = await imports.storiesOf(id, collectionId, pageSize);
      if (!ids.length) break;
      await stories.changing(collectionId, async (tx) => {
        const receipts = await stories.receiptsOf(tx, collectionId, ids);
        ledger.append(...receipts.map(({ receipt }) => ({ receipt, scopes: [] })));
        await stories.forget(tx, collectionId, ids);
      });
      gone += ids.length;
      await imports.setProgress(id, Math.min(999, Math.floor((1000 * gone) / (brought ?? gone))), this.#now().toISOString());
    }
    if (!goesOn()) return;
    await this.#database.scrub();
    const at = this.#now();
    await this.#database.db.transaction().execute(async (tx) => {
      if (!(await imports.turn(id, ['taking-back'], 'taken-back', { progress: 1000 }, tx))) return;
      const details = { import: id, file, stories: brought ?? 0, reason: takenBack?.reason ?? '' };
      const by = takenBack?.by === undefined ? personId : takenBack.by;
      await record(tx, { at, personId: by, action: 'import.take-back', subject: collectionId, details });
    });
  }
}
