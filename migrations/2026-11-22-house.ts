import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely';

/** The first tables. What participants send is kept in tables without insertion order: no rowid on SQLite, random keys on both. */
export async function up(db: Kysely<any>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  const unordered = <Name extends string, Column extends string>(table: CreateTableBuilder<Name, Column>) =>
    isSqlite ? table.modifyEnd(sql`without rowid`) : table;

  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('password_hash', 'text')
    .addColumn('demonstration', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('grants')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('collection_id', 'text')
    .addColumn('region', 'text')
    .execute();
  await db.schema.createIndex('grants_person').on('grants').column('person_id').execute();
  for (const table of ['sessions', 'links']) {
    await db.schema
      .createTable(table)
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
      .addColumn('expires', 'text', (column) => column.notNull())
      .execute();
  }
  await db.schema
    .createTable('audit')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('frameworks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('versions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('framework_id', 'text', (column) => column.notNull().references('frameworks.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addUniqueConstraint('versions_number', ['framework_id', 'number'])
    .execute();
  await db.schema
    .createTable('collections')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('invented', 'integer', (column) => column.notNull())
    .addColumn('threshold', 'integer', (column) => column.notNull())
    .addColumn('random_order', 'integer', (column) => column.notNull())
    .addColumn('rotation', 'integer', (column) => column.notNull())
    .addColumn('stamp', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('waves')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) => column.notNull().references('collections.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('opens', 'text', (column) => column.notNull())
    .addColumn('closes', 'text')
    .addColumn('version_id', 'text', (column) => column.notNull().references('versions.id'))
    .addUniqueConstraint('waves_key', ['collection_id', 'key'])
    .execute();

  await unordered(
    db.schema
      .createTable('stories')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('collection_id', 'text', (column) => column.notNull())
      .addColumn('wave_id', 'text', (column) => column.notNull())
      .addColumn('version_id', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('week', 'text', (column) => column.notNull())
      .addColumn('region', 'text')
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('shown', 'text')
      .addColumn('release', 'text', (column) => column.notNull()),
  ).execute();
  await db.schema.createIndex('stories_collection').on('stories').columns(['collection_id', 'id']).execute();
  await unordered(
    db.schema
      .createTable('receipts')
      .addColumn('key_hmac', 'text', (column) => column.primaryKey())
      .addColumn('receipt_hmac', 'text', (column) => column.notNull().unique())
      .addColumn('body_hmac', 'text')
      .addColumn('story_id', 'text')
      .addColumn('pepper', 'text', (column) => column.notNull()),
  ).execute();
  await unordered(
    db.schema
      .createTable('consents')
      .addColumn('story_id', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('version_id', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('consents_key', ['story_id', 'scope']),
  ).execute();
  await unordered(
    db.schema
      .createTable('texts')
      .addColumn('story_id', 'text', (column) => column.notNull())
      .addColumn('revision', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('texts_key', ['story_id', 'revision']),
  ).execute();

  await db.schema
    .createTable('exports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('collection_id', 'text', (column) => column.notNull().references('collections.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('region', 'text')
    .addColumn('made', 'text', (column) => column.notNull())
    .execute();
  await unordered(
    db.schema
      .createTable('export_rows')
      .addColumn('export_id', 'text', (column) => column.notNull())
      .addColumn('row_id', 'text', (column) => column.notNull())
      .addColumn('story_id', 'text')
      .addColumn('words_hash', 'text')
      .addPrimaryKeyConstraint('export_rows_key', ['export_id', 'row_id']),
  ).execute();
  await db.schema.createIndex('export_rows_story').on('export_rows').column('story_id').execute();
}
