import type { Told } from '../keeping/kept.ts';
import type { Shelf } from '../keeping/shelf.ts';
import type { Parcel } from '../outbox/parcel.ts';

/** Typing is kept after so long at the latest, in milliseconds. */
const pause = 400;

/** Keeps one story while it is told. What it writes is written in order, so that nothing older ever replaces what is newer. */
export class Saving {
  readonly #shelf: Shelf;
  readonly #id: string;
  /** Whether all that was told is kept. */
  isSaved = $state(false);
  touched = Date.now();
  /** The same by the page's own clock, which nobody sets. */
  noted = performance.now();
  #told: Told | undefined;
  #written: Told | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** Whether the story is no draft any more. */
  #isOver = false;

  constructor(shelf: Shelf, id: string) {
    this.#shelf = shelf;
    this.#id = id;
  }

  /** Takes note of what was told by now: kept at once with every page, and soon while the participant is on one. */
  note(told: Told): void {
    const isStep = told.page !== this.#told?.page;
    this.#told = told;
    this.isSaved = false;
    this.touched = Date.now();
    this.noted = performance.now();
    if (isStep) this.save();
    else this.#timer ??= setTimeout(() => this.save(), pause);
  }

  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#next(async () => {
      const told = this.#told;
      if (this.#isOver || !told || told === this.#written) return;
      await this.#shelf.put({ id: this.#id, stage: 'draft', touched: this.touched, told });
      this.#written = told;
      this.isSaved = told === this.#told;
    });
  }

  /** Moves the story to the outbox, in one step. */
  finish(told: Told, parcel: Parcel): Promise<void> {
    this.#isOver = true;
    const now = Date.now();
    return this.#next(() => this.#shelf.put({ id: this.#id, stage: 'waiting', touched: now, finished: now, told, parcel }));
  }

  /** Makes a draft again of a story that was refused. */
  reopen(told: Told): Promise<void> {
    this.#isOver = false;
    this.#written = undefined;
    this.#told = told;
    this.touched = Date.now();
    this.noted = performance.now();
    return this.save();
  }

  /** Writes no more; what was being written is waited for. */
  stop(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    return this.#next(async () => {});
  }

  #next(write: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(write);
    return this.#writing;
  }
}
