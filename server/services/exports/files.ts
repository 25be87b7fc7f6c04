import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Answers } from '../../../triads/answers/answer.ts';
import { showCode } from '../../../triads/answers/crockford.ts';
import { answerFields, askedIn } from '../../../triads/exports/answer-fields.ts';
import { type ExportedStory, type Field, rowsOf } from '../../../triads/exports/field.ts';
import { aboutInWords, zonesInWords } from '../../../triads/exports/in-words.ts';
import { type Provenance, provenanceLines } from '../../../triads/exports/provenance.ts';
import { type StoryFieldName, storyFields } from '../../../triads/exports/story-fields.ts';
import { frameworkFile } from '../../../triads/framework/file.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { plainText } from '../../contract/files.ts';
import type { Database } from '../../database/connection.ts';
import type { Contents } from '../../formats/exports/format.ts';
import { formatNamed, formats } from '../../formats/exports/formats.ts';
import { problems } from '../../problems.ts';
import type { Collection, Collections, Version } from '../../repositories/collections.ts';
import type { Export, Exports } from '../../repositories/exports.ts';
import type { Answered, Listings } from '../../repositories/listings.ts';
import type { ReadStory, Texts } from '../../repositories/texts.ts';
import type { Views } from '../../repositories/views.ts';
import type { Patterns } from '../patterns.ts';
import type { SharingOut } from '../sharing-out/sharing-out.ts';
import { storyNumber } from '../story-number.ts';
import { admitted, type Gate, rulesOf } from './gates.ts';
import { reasonInWords } from './reasons.ts';
import { workshopOf } from './workshops.ts';

export interface Rooms {
  database: Database;
  exports: Exports;
  listings: Listings;
  texts: Texts;
  views: Views;
  patterns: Patterns;
  sharingOut: SharingOut;
  collections: Collections;
}

/** What an export's file and its provenance may be. */
export const mediaTypes = { file: Object.values(formats).map(({ mediaType }) => mediaType), provenance: [plainText] };

export interface ExportFile {
  name: string;
  mediaType: string;
  stream: Readable;
}

/** A row that may be taken out today: the answers that go with it, its words where the gate lets them through. */
interface Taken {
  rowId: string;
  answered: Answered;
  read: ReadStory | null;
  /** Whether it still is what was taken out first. */
  isAsTakenOut: boolean;
}

const pageSize = 200;

/** Writes the files of exports, from the stories as they are. */
export class Files {
  readonly #rooms: Rooms;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  /** The rows of an export that pass its gate today, page by page; for the public only as they were when the export was checked. */
  async *pages(made: Export, gate: Gate): AsyncGenerator<Taken[]> {
    const { exports, listings, texts } = this.#rooms;
    for (let after = ''; ; ) {
      const rows = await exports.rows(made.id, after, pageSize);
      const ids = rows.map(({ storyId }) => storyId);
      const read = new Map((await texts.read(gate, made.collectionId, ids)).map((story) => [story.id, story]));
      const wanted = gate.as === 'researcher' ? ids : [...read.keys()];
      const answered = new Map((await listings.answered(made.collectionId, wanted)).map((story) => [story.id, story]));
      yield rows.flatMap(({ rowId, storyId, wordsHash }) => {
        const [story, words] = [answered.get(storyId), read.get(storyId) ?? null];
        if (!story) return [];
        const isAsTakenOut = wordsHash === null || (words !== null && hashOf(words) === wordsHash);
        return gate.as === 'public' && !isAsTakenOut ? [] : [{ rowId, answered: story, read: words, isAsTakenOut }];
      });
      const last = rows.at(-1);
      if (rows.length < pageSize || !last) return;
      after = last.rowId;
    }
  }

