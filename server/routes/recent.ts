/** Answers in bytes, the last state of each, as many as fit; those longest unused make room for new ones. */
export class Recent {
  readonly #most: number;
  readonly #held = new Map<string, { etag: string; bytes: Buffer }>();
  #size = 0;

  /** @param most bytes held at a time */
  constructor(most: number) {
    this.#most = most;
  }

  /** The answer of this name in this state; one in another state is let go. */
  take(name: string, etag: string): Buffer | undefined {
    const held = this.#held.get(name);
    this.#drop(name);
    if (held?.etag === etag) this.put(name, etag, held.bytes);
    return held?.etag === etag ? held.bytes : undefined;
  }

  put(name: string, etag: string, bytes: Buffer): void {
    this.#drop(name);
    if (bytes.length > this.#most) return;
    this.#held.set(name, { etag, bytes });
    this.#size += bytes.length;
    for (const [oldest] of this.#held) {
      if (this.#size <= this.#most) return;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    this.#size -= this.#held.get(name)?.bytes.length ?? 0;
    this.#held.delete(name);
  }
}
