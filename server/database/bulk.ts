import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './connection.ts';
import type { Tables } from './tables.ts';

/**
 * One statement that inserts any number of rows, passed as a single JSON parameter: its SQL stays the same whatever the batch.
 * Rows whose key is already there are left as they are.
 * @param columns every column of the table that the rows carry
 * @param returning a column to answer of each row that was inserted, where the caller wants to know
 */
export function insertRows<Table extends keyof Tables & string>(
  engine: Engine,
  table: Table,
  columns: readonly (keyof Tables[Table] & string)[],
  rows: Tables[Table][],
  returning?: keyof Tables[Table] & string,
): RawBuilder<Record<string, string>> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const json = JSON.stringify(rows);
  const source =
    engine === 'sqlite'
      ? sql`select ${sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`))} from json_each(${json}) where true`
      : sql`select ${names} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`;
  const answer = returning ? sql` returning ${sql.ref(returning)}` : sql``;
  return sql`insert into ${sql.table(table)} (${names}) ${source} on conflict do nothing${answer}`;
}
