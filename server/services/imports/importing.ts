import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isoWeek } from '../../../triads/columns/weeks.ts';
import type { Framework } from '../../../triads/framework/framework.ts';
import type { ImportCheck, ImportEntry, ImportReport, ImportTaking } from '../../contract/imports.ts';
import type { Database } from '../../database/connection.ts';
import { csvLine } from '../../formats/exports/csv.ts';
import { utf8 } from '../../formats/exports/format.ts';
import { tableIn } from '../../formats/imports/archive.ts';
import { assignColumns } from '../../formats/imports/columns.ts';
import { namesIn } from '../../formats/imports/definition.ts';
import { StoryReader } from '../../formats/imports/stories.ts';
import { openTable, type Row, type Table } from '../../formats/imports/table.ts';
import { Unreadable } from '../../formats/imports/unreadable.ts';
import { isDiskFull, problems } from '../../problems.ts';
import { record } from '../../repositories/audit.ts';
import type { Collection, Collections, Wave } from '../../repositories/collections.ts';
import type { Checked, Import, Imports } from '../../repositories/imports.ts';
import type { Segments } from '../../repositories/segments.ts';
import type { Stories } from '../../repositories/stories.ts';
import type { Ledger } from '../ledger.ts';
import type { Pepper } from '../secrets.ts';
import { Examining, reportHeader } from './examining.ts';
import { ImportFiles } from './files.ts';
import { Intake } from './intake.ts';
import { Line } from './line.ts';
import { takenBefore } from './same.ts';
import { checkRegions, entryOf, isSeenByAll, waveFor } from './standing.ts';
import { TakingBack } from './taking-back.ts';

/** Work that has not been heard of for so long is dead: its process was stopped. */
const deadAfter = 60_000;
/** A file that nobody went on with is deleted after so long. */
const keptFor = 24 * 60 * 60_000;
/** Half a file of no import that nothing was added to for so long will not be whole any more. */
const strayAfter = 10 * 60_000;
/** Rows between two signs of life. */
const signEvery = 1000;

interface Rooms {
  collections: Collections;
  stories: Stories;
  segments: Segments;
  imports: Imports;
  ledger: Ledger;
}

interface Taking extends Pick<Import, 'id' | 'personId' | 'file'> {
  asked: Checked;
  stated: ImportTaking;
  /** What stays of the report. */
  kept: ImportReport;
}

interface Opened {
  table: Table;
  reader: StoryReader;
  examining: Examining;
  headingRow: number;
}

/**
 * Imports: a file comes, is checked to its last row, and is then taken whole or not at all. Until its last story is stored
 * nobody sees any; what a stopped server leaves behind is swept away.
 */
export class Importing {
  readonly #database: Database;
  readonly #rooms: Rooms;
  readonly #files: ImportFiles;
  readonly #takingBack: TakingBack;
  readonly #pepper: Pepper;
  readonly #now: () => Date;
  /** One file at a time is read: the others wait. */
  readonly #line: Line;
  #isStopping = false;

  constructor(database: Database, rooms: Rooms, dataDir: string, pepper: Pepper, now: () => Date) {
    this.#database = database;
    this.#rooms = rooms;
    this.#files = new ImportFiles(dataDir);
    this.#takingBack = new TakingBack(database, rooms, now);
    this.#pepper = pepper;
    this.#now = now;
    this.#line = new Line((id) => rooms.imports.setHeard(id, now().toISOString()));
  }

  /** Every import of a collection that brought stories, and the person's own that did not yet. */
  async list(collection: Collection, personId: string | null): Promise<ImportEntry[]> {
    const all = await this.#rooms.imports.of(collection.id);
    return all.filter((one) => isSeenByAll(one) || one.personId === personId).map((one) => entryOf(one, personId));
  }

