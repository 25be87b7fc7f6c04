import { type Kysely, SqliteAdapter, sql } from 'kysely';

/**
 * Drafts tried by people without an account: the links that let them in, the documents they were given, what they answered and
 * what they said. Nothing joins a try-out or a comment to its link, or to one another; what they send has no order of arrival.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const unordered = db.getExecutor().adapter instanceof SqliteAdapter ? sql`without rowid` : sql``;
  await db.schema
    .createTable('draft_links')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('framework_id', 'text', (column) => column.notNull().references('frameworks.id').onDelete('cascade'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('code_hash', 'text', (column) => column.notNull().unique())
    .addColumn('made', 'text', (column) => column.notNull())
    .addColumn('ends', 'text', (column) => column.notNull())
    .addColumn('revoked', 'text')
    .addColumn('try_outs_taken', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('comments_taken', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('draft_links_framework').on('draft_links').column('framework_id').execute();
  await db.schema
    .createTable('tried_documents')
    .addColumn('framework_id', 'text', (column) => column.notNull().references('frameworks.id').onDelete('cascade'))
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('version_id', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('tried_documents_key', ['framework_id', 'tag'])
    .execute();
  await db.schema
    .createTable('try_outs')
    .addColumn('framework_id', 'text', (column) => column.notNull().references('frameworks.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('times', 'text', (column) => column.notNull())
    .addColumn('again', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('try_outs_key', ['framework_id', 'id'])
    .modifyEnd(unordered)
    .execute();
  await db.schema
    .createTable('draft_comments')
    .addColumn('framework_id', 'text', (column) => column.notNull().references('frameworks.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('resolved', 'text')
    .addColumn('resolved_by', 'text')
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('draft_comments_key', ['framework_id', 'id'])
    .modifyEnd(unordered)
    .execute();
}
