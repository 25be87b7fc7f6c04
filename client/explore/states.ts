import type { Columns } from '../../triads/columns/columns.ts';

/** The state column of a signifier that can be enlarged. */
export function stateOf({ triads, dyads, stones, choices }: Columns, key: string): Uint8Array | null {
  return (triads.get(key) ?? dyads.get(key) ?? stones.get(key) ?? choices.get(key))?.state ?? null;
}
