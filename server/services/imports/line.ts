/** How often whoever is in line gives a sign of life, in milliseconds: much oftener than anybody is taken for dead. */
const signEvery = 15_000;

/** Work on imports, one after the other. Those that wait give signs of life as does the one that is worked on. */
export class Line {
  readonly #sign: (id: string) => Promise<void>;
  readonly #ids = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  /** @param sign writes down that an import is alive */
  constructor(sign: (id: string) => Promise<void>) {
    this.#sign = sign;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Does a piece of work once all before it is done. @param failed told of what went wrong, which stops nothing behind it */
  add(id: string, work: () => Promise<void>, failed: (error: unknown) => void): void {
    this.#ids.add(id);
    const signs = setInterval(() => this.#sign(id).catch(() => {}), signEvery).unref();
    this.#last = this.#last
      .then(work)
      .catch(failed)
      .finally(() => {
        clearInterval(signs);
        this.#ids.delete(id);
      });
  }

  /** Resolves once nothing is left in line. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
