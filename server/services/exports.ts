import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type ExportedStory, rowsOf } from '../../triads/exports/field.ts';
import type { Provenance } from '../../triads/exports/provenance.ts';
import { storyFields } from '../../triads/exports/story-fields.ts';
import { localise } from '../../triads/framework/localise.ts';
import type { ExportEntry, ExportPreview } from '../contract/office.ts';
import type { Database } from '../database/connection.ts';
import { formats } from '../formats/exports/formats.ts';
import { problems } from '../problems.ts';
import { record } from '../repositories/audit.ts';
import type { Collection } from '../repositories/collections.ts';
import type { ExportRow, Exports } from '../repositories/exports.ts';
import type { Listings } from '../repositories/listings.ts';
import { agreedToWorkshop, type ReadStory, type Texts } from '../repositories/texts.ts';

const pageSize = 200;

/** Workshop exports: the released stories whose participants agreed to them there, rebuilt through the gate at each download. */
export class WorkshopExports {
  readonly #database: Database;
  readonly #exports: Exports;
  readonly #listings: Listings;
  readonly #texts: Texts;
  readonly #now: () => Date;

  constructor(database: Database, exports: Exports, listings: Listings, texts: Texts, now: () => Date) {
    this.#database = database;
    this.#exports = exports;
    this.#listings = listings;
    this.#texts = texts;
    this.#now = now;
  }

  /** How many stories an export for a region would hold, and why the others are left out. */
  async preview(collection: Collection, region: string | null): Promise<ExportPreview> {
    return (await this.#eligible(collection, region)).preview;
  }

  /** Makes an export: its definition and row list. */
  async make(collection: Collection, region: string | null, personId: string): Promise<ExportEntry> {
    const { ids } = await this.#eligible(collection, region);
    const stories: { id: string; wordsHash: string }[] = [];
    for (let at = 0; at < ids.length; at += pageSize) {
      const page = await this.#texts.read({ as: 'lead', region }, collection.id, ids.slice(at, at + pageSize));
      stories.push(...page.map((story) => ({ id: story.id, wordsHash: hashOf(story) })));
    }
    if (!stories.length) throw problems.notInThisState('No story may be exported yet.');
    const made: ExportRow = {
      id: randomUUID(),
      number: randomBytes(4).toString('hex').toUpperCase(),
      collection_id: collection.id,
      person_id: personId,
      purpose: 'workshop',
      format: 'csv',
      region,
      made: this.#now().toISOString(),
    };
    await this.#database.db.transaction().execute(async (tx) => {
      await this.#exports.insert(tx, made, stories);
      await record(tx, {
        at: this.#now(),
        personId,
        action: 'export.make',
        subject: made.id,
        details: { number: made.number, stories: stories.length },
      });
    });
    return entry(made, stories.length, 0);
  }

  /** A person's exports of a collection, with how many stories of each are to be recalled. */
  async list(collection: Collection, personId: string): Promise<ExportEntry[]> {
    const made = await this.#exports.of(personId, collection.id);
    return Promise.all(
      made.map(async (row) => {
        let kept = 0;
        for await (const page of this.#pages(row)) kept += page.filter(({ isAsTakenOut }) => isAsTakenOut).length;
        return entry(row, row.rows, row.rows - kept);
      }),
    );
  }

  /** The file, as it may be today: what was withdrawn or taken back since is gone from it. Only for who made it. */
  async file(
    collection: Collection,
    person: { id: string; name: string },
    exportId: string,
  ): Promise<{ name: string; mediaType: string; stream: Readable }> {
    const made = (await this.#exports.of(person.id, collection.id)).find(({ id }) => id === exportId);
    if (!made) throw problems.notFound();
    const { csv } = formats;
    const waves = collection.waves.map(({ key, label }) => ({ key, label }));
    const context = { number: made.number, waves, invented: collection.invented };
    const fields = storyFields(context, ['row', 'title', 'story', 'language', 'wave', 'note', 'export']);
    const bytes = csv.write({
      fields,
      pages: () => rowsOf(fields, this.#stories(collection, made)),
      provenance: provenanceOf(collection, made, person.name),
      languages: collection.languages,
      frameworks: [],
    });
    const name = `${collection.slug}-workshop-${made.number}.${csv.extension}`;
    return { name, mediaType: csv.mediaType, stream: Readable.from(bytes, { objectMode: false }) };
  }

  async *#stories(collection: Collection, made: ExportRow): AsyncGenerator<ExportedStory[]> {
    const waves = new Map(collection.waves.map(({ id, key }) => [id, key]));
    for await (const page of this.#pages(made)) {
      yield page.map(({ rowId, story: { waveId, versionId, language, words } }) => {
        const wave = waves.get(waveId) ?? '';
        return { row: rowId, wave, week: '', version: versionId, language, answers: {}, words, asked: new Set() };
      });
    }
  }

  /** The rows of an export that pass the gate today, page by page. */
  async *#pages(made: ExportRow): AsyncGenerator<{ rowId: string; story: ReadStory; isAsTakenOut: boolean }[]> {
    for (let after = ''; ; ) {
      const rows = await this.#exports.rows(made.id, after, pageSize);
      const ids = rows.map(({ storyId }) => storyId);
      const read = await this.#texts.read({ as: 'lead', region: made.region }, made.collection_id, ids);
      const stories = new Map(read.map((story) => [story.id, story]));
      yield rows.flatMap(({ rowId, storyId, wordsHash }) => {
        const story = stories.get(storyId);
        return story ? [{ rowId, story, isAsTakenOut: hashOf(story) === wordsHash }] : [];
      });
      const last = rows.at(-1);
      if (rows.length < pageSize || !last) return;
      after = last.rowId;
    }
  }

  async #eligible(collection: Collection, region: string | null): Promise<{ ids: string[]; preview: ExportPreview }> {
    const standings = await this.#listings.standings(collection.id);
    const agreed = standings.filter((story) => agreedToWorkshop(story.scopes, story.region, region));
    const ids = agreed.filter(({ release }) => release === 'released').map(({ id }) => id);
    const leftOut = { awaitingRelease: agreed.length - ids.length, notAgreed: standings.length - agreed.length };
    return { ids, preview: { stories: ids.length, leftOut } };
  }
}

function provenanceOf({ slug, title, invented, languages, waves }: Collection, made: ExportRow & { rows: number }, by: string): Provenance {
  const [language = 'en-GB'] = languages;
  return {
    number: made.number,
    collection: { slug, title: localise(title, language), invented },
    purpose: 'workshop',
    by,
    made: made.made,
    view: null,
    versions: waves.map(({ versionId, label }) => ({ id: versionId, title: localise(label, language) })),
    stories: made.rows,
    leftOut: [],
    rules: ['Only stories whose participants agreed to it, in the words that a reviewer released.'],
  };
}

function entry({ id, number, made }: ExportRow, stories: number, recalled: number): ExportEntry {
  return { id, number, purpose: 'workshop', format: 'csv', made, stories, recalled };
}

const hashOf = ({ words }: ReadStory) => createHash('sha256').update(JSON.stringify(words)).digest('base64url');
