import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { submit } from './clients.ts';
import { newGround } from './ground.ts';
import { startServer } from './server-process.ts';
import { tellings } from './tellings.ts';

const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
const why = canTrace ? '' : ' (skipped: strace is not installed, or may not trace here)';
const calls = 'read,recvfrom,recvmsg,fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg';

test.skipIf(!canTrace)(`has a story on disk before it answers 201${why}`, async () => {
  const ground = await newGround('sqlite', '');
  onTestFinished(() => ground.clear());
  const trace = join(ground.dataDir, 'trace');
  const server = await startServer(ground, ['strace', '-f', '-y', '-s', '32', '-e', `trace=${calls}`, '-o', trace]);
  onTestFinished(() => server.end('SIGKILL'));

  const [telling] = tellings(ground.collection.waves[0]?.versionId ?? '', 2026, 1);
  expect(telling && (await submit(server, telling))).toBe(201);
  await server.end('SIGTERM');

  const lines = readFileSync(trace, 'utf8').split('\n');
  const request = lines.findIndex((line) => line.includes('"POST /api/v1/collections'));
  const answer = lines.findIndex((line) => line.includes('"HTTP/1.1 201'));
  expect(request).toBeGreaterThan(0);
  expect(answer).toBeGreaterThan(request);
  const onLog = returned(lines.slice(request, answer)).filter((call) => call.includes('storyfield.sqlite-wal>'));
  // Between the two the database's log is written, and what was written last is synced: the sync had returned.
  expect(onLog.at(-1)).toMatch(/^(fdatasync|fsync)\(.*= 0$/);
  expect(onLog.at(-2)).toMatch(/^pwrite64\(/);
});

/** The calls that returned, in the order in which they did; strace parts a call in two lines when another thread comes between. */
function returned(lines: string[]): string[] {
  const begun = new Map<string, string>();
  return lines.flatMap((line) => {
    const [, thread = '', call = ''] = line.match(/^(\d+) +(.*)$/) ?? [];
    if (call.endsWith(' <unfinished ...>')) {
      begun.set(thread, call.replace(/ <unfinished \.\.\.>$/, ''));
      return [];
    }
    return [call.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(thread) ?? '')];
  });
}
