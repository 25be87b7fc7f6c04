import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Engine } from '../../server/database/connection.ts';
import { Random } from '../../server/demonstration/random.ts';
import { open, submit } from './clients.ts';
import { type Ground, newGround } from './ground.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { type Telling, tellings } from './tellings.ts';

const clients = 8;
const mostStories = 4000;
/** The server is killed at a moment within so many milliseconds of the first submission. */
const killWithin = 1200;

export interface Round {
  /** Stories that were answered before the kill. */
  acknowledged: number;
  /** Stories whose answer never came, though they were stored. */
  storedUnheard: number;
  /** Stories that the kill came before. */
  lost: number;
}

/**
 * Kills the server at a random moment while eight clients submit, starts it again on the same data, lets each client repeat
 * what was not acknowledged, and holds the database to every promise that was made.
 * @throws Error that says which promise was broken, in which round
 */
export async function* rounds(engine: Engine, postgres: string, count: number, seed: number): AsyncGenerator<Round> {
  const random = new Random(seed);
  for (let round = 1; round <= count; round += 1) {
    const ground = await newGround(engine, postgres);
    try {
      yield await oneRound(ground, random);
    } catch (error) {
      throw new Error(`round ${round} of ${count} on ${engine}, seed ${seed}`, { cause: error });
    } finally {
      await ground.clear();
    }
  }
}

async function oneRound(ground: Ground, random: Random): Promise<Round> {
  const source = tellings(ground.collection.waves[0]?.versionId ?? '', Math.floor(1e9 * random.uniform()), mostStories);
  const sent: Telling[] = [];
  const answered = new Map<Telling, number>();

  const killed = await startServer(ground);
  const submitting = Array.from({ length: clients }, async () => {
    for (let next = source.next(); !next.done; next = source.next()) {
      sent.push(next.value);
      const status = await submit(killed, next.value).catch(() => null);
      if (status === null) return;
      answered.set(next.value, status);
    }
  });
  const moment = setTimeout(() => killed.end('SIGKILL'), killWithin * random.uniform());
  await Promise.all(submitting);
  clearTimeout(moment);
  await killed.end('SIGKILL');
  must(
    [...answered.values()].every((status) => status === 201),
    'every new story is answered 201',
  );

  const server = await startServer(ground);
  try {
    const unheard = sent.filter((telling) => !answered.has(telling));
    const statuses = await Promise.all(unheard.map((telling) => submit(server, telling)));
    must(
      statuses.every((status) => status === 201 || status === 200),
      `a retry is answered 201 or 200, not ${statuses}`,
    );
    const opening = sent.values();
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (const telling of opening) await openAndCompare(server, telling);
      }),
    );
    await server.end('SIGTERM');
    await countAndCheck(ground, sent);
    const storedUnheard = statuses.filter((status) => status === 200).length;
    return { acknowledged: answered.size, storedUnheard, lost: statuses.length - storedUnheard };
  } finally {
    await server.end('SIGKILL');
  }
}

async function openAndCompare(server: ServerProcess, { receipt, body }: Telling): Promise<void> {
  const { version, language, words, answers, consent } = await open(server, receipt);
  const whole: Record<string, unknown> = { ...answers };
  for (const [key, said] of Object.entries(words?.answers ?? {})) {
    const answer = answers[key];
    whole[key] = answer ? { ...answer, other: said } : { text: said };
  }
  const opened = { version, language, ...(words && { story: { title: words.title, text: words.text } }), answers: whole };
  const { consent: given, receiptHash: _, ...told } = body;
  must(isDeepStrictEqual(opened, told), `a story is whole:\n${JSON.stringify(told)}\n${JSON.stringify(opened)}`);
  must(isDeepStrictEqual(consent.toSorted(), given.toSorted()), 'a story keeps its consent');
}

/** Past the server: as many rows as were sent, none of them without its story, and a database that is well. */
async function countAndCheck({ engine, look }: Ground, sent: Telling[]): Promise<void> {
  await look(async ({ db }) => {
    const rows = async (table: 'stories' | 'receipts' | 'texts') => {
      const { count } = await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    };
    const stored = [await rows('stories'), await rows('receipts'), await rows('texts')];
    const expected = [sent.length, sent.length, sent.filter(({ body }) => body.consent.includes('read')).length];
    must(isDeepStrictEqual(stored, expected), `stories, receipts and texts are ${expected}, not ${stored}`);
    if (engine === 'postgres') return;
    const { rows: checked } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    must(isDeepStrictEqual(checked, [{ integrity_check: 'ok' }]), `integrity_check: ${JSON.stringify(checked)}`);
  });
}

function must(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Error(`broken: ${promise}`);
}
