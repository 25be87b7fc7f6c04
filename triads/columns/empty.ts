import type { Signifier } from '../framework/framework.ts';
import { type Columns, stateCode } from './columns.ts';
import { noFlags } from './flags.ts';

/**
 * Columns for stories of which nothing is known yet: every answer in one state.
 * @param signifiers of one framework version, or of all the versions of a collection
 */
export function emptyColumns(signifiers: readonly Signifier[], length: number, code: number = stateCode.skipped): Columns {
  const states = () => new Uint8Array(length).fill(code);
  const positions = () => new Uint16Array(length);
  const columns: Columns = {
    length,
    readable: new Uint8Array(length),
    week: { codes: new Uint16Array(length), values: [] },
    wave: { codes: new Uint16Array(length), values: [] },
    triads: new Map(),
    dyads: new Map(),
    stones: new Map(),
    choices: new Map(),
    texts: new Map(),
  };
  for (const signifier of signifiers) {
    const { key, kind } = signifier;
    const state = states();
    if (kind === 'triad') columns.triads.set(key, { state, top: positions(), right: positions() });
    if (kind === 'dyad') columns.dyads.set(key, { state, right: positions() });
    if (kind === 'text') columns.texts.set(key, { state });
    if (kind === 'stones') {
      const stones = signifier.stones.map((stone) => [stone.key, { state: states(), x: positions(), y: positions() }] as const);
      columns.stones.set(key, { state, stones: new Map(stones) });
    }
    if (kind === 'choice') {
      const keys = signifier.options.map(({ key }) => key);
      columns.choices.set(key, { several: signifier.several, state, options: noFlags(keys, length) });
    }
  }
  return columns;
}