  async one(collection: Collection, personId: string | null, id: string): Promise<ImportEntry> {
    return entryOf(await this.#own(collection, personId, id), personId);
  }

  /**
   * Keeps a file for its importer alone.
   * @throws problem too large
   */
  async receive(collection: Collection, personId: string | null, name: string, source: Readable): Promise<ImportEntry> {
    const id = randomUUID();
    const digest = this.#pepper.hmac('body', await this.#files.keep(id, source));
    const made = this.#now().toISOString();
    await this.#rooms.imports.insert({ id, collection_id: collection.id, person_id: personId, file: name, made, digest });
    return this.one(collection, personId, id);
  }

  /**
   * Begins to read a file through, as it would be taken; what comes of it is told by its state.
   * @throws problems: invalid, for a wave or language that the collection does not have; not in this state
   */
  async check(collection: Collection, personId: string | null, id: string, asked: ImportCheck): Promise<ImportEntry> {
    const one = await this.#own(collection, personId, id);
    const wave = waveFor(collection, asked, this.#now());
    checkRegions(asked.regions, (await this.#rooms.collections.version(wave.versionId)).framework);
    if (!this.#files.has(id)) throw problems.notInThisState('The file is not here any more. Send it again.');
    const { definition = one.asked?.definition ?? null } = asked;
    const checked: Checked = { ...asked, definition, version: wave.versionId };
    const change = { asked: checked, progress: 0, heard: this.#now().toISOString(), trouble: null };
    if (!(await this.#rooms.imports.turn(one.id, ['new', 'checked', 'refused', 'stopped'], 'checking', change)))
      throw problems.notInThisState('This file is being read already.');
    this.#inLine(id, 'checking', () => this.#examine(collection, id, checked));
    return this.one(collection, personId, id);
  }

  /**
   * Begins to take what was checked: all of it, with the consent that its importer states.
   * @throws problems: invalid, where refused rows would be left out unsaid; not in this state
   */
  async take(collection: Collection, personId: string | null, id: string, stated: ImportTaking): Promise<ImportEntry> {
    const { asked, report, file } = await this.#own(collection, personId, id);
    if (!asked || !report || !this.#files.has(id)) throw problems.notInThisState('This file has not been checked.');
    if (stated.leaveOut !== report.refused)
      throw problems.invalid([{ path: 'leaveOut', message: `${report.refused} rows are refused: say that they are left out` }]);
    const wave = waveFor(collection, asked, this.#now());
    if (wave.versionId !== asked.version) throw problems.notInThisState('The wave asks another version by now. Check the file again.');
    const change = { consent: stated.consent, statement: stated.statement, progress: 0, heard: this.#now().toISOString() };
    if (!(await this.#rooms.imports.turn(id, ['checked'], 'taking', change)))
      throw problems.notInThisState('This file cannot be taken now.');
    // What was found in single cells is of no more use then, and is not kept.
    const kept = { ...report, findings: [] };
    this.#inLine(id, 'taking', () => this.#takeAll(collection, wave, { id, asked, stated, personId, file, kept }));
    return this.one(collection, personId, id);
  }

  /**
   * Begins to take back all that an import brought, for who imported it or an owner.
   * @throws problems: not yours; not in this state
   */
  async takeBack(collection: Collection, personId: string | null, id: string, reason: string, isOwner = false): Promise<ImportEntry> {
    const one = await this.#own(collection, personId, id);
    if (one.personId !== personId && !isOwner) throw problems.notYours();
    const at = this.#now().toISOString();
    const change = { takenBack: { at, reason, by: personId }, progress: 0, heard: at };
    if (!(await this.#rooms.imports.turn(id, ['done'], 'taking-back', change)))
      throw problems.notInThisState('It is taken back already, or was never taken.');
    this.#goOnTakingBack({ ...one, ...change });
    return this.one(collection, personId, id);
  }

  /** What cannot be finished now, the sweep finishes. */
  #goOnTakingBack(one: Import): void {
    const work = () => this.#takingBack.all(one, () => !this.#isStopping);
    this.#line.add(one.id, work, (error) => console.error('An import is not all taken back yet:', error));
  }

  /** The report on every column and row, as CSV. */
  async report(collection: Collection, personId: string | null, id: string): Promise<{ name: string; stream: Readable }> {
    const { report } = await this.#own(collection, personId, id);
    if (!report || !this.#files.has(id)) throw problems.notFound();
    return { name: `${collection.slug}-import-report.csv`, stream: createReadStream(this.#files.report(id)) };
  }

  /** Forgets a file that is not taken. */
  async discard(collection: Collection, personId: string | null, id: string): Promise<void> {
    const { state } = await this.#own(collection, personId, id);
    if (!['new', 'checked', 'refused', 'stopped'].includes(state)) throw problems.notInThisState('It is being read, or taken already.');
    await this.#forget(id);
  }

  /** Stops what is being read or taken; nothing of it is kept. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.idle();
  }

  /** Resolves once nothing is being read or taken by this process. */
  async idle(): Promise<void> {
    await this.#line.idle();
  }

  /** Sweeps away what stopped processes left: half an import leaves nothing, and files that nobody went on with go. */
  async sweep(): Promise<void> {
    const age = (moment: string) => +this.#now() - +new Date(moment);
    const pending = await this.#rooms.imports.pending();
    await this.#files.forgetStrays(new Set(pending.map(({ id }) => id)), new Date(+this.#now() - strayAfter));
    for (const one of pending.filter(({ id }) => !this.#line.has(id))) {
      const isAtWork = one.state === 'checking' || one.state === 'taking';
      const isDead = age(one.heard) > deadAfter;
      if (isAtWork && isDead) await this.#undo(one.id, one.state, wasStopped);
      else if (one.state === 'taking-back' && isDead) this.#goOnTakingBack(one);
      else if (!isAtWork && age(one.heard) > keptFor) await this.#forget(one.id);
    }
  }

  async #forget(id: string): Promise<void> {
    await this.#rooms.imports.unstage(id);
    await this.#files.forget(id);
    await this.#rooms.imports.delete(id);
  }

  /** Undoes what an import did so far, and says why. */
  async #undo(id: string, state: Import['state'], trouble: string): Promise<void> {
    await this.#rooms.imports.unstage(id);
    await this.#rooms.imports.turn(id, [state], 'stopped', { trouble, heard: this.#now().toISOString() });
  }

  /** Undoes it as soon as that can be done: on a disk that is full nothing can even be deleted before there is room again. */
  async #undoAtLast(id: string, state: Import['state'], trouble: string): Promise<void> {
    for (let pause = 250; ; pause = Math.min(2 * pause, 2000)) {
      try {
        return await this.#undo(id, state, trouble);
      } catch (error) {
        if (this.#isStopping || !isDiskFull(error)) throw error;
        await wait(pause);
      }
    }
  }

  /** @throws problem not found, for another's import that is not done */
  async #own(collection: Collection, personId: string | null, id: string): Promise<Import> {
    const one = await this.#rooms.imports.byId(id);
    if (!one || one.collectionId !== collection.id || (one.personId !== personId && !isSeenByAll(one))) throw problems.notFound();
    return one;
  }

  /** Does one piece of work after the other; whatever goes wrong leaves nothing of it behind. */
  #inLine(id: string, state: 'checking' | 'taking', work: () => Promise<void>): void {
    const undoing = async (error: unknown) => {
      if (error instanceof Unreadable && state === 'checking') {
        await this.#rooms.imports.turn(id, [state], 'refused', { trouble: error.message, heard: this.#now().toISOString() });
        return;
      }
      const isFull = isDiskFull(error);
      if (!(error instanceof Interrupted) && !isFull) console.error('An import stopped:', error);
      const other = isFull ? 'The disk of the server is full.' : 'Something went wrong at the server.';
      await this.#undoAtLast(id, state, error instanceof Interrupted ? error.message : other);
    };
    // Where even that fails, the sweep comes by later.
    const failed = (error: unknown) => console.error('What an import left could not be undone yet:', error);
    this.#line.add(id, () => work().catch(undoing), failed);
  }

  async #open(id: string, { languages }: Collection, { version, definition, columns, language, regions }: Checked): Promise<Opened> {
    const { framework } = await this.#rooms.collections.version(version);
    const table = await openTable(await tableIn(this.#files.data(id), this.#files.unpacked(id)));
    const names = definition === null ? null : namesIn(definition, framework);
    const assigned = assignColumns(table.head, framework, names, definedOnly(columns), regions);
    const reader = new StoryReader(assigned, framework, languages, language, isoWeek(this.#now()));
    return { table, reader, headingRow: assigned.headingRow, examining: new Examining(table, assigned, reader, framework as Framework) };
  }

  async #examine(collection: Collection, id: string, asked: Checked): Promise<void> {
    const { examining } = await this.#open(id, collection, asked);
    const lines = examining.lines((row) => this.#sign(id, row));
    await pipeline(utf8(reportOf(lines)), createWriteStream(this.#files.report(id), { mode: 0o600 }));
    const { report } = examining;
    const all = await this.#rooms.imports.of(collection.id);
    report.remarks.push(...takenBefore(all, all.find((one) => one.id === id)?.digest ?? null));
    const state = report.taken ? 'checked' : 'refused';
    const trouble = report.taken ? null : report.rows ? 'No row can be taken.' : 'The file has a header and no rows.';
    await this.#rooms.imports.turn(id, ['checking'], state, { report, trouble, progress: 1000, heard: this.#now().toISOString() });
  }

  async #sign(id: string, { row, read }: Row): Promise<void> {
    if (this.#isStopping) throw new Interrupted(wasStopped);
    if (row % signEvery === 0) await this.#rooms.imports.setProgress(id, Math.floor(1000 * read), this.#now().toISOString());
  }

  async #takeAll(collection: Collection, wave: Wave, { id, asked, stated, personId, file, kept }: Taking): Promise<void> {
    const { table, reader, headingRow } = await this.#open(id, collection, asked);
    const { framework } = await this.#rooms.collections.version(wave.versionId);
    const intake = new Intake(id, wave, framework, stated.consent, this.#pepper, this.#now());
    for await (const row of table.rows()) {
      await this.#sign(id, row);
      const { story } = row.row > headingRow ? reader.read(row.cells) : { story: null };
      const batch = story && intake.add(story);
      if (batch) await this.#rooms.stories.stage(batch);
    }
    const rest = intake.rest();
    if (rest.length) await this.#rooms.stories.stage(rest);
    const at = this.#now();
    await this.#database.db.transaction().execute(async (tx) => {
      const done = { report: kept, stories: intake.count, taken: at.toISOString(), progress: 1000 };
      if (!(await this.#rooms.imports.turn(id, ['taking'], 'done', done, tx))) throw new Interrupted(wasStopped);
      await this.#rooms.imports.settle(tx, id, collection.id);
      const details = { file, stories: intake.count, consent: stated.consent.join(', '), statement: stated.statement };
      await record(tx, { at, personId, action: 'import.take', subject: collection.id, details: { import: id, ...details } });
    });
    await this.#files.forget(id);
    // Whoever opens the board earlier does this on the way.
    await this.#rooms.segments.seal(collection.id);
  }
}

async function* reportOf(lines: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield `\ufeff${csvLine(reportHeader)}`;
  for await (const line of lines) yield csvLine(line);
}

const wasStopped = 'The server was stopped in the middle of it.';

/** The server is stopping, or another process took this work for dead and swept it away. */
class Interrupted extends Error {}

const definedOnly = <Value>(values: Partial<Record<string, Value | undefined>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, Value>;
