import { randomBytes, randomUUID } from 'node:crypto';
import { showCode } from '../../../triads/answers/crockford.ts';
import {
  type ExportEntry,
  type ExportPreview,
  type NewExport,
  type OutputCheck,
  type Reason,
  type RecalledRows,
  type RecallList,
  reason,
} from '../../contract/exports.ts';
import type { Grant } from '../../contract/staff.ts';
import { formatNamed, formatsFor } from '../../formats/exports/formats.ts';
import { problems } from '../../problems.ts';
import { record } from '../../repositories/audit.ts';
import type { Collection } from '../../repositories/collections.ts';
import type { Export } from '../../repositories/exports.ts';
import { storyNumber } from '../story-number.ts';
import { type ExportFile, Files, hashOf, type Rooms } from './files.ts';
import { admitted, type Gate, gateFor, gateOf, rulesOf } from './gates.ts';

/** Who takes something out, with the grants that let them. */
export interface Taker {
  person: { id: string; name: string };
  grants: Grant[];
}

const pageSize = 200;
/** So long the answer to making an export waits for it: most are whole by then. */
const patience = 1500;

/**
 * What leaves the house. An export is a definition and a row list, made in the background; its file is written anew for each download,
 * through the gate of its purpose, so that what was withdrawn since is gone from it.
 */
export class Exporting {
  readonly #rooms: Rooms;
  readonly #files: Files;
  readonly #now: () => Date;
  readonly #making = new Map<string, Making>();
  /** How many stories of an export are to be recalled, as long as no story changes. */
  readonly #recalls = new Map<string, { stamp: string; recalled: number }>();

  constructor(rooms: Rooms, now: () => Date) {
    this.#rooms = rooms;
    this.#files = new Files(rooms);
    this.#now = now;
  }

  /** How many stories an export would hold, and why the others are left out. */
  async preview(
    collection: Collection,
    { grants }: Taker,
    { purpose, view, options }: Pick<NewExport, 'purpose' | 'view' | 'options'>,
  ): Promise<ExportPreview> {
    const { ids, withoutWords, leftOut } = await this.#chosen(collection, gateFor(purpose, grants), view);
    return {
      stories: ids.length,
      withoutWords,
      leftOut,
      rules: rulesOf(purpose, options),
      formats: formatsFor(purpose).map(([name, { words }]) => ({ name, words })),
      days: collection.retention.exportDays,
    };
  }

