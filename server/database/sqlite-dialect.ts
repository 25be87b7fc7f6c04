import type Sqlite from 'better-sqlite3';
import { type CompiledQuery, type DatabaseConnection, type QueryResult, SqliteDialect, SqliteDriver } from 'kysely';

/** Kysely's dialect with a driver of our own. */
export class OwnSqliteDialect extends SqliteDialect {
  readonly #sqlite: Sqlite.Database;

  constructor(sqlite: Sqlite.Database) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
  }

  override createDriver(): SqliteDriver {
    return new OwnSqliteDriver(this.#sqlite);
  }
}

/**
 * SQLite with transactions that end as it ends them: on a full disk it rolls back by itself, and to do so again would hide why.
 * A statement whose parameters are rows is prepared once and run for each of them.
 */
class OwnSqliteDriver extends SqliteDriver {
  readonly #sqlite: Sqlite.Database;
  #connection: DatabaseConnection | undefined;

  constructor(sqlite: Sqlite.Database) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    this.#connection ??= new RowsConnection(connection, this.#sqlite);
    return this.#connection;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}

class RowsConnection implements DatabaseConnection {
  readonly #plain: DatabaseConnection;
  readonly #sqlite: Sqlite.Database;

  constructor(plain: DatabaseConnection, sqlite: Sqlite.Database) {
    this.#plain = plain;
    this.#sqlite = sqlite;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql, parameters } = query;
    if (!Array.isArray(parameters[0])) return this.#plain.executeQuery(query);
    const statement = this.#sqlite.prepare(sql);
    if (statement.reader) return { rows: parameters.flatMap((row) => statement.all(row) as Row[]) };
    for (const row of parameters) statement.run(row);
    return { rows: [] };
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#plain.streamQuery(query, chunkSize);
  }
}