  /** An export's file in its format. */
  async write(collection: Collection, made: Export, gate: Gate): Promise<ExportFile> {
    const { format: name, definition } = made;
    const format = formatNamed(name);
    if (!format) throw problems.notFound();
    const versions = await this.#versions(collection);
    const provenance = await this.#provenanceOf(collection, made, gate);
    const fields = await this.#fields(collection, made, gate);
    const bytes = format.write({
      fields,
      pages: () => rowsOf(fields, this.#stories(collection, made, gate, versions)),
      provenance,
      languages: collection.languages,
      frameworks: [...versions.values()].map(({ framework }) => ({ name: `${framework.key}.json`, file: frameworkFile(framework) })),
      ...this.#workshop(collection, made, gate, [...versions.values()]),
      ...definition.options,
    });
    const file = `${nameOf(collection, made)}.${format.extension}`;
    return { name: file, mediaType: format.mediaType, stream: Readable.from(bytes, { objectMode: false }) };
  }

  /** Leads have the patterns as they are now; the public those that were checked with the export. */
  #workshop(collection: Collection, { definition }: Export, gate: Gate, versions: Version[]): Pick<Contents, 'workshop'> {
    if (gate.as === 'lead') return { workshop: () => workshopOf(this.#rooms, collection, gate.region, versions) };
    const { patterns } = definition;
    return patterns ? { workshop: () => workshopOf(this.#rooms, collection, null, versions, patterns) } : {};
  }

  /** Where an export comes from, as a text of its own: for formats that are read as plain tables and have no room for it. */
  async provenance(collection: Collection, made: Export, gate: Gate): Promise<ExportFile> {
    const said = provenanceLines(await this.#provenanceOf(collection, made, gate));
    const lines = said.map(([name, text]) => `${name}: ${text}\r\n`);
    const name = `${nameOf(collection, made)}-provenance.txt`;
    return { name, mediaType: plainText, stream: Readable.from([`\ufeff${lines.join('')}`], { objectMode: false }) };
  }

  async #provenanceOf(collection: Collection, made: Export, gate: Gate): Promise<Provenance> {
    const { slug, title, invented, languages } = collection;
    const [language = 'en-GB'] = languages;
    const { number, purpose, person, definition, verdict } = made;
    const checked = verdict ? [`${verdict.by} checked it on ${verdict.at.slice(0, 10)}: ${verdict.reason}`] : [];
    const versions = [...(await this.#versions(collection)).values()];
    const stories = await this.#count(made, gate);
    return {
      number,
      collection: { slug, title: localise(title, language), invented },
      purpose,
      by: person.name,
      made: made.made,
      view: definition.view?.name ?? null,
      versions: versions.map(({ id, number, framework }) => ({ id, title: localise(framework.title, language), number })),
      stories,
      gone: made.stories - stories,
      leftOut: definition.leftOut.map(({ reason, stories: left }) => ({ reason: reasonInWords[reason], stories: left })),
      rules: [...rulesOf(purpose, definition.options), ...checked],
    };
  }

  /** How many rows a file has that is written now. */
  async #count(made: Export, gate: Gate): Promise<number> {
    const { exports, listings } = this.#rooms;
    if (gate.as === 'researcher') return exports.countRows(made.id);
    if (gate.as === 'public') {
      let rows = 0;
      for await (const page of this.pages(made, gate)) rows += page.length;
      return rows;
    }
    const held = await exports.storiesIn(made.id);
    const standings = await listings.standings(made.collectionId);
    return standings.filter((standing) => held.has(standing.id) && admitted(gate, standing) === 'in').length;
  }

  async #versions({ waves }: Collection): Promise<Map<string, Version>> {
    const all = await Promise.all([...new Set(waves.map(({ versionId }) => versionId))].map((id) => this.#rooms.collections.version(id)));
    return new Map(all.map((version) => [version.id, version]));
  }

  async #fields(collection: Collection, { number, purpose, definition }: Export, gate: Gate): Promise<Field[]> {
    const { invented } = collection;
    const waves = collection.waves.map(({ key, label }) => ({ key, label }));
    const context = { number, purpose, waves, invented };
    if (gate.as === 'researcher') {
      const signifiers = await this.#rooms.patterns.signifiers(collection);
      const wanted: StoryFieldName[] = ['row', 'wave', 'week', 'version', 'language', 'title', 'story', 'note', 'use', 'export'];
      return [...storyFields(context, wanted, signifiers), ...answerFields(signifiers)];
    }
    const wanted: StoryFieldName[] = ['row', 'number', 'title', 'story', 'language', 'wave', 'about'];
    return storyFields(context, [...wanted, ...(definition.options.zones ? (['zones'] as const) : []), 'note', 'use', 'export']);
  }

  async *#stories(collection: Collection, made: Export, gate: Gate, versions: Map<string, Version>): AsyncGenerator<ExportedStory[]> {
    const waves = new Map(collection.waves.map(({ id, key }) => [id, key]));
    const asked = new Map([...versions].map(([id, { framework }]) => [id, askedIn(framework.signifiers)]));
    const [language = 'en-GB'] = collection.languages;
    for await (const page of this.pages(made, gate)) {
      yield page.map(({ rowId, answered, read }) => {
        const { waveId, versionId, language: told, week, region } = answered;
        const answers = JSON.parse(answered.answers) as Answers;
        const signifiers = versions.get(versionId)?.framework.signifiers ?? [];
        const isElsewhere = gate.as === 'lead' && (region === null || region !== gate.region);
        const approved = new Set(read?.approved);
        const shown = signifiers.filter((signifier) => approved.has(signifier.key) && !(isElsewhere && 'role' in signifier));
        return {
          row: rowId,
          number: gate.as === 'researcher' ? null : showCode(storyNumber(answered.id)),
          wave: waves.get(waveId) ?? '',
          week,
          version: versionId,
          language: told,
          answers: gate.as === 'researcher' ? answers : {},
          words: read?.words ?? null,
          asked: asked.get(versionId) ?? new Set(),
          about: aboutInWords(shown, answers, language),
          zones: made.definition.options.zones ? zonesInWords(signifiers, answers, language) : null,
        };
      });
    }
  }
}

/** Who keeps a file of the study team sees at its name whose it is. */
function nameOf({ slug }: Collection, { purpose, number }: Export): string {
  return `${slug}-${purpose === 'research' ? 'research-study-team-only' : purpose}-${number}`;
}

/** Tells words from other words, and from the same with other answers approved beside them. */
export function hashOf({ words, approved }: { words: unknown; approved: readonly string[] }): string {
  const told = approved.length ? [words, approved] : words;
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}
