import type { Columns } from '../../triads/columns/columns.ts';

/** The state column of a signifier that is drawn as a shape. */
export function stateOf({ triads, dyads, stones }: Columns, key: string): Uint8Array | null {
  return (triads.get(key) ?? dyads.get(key) ?? stones.get(key))?.state ?? null;
}
