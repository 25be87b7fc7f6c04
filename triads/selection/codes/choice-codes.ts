import { type State, states } from '../../answers/answer.ts';
import type { ChoiceColumn } from '../../columns/columns.ts';
import { type Coded, statesOf } from './coded.ts';

const each = Uint8Array.from(states.keys());
/** Options that share a byte; a bit for each. */
const together = 8;

/** A choice has a code for its state, and one for each eight of its options: which of them were chosen, as bits. */
export function choiceCodes({ state, options }: ChoiceColumn): Coded[] {
  const all = [...options.values()];
  const packed = Array.from({ length: Math.ceil(all.length / together) }, (_, byte) => {
    const codes = new Uint8Array(state.length);
    for (const [bit, chosen] of all.slice(byte * together, (byte + 1) * together).entries()) addBit(codes, chosen, bit);
    return { codes, size: 1 << together };
  });
  return [{ codes: state, size: states.length, runs: each }, ...packed];
}

/** Four rows at a time, where memory is aligned: bits of 0 and 1 shifted by up to seven stay within their bytes. */
function addBit(codes: Uint8Array, chosen: Uint8Array, bit: number): void {
  const wide = chosen.byteOffset % 4 === 0 ? codes.length >> 2 : 0;
  const [into, from] = [new Uint32Array(codes.buffer, 0, wide), new Uint32Array(chosen.buffer, wide ? chosen.byteOffset : 0, wide)];
  for (let word = 0; word < wide; word++) into[word] = (into[word] as number) | ((from[word] as number) << bit);
  for (let row = wide * 4; row < codes.length; row++) codes[row] = (codes[row] as number) | ((chosen[row] as number) << bit);
}

/** For each of a choice's codes, a table with 1 where any of the options is chosen. */
export function choiceTables({ options }: ChoiceColumn, wanted: readonly string[]): Uint8Array[] {
  const keys = [...options.keys()];
  const packed = Array.from({ length: Math.ceil(keys.length / together) }, (_, byte) => {
    const bits = keys
      .slice(byte * together, (byte + 1) * together)
      .reduce((bits, key, bit) => bits | (Number(wanted.includes(key)) << bit), 0);
    return Uint8Array.from({ length: 1 << together }, (_, code) => Number((code & bits) !== 0));
  });
  return [new Uint8Array(states.length), ...packed];
}

export interface ChosenCounts {
  states: Record<State, number>;
  /** In framework order; with several choices they may sum to more than were answered. */
  options: Map<string, number>;
}

/** What the counts of a choice's codes say. */
export function readChoice([state = new Uint32Array(), ...packed]: readonly Uint32Array[], { options }: ChoiceColumn): ChosenCounts {
  const chosen = [...options.keys()].map((key, index) => {
    const counts = packed[Math.floor(index / together)] ?? new Uint32Array();
    let sum = 0;
    for (let code = 0; code < counts.length; code++) if ((code >> (index % together)) & 1) sum += counts[code] as number;
    return [key, sum] as const;
  });
  return { states: statesOf(state, each), options: new Map(chosen) };
}
