import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { connect, type Database, type Engine } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import { openHouse } from '../../server/services/house.ts';
import { readPepper } from '../../server/services/secrets.ts';
import { administer } from '../administer.ts';
import { openCollection } from '../fixtures.ts';

/** A data folder and a database with one open collection, for server processes to stand on. */
export interface Ground {
  engine: Engine;
  dataDir: string;
  databaseUrl: string;
  collection: Collection;
  /** The database, seen past the server. */
  look<Seen>(work: (database: Database) => Promise<Seen>): Promise<Seen>;
  clear(): Promise<void>;
}

/** @param postgres where a PostgreSQL is, for a database of the ground's own in it */
export async function newGround(engine: Engine, postgres: string): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'storyfield-ground-'));
  const name = `ground_${randomUUID().replaceAll('-', '')}`;
  if (engine === 'postgres') await administer(postgres, `create database ${name}`);
  const databaseUrl = engine === 'postgres' ? `${postgres}/${name}` : `sqlite:${join(dataDir, 'storyfield.sqlite')}`;

  const look: Ground['look'] = async (work) => {
    const database = connect(databaseUrl);
    return work(database).finally(() => database.close());
  };
  const collection = await look(async (database) => {
    await migrate(database);
    const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
    return openCollection(openHouse(database, config, readPepper(config)));
  });
  return {
    ...{ engine, dataDir, databaseUrl, collection, look },
    async clear() {
      if (engine === 'postgres') await administer(postgres, `drop database ${name} with (force)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
