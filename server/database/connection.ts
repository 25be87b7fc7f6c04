import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { type CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { OwnSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
export type Engine = 'sqlite' | 'postgres';

export interface Database {
  db: Db;
  engine: Engine;
  /** Makes what was deleted unreadable in the files: SQLite's log is emptied; PostgreSQL recycles its own, as documented. */
  scrub(): Promise<void>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Sees every statement; for tests that assert what SQL runs. */
  onQuery?: (query: CompiledQuery) => void;
}

/**
 * Connects to the database that the URL names.
 * @param url `sqlite:<file>` or `postgres://…`
 * @throws the engine's own error when it cannot be reached
 */
export function connect(url: string, options: ConnectOptions = {}): Database {
  return url.startsWith('sqlite:') ? connectSqlite(url.slice('sqlite:'.length), options) : connectPostgres(url, options);
}

const logOf = ({ onQuery }: ConnectOptions) => (onQuery ? { log: (event: { query: CompiledQuery }) => onQuery(event.query) } : {});

function connectSqlite(file: string, options: ConnectOptions): Database {
  const sqlite = new Sqlite(file);
  sqlite.pragma('busy_timeout = 5000');
  // Random keys touch a page of their own for every story: pages that hold a whole one, a cache that holds the working set, and
  // fewer checkpoints, each of which writes every page once (measured: half the time a story).
  sqlite.pragma('page_size = 8192');
  sqlite.pragma('cache_size = -57344');
  sqlite.pragma('wal_autocheckpoint = 16000');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma('foreign_keys = ON');
  const db: Db = new Kysely({ dialect: new OwnSqliteDialect(sqlite), ...logOf(options) });
  // Of its own, so that waiting for another process's reader holds up nobody: it asks, and comes back later.
  const checkpointer = new Sqlite(file, { timeout: 0 });
  return {
    db,
    engine: 'sqlite',
    async scrub() {
      for (let pause = 1; ; pause = Math.min(2 * pause, 500)) {
        const [checkpoint] = checkpointer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        if (checkpoint?.busy === 0) return;
        await wait(pause);
      }
    },
    ping: () => ping(db),
    async close() {
      checkpointer.close();
      await db.destroy();
    },
  };
}

/** Waits five seconds for the server to answer. The pool's own setting would also end the wait for a connection that others hold. */
class Client extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: 5000 });
  }
}

function connectPostgres(connectionString: string, options: ConnectOptions): Database {
  const pool = new pg.Pool({ connectionString, max: 10, Client });
  pool.on('error', () => {
    // An idle connection that the server closed is replaced at the next query, which reports what is wrong.
  });
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }), ...logOf(options) });
  return { db, engine: 'postgres', scrub: async () => {}, ping: () => ping(db), close: () => db.destroy() };
}

async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
