import pg from 'pg';

/** Runs a statement on a server, such as one that makes or drops a database. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(`${url}/postgres`);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
