import { type Kysely, SqliteAdapter, sql } from 'kysely';

/** Answers sealed into columns, by wave and by ranges of ids, and the stories that wait to be. */
export async function up(db: Kysely<any>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  const bytes = isSqlite ? sql`blob` : sql`bytea`;
  await db.schema
    .createTable('segments')
    .addColumn('collection_id', 'text', (column) => column.notNull())
    .addColumn('wave_id', 'text', (column) => column.notNull())
    .addColumn('from_id', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('ids', bytes, (column) => column.notNull())
    .addColumn('body', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('segments_key', ['collection_id', 'wave_id', 'from_id'])
    .$call((table) => (isSqlite ? table.modifyEnd(sql`without rowid`) : table))
    .execute();
  await db.schema
    .createTable('unsealed')
    .addColumn('collection_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('stories', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unsealed_key', ['collection_id', 'id'])
    .$call((table) => (isSqlite ? table.modifyEnd(sql`without rowid`) : table))
    .execute();
  for (const { id } of await db.selectFrom('collections').select('id').execute()) await leaveAll(db, id);
}

/** Every story that there is waits. */
async function leaveAll(db: Kysely<any>, collection_id: string): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('stories')
      .select('id')
      .where('collection_id', '=', collection_id)
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute();
    if (!rows.length) return;
    const ids = rows.map(({ id }) => id);
    after = ids.at(-1);
    await db
      .insertInto('unsealed')
      .values({ collection_id, id: after, stories: JSON.stringify(ids) })
      .execute();
  }
}
