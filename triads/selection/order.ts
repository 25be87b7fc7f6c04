import type { Coded } from './codes/coded.ts';

/** Rows sorted by code: those of a code are `rows[starts[code]]` to before `rows[starts[code + 1]]`. */
export interface Order {
  starts: Uint32Array;
  rows: Uint32Array;
}

/** Sorts by counting: two passes over the codes. */
export function orderOf({ codes, size }: Coded): Order {
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < codes.length; row++) {
    const after = (codes[row] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let code = 0; code < size; code++) starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  const next = starts.slice();
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    const place = next[code] as number;
    rows[place] = row;
    next[code] = place + 1;
  }
  return { starts, rows };
}
