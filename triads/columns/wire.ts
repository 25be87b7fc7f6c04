import { type Columns, type Dictionary, stateCode } from './columns.ts';
import type { Flags } from './flags.ts';

/**
 * One column of the Arrow body, tied to the arrays it is written from and read into. Where `state` stands beside it, the
 * column holds a value in the rows that were answered (`placed` or `chosen`) and null in all others.
 */
export type WireColumn = { name: string } & (
  | { kind: 'row'; length: number }
  | { kind: 'flag'; flags: Flags; state: Uint8Array | null }
  | { kind: 'dictionary'; dictionary: Dictionary }
  | { kind: 'state'; state: Uint8Array }
  | { kind: 'position'; position: Uint16Array; state: Uint8Array }
  | { kind: 'option'; options: Map<string, Flags>; state: Uint8Array }
);

/**
 * Every column of the pattern body, as domain.md lists them; the one place that names them. A state comes before what
 * depends on it.
 * @throws Error when two columns would have one name (a choice with the key "week", an option with the key "state")
 */
export function wireColumns(columns: Columns): WireColumn[] {
  const wire = [...columnsOf(columns)];
  const names = new Set<string>();
  for (const { name } of wire) {
    if (names.has(name)) throw new Error(`two columns would have the name "${name}"`);
    names.add(name);
  }
  return wire;
}

function* columnsOf(columns: Columns): Generator<WireColumn> {
  yield { name: 'story', kind: 'row', length: columns.length };
  yield { name: 'readable', kind: 'flag', flags: { bytes: columns.readable, mask: 1 }, state: null };
  yield { name: 'week', kind: 'dictionary', dictionary: columns.week };
  yield { name: 'wave', kind: 'dictionary', dictionary: columns.wave };
  for (const [key, { state, top, right }] of columns.triads) {
    yield { name: `${key}.state`, kind: 'state', state };
    yield { name: `${key}.top`, kind: 'position', position: top, state };
    yield { name: `${key}.right`, kind: 'position', position: right, state };
  }
  for (const [key, { state, right }] of columns.dyads) {
    yield { name: `${key}.state`, kind: 'state', state };
    yield { name: `${key}.right`, kind: 'position', position: right, state };
  }
  for (const [key, { state, stones }] of columns.stones) {
    yield { name: `${key}.state`, kind: 'state', state };
    for (const [stone, { state, x, y }] of stones) {
      yield { name: `${key}.${stone}.state`, kind: 'state', state };
      yield { name: `${key}.${stone}.x`, kind: 'position', position: x, state };
      yield { name: `${key}.${stone}.y`, kind: 'position', position: y, state };
    }
  }
  for (const [key, { several, state, options }] of columns.choices) {
    yield { name: `${key}.state`, kind: 'state', state };
    if (!several) yield { name: key, kind: 'option', options, state };
    else for (const [option, flags] of options) yield { name: `${key}.${option}`, kind: 'flag', flags, state };
  }
  for (const [key, { state }] of columns.texts) yield { name: `${key}.state`, kind: 'state', state };
}

/** Whether a state is one of those that come with a value. */
export function isAnswered(code: number | undefined): boolean {
  return code === stateCode.placed || code === stateCode.chosen;
}
