import { type State, states } from '../../answers/answer.ts';
import type { ChoiceColumn } from '../../columns/columns.ts';
import { bytesOf, together } from '../../columns/flags.ts';
import { type Coded, statesOf } from './coded.ts';

const each = Uint8Array.from(states.keys());

/** A choice has a code for its state, and one for each eight of its options: which of them were chosen, as bits. */
export function choiceCodes({ state, options }: ChoiceColumn): Coded[] {
  return [{ codes: state, size: states.length, runs: each }, ...bytesOf(options).map((codes) => ({ codes, size: 1 << together }))];
}

/** For each of a choice's codes, a table with 1 where any of the options is chosen. */
export function choiceTables({ options }: ChoiceColumn, wanted: readonly string[]): Uint8Array[] {
  const tables = bytesOf(options).map((bytes) => {
    const bits = wanted.reduce((bits, key) => bits | (options.get(key)?.bytes === bytes ? (options.get(key)?.mask ?? 0) : 0), 0);
    return Uint8Array.from({ length: 1 << together }, (_, code) => Number((code & bits) !== 0));
  });
  return [new Uint8Array(states.length), ...tables];
}

export interface ChosenCounts {
  states: Record<State, number>;
  /** In framework order; with several choices they may sum to more than were answered. */
  options: Map<string, number>;
}

/** What the counts of a choice's codes say. */
export function readChoice([state = new Uint32Array(), ...packed]: readonly Uint32Array[], { options }: ChoiceColumn): ChosenCounts {
  const all = bytesOf(options);
  const chosen = [...options].map(([key, { bytes, mask }]) => {
    const counts = packed[all.indexOf(bytes)] ?? new Uint32Array();
    let sum = 0;
    for (let code = 0; code < counts.length; code++) if (code & mask) sum += counts[code] as number;
    return [key, sum] as const;
  });
  return { states: statesOf(state, each), options: new Map(chosen) };
}