  /**
   * Begins an export, and waits a moment for it.
   * @throws problems: not found, invalid format or view, not in this state where no story is in
   */
  async make(collection: Collection, { person, grants }: Taker, asked: NewExport): Promise<ExportEntry> {
    const { purpose, format, view, options } = asked;
    const gate = gateFor(purpose, grants);
    if (!formatNamed(format)?.purposes.includes(purpose)) throw problems.invalid([{ path: 'format', message: `is none for ${purpose}` }]);
    const { ids, leftOut, view: named } = await this.#chosen(collection, gate, view);
    if (!ids.length) throw problems.notInThisState('No story may be exported yet.');
    const at = this.#now();
    const made: Export = {
      id: randomUUID(),
      number: randomBytes(4).toString('hex').toUpperCase(),
      collectionId: collection.id,
      person: { id: person.id, name: person.name },
      purpose,
      format,
      region: gate.as === 'lead' ? gate.region : null,
      made: at.toISOString(),
      state: 'making',
      stories: ids.length,
      definition: {
        view: named,
        options,
        leftOut,
        patterns: purpose === 'publication' ? await this.#rooms.sharingOut.pattern(collection, null) : null,
      },
      until: new Date(at.getTime() + collection.retention.exportDays * 86_400_000).toISOString(),
      verdict: null,
    };
    await this.#rooms.database.db.transaction().execute(async (tx) => {
      await this.#rooms.exports.insert(tx, made);
      const details = { number: made.number, purpose, format, stories: ids.length };
      await record(tx, { at, personId: person.id, action: 'export.make', subject: made.id, details });
    });
    const making: Making = { here: 0, isStopping: false, done: Promise.resolve() };
    making.done = this.#gather(made, gate, ids, making).finally(() => this.#making.delete(made.id));
    this.#making.set(made.id, making);
    await Promise.race([making.done, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    return this.#entry(collection, person.id, (await this.#rooms.exports.byId(collection.id, made.id)) ?? made, false);
  }

  /** Lists the rows page by page, so that nothing else waits; a story that may no more be taken out meanwhile is left out. */
  async #gather(made: Export, gate: Gate, ids: string[], making: Making): Promise<void> {
    const { database, exports, texts } = this.#rooms;
    let stories = 0;
    try {
      for (let at = 0; at < ids.length && !making.isStopping; at += pageSize) {
        const page = ids.slice(at, at + pageSize);
        const read = new Map((await texts.read(gate, made.collectionId, page)).map((story) => [story.id, hashOf(story)]));
        const rows = page.flatMap((id) => {
          const wordsHash = read.get(id) ?? null;
          const number = gate.as === 'researcher' ? null : showCode(storyNumber(id));
          return wordsHash === null && number !== null ? [] : [{ id, wordsHash, number }];
        });
        await database.db.transaction().execute((tx) => exports.addRows(tx, made.id, rows));
        stories += rows.length;
        making.here = stories;
      }
      await exports.setState(database.db, made.id, making.isStopping ? 'stopped' : 'ready', stories);
    } catch {
      // Where the database itself is in trouble, the list says later that it was stopped.
      await exports.setState(database.db, made.id, 'stopped', stories).catch(() => {});
    }
  }

  /** Exports of a collection: one's own, and for reviewers those for publication, which they check. */
  async list(collection: Collection, { person, grants }: Taker): Promise<ExportEntry[]> {
    const checks = grants.some(({ role, region }) => role === 'reviewer' && region === null);
    const made = await this.#rooms.exports.of(collection.id, person.id, checks ? ['publication'] : []);
    const fetched = await this.#rooms.exports.fetchedBy(person.id);
    return Promise.all(made.map((one) => this.#entry(collection, person.id, one, fetched.has(one.id))));
  }

  /** Exports that a person made or fetched with stories to recall, over all collections. */
  async recalls(personId: string): Promise<RecallList['recalls']> {
    const found = [];
    for (const made of await this.#rooms.exports.takenBy(personId)) {
      const stories = await this.#recalled(made);
      if (stories) found.push({ collection: made.collectionId, number: made.number, stories });
    }
    return found;
  }

  /**
   * Which rows of an export are to be recalled, by what names them in its files and on its cards; also when the file can be fetched no more.
   * @throws problems: not found
   */
  async recalledRows(collection: Collection, taker: Taker, id: string): Promise<RecalledRows['rows']> {
    const made = await this.#seen(collection, taker, id);
    const now = new Map<string, boolean>();
    for await (const page of this.#files.pages(made, gateOf(made.purpose, made.region))) {
      for (const { rowId, isAsTakenOut } of page) now.set(rowId, isAsTakenOut);
    }
    const named = await this.#rooms.exports.named(id);
    return named.flatMap(({ row, number }) => (now.get(row) ? [] : [{ row, number, is: now.has(row) ? 'changed' : 'gone' }]));
  }

  /**
   * The file, as it may be today, for who made it while they may; an export for publication once it is checked, and for who checks it.
   * Who fetched it is written down before the first byte leaves, and is told of what is to be recalled.
   * @throws problems: not found; not in this state
   */
  async file(collection: Collection, taker: Taker, id: string): Promise<ExportFile> {
    const made = await this.#fetched(collection, taker, id);
    const { number, purpose, format } = made;
    await this.#rooms.database.db.transaction().execute((tx) =>
      record(tx, {
        at: this.#now(),
        personId: taker.person.id,
        action: 'export.fetch',
        subject: id,
        details: { number, purpose, format },
      }),
    );
    return this.#files.write(collection, made, gateOf(made.purpose, made.region));
  }

  /**
   * Where a file comes from, for who may fetch it.
   * @throws problems: not found; not in this state
   */
  async provenance(collection: Collection, taker: Taker, id: string): Promise<ExportFile> {
    const made = await this.#fetched(collection, taker, id);
    return this.#files.provenance(collection, made, gateOf(made.purpose, made.region));
  }

  async #fetched(collection: Collection, taker: Taker, id: string): Promise<Export> {
    const made = await this.#seen(collection, taker, id);
    const why = this.#whyNot(made, made.person.id === taker.person.id);
    if (why) throw problems.notInThisState(why);
    return made;
  }

  /** An export that a person made and may still make, or checks. */
  async #seen(collection: Collection, taker: Taker, id: string): Promise<Export> {
    const made = await this.#rooms.exports.byId(collection.id, id);
    if (!made) throw problems.notFound();
    if (made.person.id === taker.person.id) {
      const gate = gateFor(made.purpose, taker.grants);
      if (gate.as === 'lead' && gate.region !== null && gate.region !== made.region) throw problems.notFound();
    } else if (!mayCheck(made, taker)) {
      throw problems.notFound();
    }
    return made;
  }

  /**
   * Passes or refuses an export for publication.
   * @throws problems: not found; not in this state, for its maker and where it is checked already
   */
  async check(collection: Collection, taker: Taker, id: string, { passed, reason: found }: OutputCheck): Promise<ExportEntry> {
    const at = this.#now();
    const { database, exports } = this.#rooms;
    await database.db.transaction().execute(async (tx) => {
      const made = await exports.byId(collection.id, id, tx);
      if (!made || !mayCheck(made, taker)) throw problems.notFound();
      if (made.person.id === taker.person.id) throw problems.notInThisState('Somebody else than who made it checks it.');
      if (made.verdict) throw problems.notInThisState(`${made.verdict.by} has checked it already.`);
      const why = this.#whyNot(made, false);
      if (why) throw problems.notInThisState(why);
      await exports.setVerdict(tx, id, { passed, by: taker.person.name, at: at.toISOString(), reason: found });
      const details = { number: made.number, passed: passed ? 'yes' : 'no', reason: found };
      await record(tx, { at, personId: taker.person.id, action: 'export.check', subject: id, details });
    });
    const made = await exports.byId(collection.id, id);
    if (!made) throw problems.notFound();
    return this.#entry(collection, taker.person.id, made, (await exports.fetchedBy(taker.person.id)).has(id));
  }

  /** Stops what is being made; it has to be made again. */
  async close(): Promise<void> {
    for (const making of this.#making.values()) making.isStopping = true;
    await this.idle();
  }

  /** Waits until nothing is being made. */
  async idle(): Promise<void> {
    await Promise.all([...this.#making.values()].map(({ done }) => done));
  }

  async #chosen(collection: Collection, gate: Gate, viewId: string | null) {
    const standings = await this.#rooms.listings.standings(collection.id);
    const view = viewId === null ? null : await this.#rooms.views.byId(this.#rooms.database.db, collection.id, viewId);
    // Views are researchers' own; a lead has none to choose by.
    if (viewId !== null && (!view || gate.as === 'lead')) throw problems.invalid([{ path: 'view', message: 'is no saved view here' }]);
    const within = view && (await this.#rooms.patterns.storiesIn(collection, view.query));
    const left = new Map<Reason, number>();
    const ids: string[] = [];
    let withoutWords = 0;
    for (const standing of standings) {
      const stands = within && !within.has(standing.id) ? 'not-in-view' : admitted(gate, standing);
      if (stands !== 'in') {
        const isCounted = stands === 'awaiting-release' || (stands === 'not-in-view' && gate.as === 'researcher');
        if (isCounted) left.set(stands, (left.get(stands) ?? 0) + 1);
        continue;
      }
      ids.push(standing.id);
      if (!standing.scopes.has('read')) withoutWords += 1;
    }
    const leftOut = reason.options.flatMap((why) => (left.has(why) ? [{ reason: why, stories: left.get(why) ?? 0 }] : []));
    return { ids, withoutWords, leftOut, view: view && { id: view.id, name: view.name } };
  }

  /** Where an export stands, as what it says of itself may be from a process that ended. */
  #state(made: Export): Export['state'] {
    const isAlone = this.#rooms.database.engine === 'sqlite';
    const isOld = this.#now().getTime() - Date.parse(made.made) > 3_600_000;
    return made.state === 'making' && !this.#making.has(made.id) && (isAlone || isOld) ? 'stopped' : made.state;
  }

  #whyNot(made: Export, isOwn: boolean): string | null {
    const state = this.#state(made);
    if (state === 'making') return 'It is still being made.';
    if (state === 'stopped') return 'It was stopped before it was whole. Make it again.';
    if (Date.parse(made.until) <= this.#now().getTime()) return `It could be fetched until ${made.until.slice(0, 10)}. Make it again.`;
    if (made.purpose !== 'publication' || !isOwn || made.verdict?.passed) return null;
    return made.verdict ? `${made.verdict.by} did not pass it: ${made.verdict.reason}` : 'Somebody else has to check it first.';
  }

  async #entry(collection: Collection, personId: string, made: Export, isFetched: boolean): Promise<ExportEntry> {
    const { id, number, purpose, format, stories, until, verdict } = made;
    const state = this.#state(made);
    const isOwn = made.person.id === personId;
    return {
      id,
      number,
      purpose,
      format,
      words: formatNamed(format)?.words ?? format,
      view: made.definition.view?.name ?? null,
      made: made.made,
      by: made.person.name,
      isOwn,
      state,
      stories: state === 'making' ? (this.#making.get(id)?.here ?? 0) : stories,
      of: state === 'making' ? stories : null,
      recalled: await this.#recalled(made, collection),
      isTaken: isOwn || isFetched,
      until,
      verdict,
      canFetch: this.#whyNot(made, isOwn) === null,
    };
  }

  async #recalled(made: Export, collection?: Collection): Promise<number> {
    if (this.#state(made) !== 'ready') return 0;
    const stamp = await this.#rooms.collections.stamp(collection?.id ?? made.collectionId);
    const known = this.#recalls.get(made.id);
    if (known?.stamp === stamp) return known.recalled;
    let kept = 0;
    for await (const page of this.#files.pages(made, gateOf(made.purpose, made.region))) {
      kept += page.filter(({ isAsTakenOut }) => isAsTakenOut).length;
    }
    const recalled = made.stories - kept;
    this.#recalls.set(made.id, { stamp, recalled });
    return recalled;
  }
}

interface Making {
  here: number;
  isStopping: boolean;
  done: Promise<void>;
}

/** Who releases stories of all regions may see and check what somebody else takes out for publication. */
function mayCheck(made: Export, { grants }: Taker): boolean {
  return made.purpose === 'publication' && grants.some(({ role, region }) => role === 'reviewer' && region === null);
}
