import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Sqlite from 'better-sqlite3';
import { connect, type Database } from '../../../server/database/connection.ts';
import { ccplFramework } from '../../../server/demonstration/collections.ts';
import type { Contents, Format } from '../../../server/formats/exports/format.ts';
import { formatNamed } from '../../../server/formats/exports/formats.ts';
import { keepHeapSmall } from '../../../server/memory.ts';
import { Listings } from '../../../server/repositories/listings.ts';
import { Texts } from '../../../server/repositories/texts.ts';
import { answerFields, askedIn } from '../../../triads/exports/answer-fields.ts';
import { type ExportedStory, rowsOf } from '../../../triads/exports/field.ts';
import { storyFields } from '../../../triads/exports/story-fields.ts';

export interface Order {
  dataDir: string;
  databaseUrl: string;
  collection: string;
  /** The name of a format, or `raw` for the rows as the database has them. */
  format: string;
  /** How many of its stories are written. */
  stories: number;
}

export interface Taken {
  seconds: number;
  bytes: number;
  /** The most that was resident above what was so after a small file. */
  growth: number;
}

const pageSize = 100;
/** The share of the stories that is written first, to warm up. */
const first = 0.1;

// As the server does it.
keepHeapSmall();

process.on('message', async (order: Order) => {
  process.send?.(await take(order));
});

async function take(order: Order): Promise<Taken> {
  const file = join(order.dataDir, `export-${order.format}`);
  const database = connect(order.databaseUrl);
  const texts = new Texts(database.db, database.engine);
  const ids = (await new Listings(database.db).ids(order.collection)).slice(0, order.stories);
  const bytesOf = (only: string[]) =>
    order.format === 'raw' ? selected(order, only.length) : inFormat(order.format).write(contents(texts, order.collection, only));
  await fillCache(database);
  await written(bytesOf(ids.slice(0, first * ids.length)), file);
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const start = performance.now();
  const bytes = await written(bytesOf(ids), file);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage.rss());
  await database.close();
  return { seconds, bytes, growth: most - before };
}

/** A server that runs has its database's cache full already: that is none of a file's making. */
async function fillCache({ db }: Database): Promise<void> {
  await db
    .selectFrom('stories')
    .select(({ fn }) => fn.max('answers').as('last'))
    .execute();
  await db
    .selectFrom('texts')
    .select(({ fn }) => fn.max('words').as('last'))
    .execute();
}

async function written(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, file: string): Promise<number> {
  const stream = createWriteStream(file);
  await pipeline(Readable.from(chunks, { objectMode: false }), stream);
  return stream.bytesWritten;
}

/** What a query tool would do: each row of stories with its words, a comma between two columns. */
function* selected({ databaseUrl, collection }: Order, limit: number): Generator<Uint8Array> {
  const sqlite = new Sqlite(databaseUrl.slice('sqlite:'.length), { readonly: true });
  const query =
    "select s.*, t.words from stories s join texts t on t.story_id = s.id and t.revision = case when s.release = 'released' then 'released' else 'original' end where s.collection_id = ? order by s.id limit ?";
  let text = '';
  for (const row of sqlite.prepare(query).raw().iterate(collection, limit) as Iterable<unknown[]>) {
    text += `${row.join(',')}\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
  sqlite.close();
}

/** A research export of these stories, read page by page through the gate. */
function contents(texts: Texts, collection: string, ids: readonly string[]): Contents {
  const waves = ['spring-2026', 'autumn-2026'].map((key) => ({ key, label: { 'en-GB': key } }));
  const { signifiers, languages } = ccplFramework;
  const about = storyFields(
    { number: '7F3A00C1', purpose: 'research', waves, invented: true },
    ['row', 'title', 'story', 'language', 'wave', 'use', 'export'],
    signifiers,
  );
  const fields = [...about, ...answerFields(signifiers)];
  const asked = askedIn(signifiers);
  const pages = async function* (): AsyncGenerator<ExportedStory[]> {
    for (let at = 0; at < ids.length; at += pageSize) {
      const read = await texts.read({ as: 'researcher' }, collection, ids.slice(at, at + pageSize));
      yield read.map(({ id, versionId, language, answers, words }) => {
        return {
          row: id,
          number: null,
          wave: 'spring-2026',
          week: '',
          version: versionId,
          language,
          answers: JSON.parse(answers),
          words,
          asked,
        };
      });
    }
  };
  return {
    fields,
    pages: () => rowsOf(fields, pages()),
    provenance: {
      number: '7F3A00C1',
      collection: { slug: 'large', title: 'Large', invented: true },
      purpose: 'research',
      by: 'Rosa',
      made: '2026-11-22T12:00:00.000Z',
      view: null,
      versions: [],
      stories: ids.length,
      gone: 0,
      leftOut: [],
      rules: [],
    },
    languages,
    frameworks: [],
  };
}

function inFormat(name: string): Format {
  const format = formatNamed(name);
  if (!format) throw new Error(`there is no format ${name}`);
  return format;
}
