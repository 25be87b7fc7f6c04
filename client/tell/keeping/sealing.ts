/** Something written so that only the key beside it can read it. */
export interface Sealed {
  /** Usable by this browser alone, and never readable as bytes; it dies with what it sealed. */
  key: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Seals a JSON value with AES-GCM under a key of its own. */
export async function seal(value: unknown): Promise<Sealed> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)));
  return { key, iv, bytes };
}

export async function unseal<T>({ key, iv, bytes }: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes)));
}
