import { randomInt } from 'node:crypto';
import { startPostgres } from '../postgres.ts';
import { rounds } from './rounds.ts';
import { buildServer } from './server-process.ts';

const count = 50;

/** `npm run soak [-- seed]`: 50 kills on each engine. */
async function soak(seed = randomInt(1e9)): Promise<void> {
  buildServer();
  const postgres = await startPostgres();
  try {
    for (const engine of ['sqlite', 'postgres'] as const) {
      const total = { acknowledged: 0, storedUnheard: 0, lost: 0 };
      let round = 0;
      for await (const { acknowledged, storedUnheard, lost } of rounds(engine, postgres.url, count, seed)) {
        round += 1;
        total.acknowledged += acknowledged;
        total.storedUnheard += storedUnheard;
        total.lost += lost;
        console.log(`${engine} ${round}/${count}: ${acknowledged} acknowledged; unheard: ${storedUnheard} stored, ${lost} retried`);
      }
      console.log(
        `soak ${engine}: ${count} kills held (seed ${seed}). ${total.acknowledged} acknowledged stories are there once and whole; ` +
          `of those unheard ${total.storedUnheard} were stored and ${total.lost} succeeded by retry.`,
      );
    }
  } finally {
    await postgres.stop();
  }
}

soak(process.argv[2] === undefined ? undefined : Number(process.argv[2])).catch((error: unknown) => {
  console.error('soak failed:', error);
  process.exitCode = 1;
});
