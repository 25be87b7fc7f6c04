import { expect, inject, test } from 'vitest';
import { engines } from '../houses.ts';
import { rounds } from './rounds.ts';

test.each(engines)('keeps every acknowledged story, once and whole, when it is killed under load (%s)', async (engine) => {
  let acknowledged = 0;
  for await (const round of rounds(engine, inject('postgres'), 5, 2026)) acknowledged += round.acknowledged;
  expect(acknowledged).toBeGreaterThan(0);
});
