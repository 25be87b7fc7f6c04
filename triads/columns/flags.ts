/** Yes or no a row: a bit of a byte that up to eight such columns share. */
export interface Flags {
  /** One a row. */
  bytes: Uint8Array;
  /** The bit of these flags. */
  mask: number;
}

/** Flags that share a byte. */
export const together = 8;

/** Flags by key, none of them set. */
export function noFlags(keys: readonly string[], length: number): Map<string, Flags> {
  const bytes = Array.from({ length: Math.ceil(keys.length / together) }, () => new Uint8Array(length));
  return new Map(
    keys.map((key, index) => [key, { bytes: bytes[Math.floor(index / together)] as Uint8Array, mask: 1 << (index % together) }]),
  );
}

export function isSet({ bytes, mask }: Flags, row: number): boolean {
  return ((bytes[row] as number) & mask) !== 0;
}

export function setFlag({ bytes, mask }: Flags, row: number): void {
  bytes[row] = (bytes[row] as number) | mask;
}

/** The bytes of some flags, each once. */
export function bytesOf(flags: ReadonlyMap<string, Flags>): Uint8Array[] {
  return [...new Set([...flags.values()].map(({ bytes }) => bytes))];
}

/** The same flags in other bytes. */
export function changedFlags(flags: ReadonlyMap<string, Flags>, change: (bytes: Uint8Array) => Uint8Array): Map<string, Flags> {
  const changed = new Map(bytesOf(flags).map((bytes) => [bytes, change(bytes)]));
  return new Map([...flags].map(([key, { bytes, mask }]) => [key, { bytes: changed.get(bytes) as Uint8Array, mask }]));
}

/** Sets in flags without any, from a row on, what is set in others of the same keys; others again are left as they are. */
export function copyFlags(into: ReadonlyMap<string, Flags>, from: ReadonlyMap<string, Flags>, start: number): void {
  const laid = (flags: ReadonlyMap<string, Flags>) => [...flags].map(([key, { mask }]) => `${key} ${mask}`).join();
  if (laid(into) === laid(from)) {
    const bytes = bytesOf(from);
    for (const [index, all] of bytesOf(into).entries()) all.set(bytes[index] as Uint8Array, start);
    return;
  }
  for (const [key, flags] of from) {
    const all = into.get(key);
    if (all) for (let row = 0; row < flags.bytes.length; row++) if (isSet(flags, row)) setFlag(all, start + row);
  }
}
