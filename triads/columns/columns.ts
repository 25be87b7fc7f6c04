import type { State } from '../answers/answer.ts';
import type { Flags } from './flags.ts';

/** Positions are quantised to 16 bits: value / 65535. Where the state is not `placed` or `chosen` the position means nothing. */
export const quantum = 65_535;

/** The code of each state in a state column; the order of `states`. */
export const stateCode: Record<State, number> = { placed: 0, chosen: 1, na: 2, skipped: 3, unasked: 4 };

/** One row a story, in no meaningful order; every array has `length` entries. */
export interface Columns {
  length: number;
  /** Whether the words of the story may be read by whoever asked. 0 or 1. */
  readable: Uint8Array;
  /** ISO weeks and wave keys as dictionaries: a code per row into `values`. */
  week: Dictionary;
  wave: Dictionary;
  /** By signifier key. */
  triads: Map<string, TriadColumn>;
  dyads: Map<string, DyadColumn>;
  stones: Map<string, StonesColumn>;
  choices: Map<string, ChoiceColumn>;
  texts: Map<string, { state: Uint8Array }>;
}

export interface Dictionary {
  codes: Uint16Array;
  values: string[];
}

/** Shares of top and right; left = 1 − top − right. */
export interface TriadColumn {
  state: Uint8Array;
  top: Uint16Array;
  right: Uint16Array;
}

export interface DyadColumn {
  state: Uint8Array;
  right: Uint16Array;
}

/** `state` is that of the whole signifier; each stone has a state of its own. By stone key, in framework order. */
export interface StonesColumn {
  state: Uint8Array;
  stones: Map<string, StoneColumn>;
}

export interface StoneColumn {
  state: Uint8Array;
  x: Uint16Array;
  y: Uint16Array;
}

/** Flags for each option, in framework order; in a choice of one at most one is set in a row. */
export interface ChoiceColumn {
  /** Whether a row may have several flags set; it decides the shape on the wire. */
  several: boolean;
  state: Uint8Array;
  options: Map<string, Flags>;
}
