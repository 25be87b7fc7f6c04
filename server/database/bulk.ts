import { CompiledQuery } from 'kysely';
import type { Engine, Tx } from './connection.ts';
import type { Tables } from './tables.ts';

type Column<Table extends keyof Tables> = keyof Tables[Table] & string;

/**
 * Inserts any number of rows by SQL that is the same whatever their number: SQLite runs one prepared statement for each of them
 * (`OwnSqliteDriver`), PostgreSQL takes them as a single JSON parameter. Rows whose key is already there are left as they are.
 * @param columns every column of the table that the rows carry
 * @param returning a column to answer of each row that was inserted, where the caller wants to know
 */
export async function insertRows<Table extends keyof Tables & string>(
  tx: Tx,
  engine: Engine,
  table: Table,
  columns: readonly Column<Table>[],
  rows: readonly Tables[Table][],
  returning?: Column<Table>,
): Promise<unknown[]> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const source =
    engine === 'sqlite'
      ? `values (${columns.map(() => '?').join(', ')})`
      : `select ${names} from json_populate_recordset(null::"${table}", $1::json)`;
  const answer = returning ? ` returning "${returning}" as answer` : '';
  const parameters = engine === 'sqlite' ? rows.map((row) => columns.map((column) => row[column])) : [JSON.stringify(rows)];
  const insert = `insert into "${table}" (${names}) ${source} on conflict do nothing${answer}`;
  const inserted = await tx.executeQuery<{ answer: unknown }>(CompiledQuery.raw(insert, parameters));
  return inserted.rows.map(({ answer }) => answer);
}
