import { type Kysely, SqliteAdapter, sql } from 'kysely';

/**
 * What an export was asked for and holds, and until when it can be fetched. Those made before were made whole, as CSV, for
 * workshops; they can be fetched for two weeks from now.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  const until = new Date(Date.now() + 14 * 86_400_000).toISOString();
  const add = (name: string, type: 'text' | 'integer', fallback: string | number | null) =>
    db.schema
      .alterTable('exports')
      .addColumn(name, type, (column) => (fallback === null ? column : column.notNull().defaultTo(fallback)))
      .execute();
  await add('state', 'text', 'ready');
  await add('stories', 'integer', 0);
  await add('definition', 'text', '{}');
  await add('until', 'text', until);
  await add('verdict', 'text', null);
  await sql`
    update exports set stories = (select count(*) from export_rows where export_rows.export_id = exports.id)
  `.execute(db);
  await db.schema
    .alterTable('collections')
    .addColumn('export_days', 'integer', (column) => column.notNull().defaultTo(14))
    .execute();
  if (!isSqlite) await sql`alter table exports alter column until drop default`.execute(db);
}
