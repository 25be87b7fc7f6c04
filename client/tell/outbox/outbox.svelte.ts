import type { Cupboard } from '../keeping/cupboard.svelte.ts';
import { type Outgoing, receiptOf, takenBack } from '../keeping/kept.ts';
import { askToKeep } from '../keeping/persistence.ts';
import { onTiding, tell } from '../keeping/tidings.ts';
import { askForDelivery } from '../worker/register.ts';
import { deliver } from './deliver.ts';

const shortest = 2000;
const longest = 60_000;

const finished = ['waiting', 'refused', 'sent', 'withdrawn'] as const;

/** The finished stories of this phone: what waits, what was refused, what arrived or was taken back since somebody last looked. */
export class Outbox {
  readonly #cupboard: Cupboard;
  readonly #send: typeof deliver;
  items = $state.raw<readonly Outgoing[]>([]);
  isSending = $state(false);
  /** What was dismissed: a look at the phone that began before must not bring it back. */
  readonly #dismissed = new Set<string>();
  /** The story that a page of its own tells of. */
  #left: string | null = null;
  #running: Promise<void> = Promise.resolve();
  /** How often it was looked what the phone has: a look that ends after a later one says nothing new. */
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = shortest;

  constructor(cupboard: Cupboard, send = deliver) {
    this.#cupboard = cupboard;
    this.#send = send;
    onTiding((tiding) => tiding === 'outbox' && this.refresh());
    addEventListener('online', () => this.deliver());
  }

  /** Sends what waits, now, and again after a while for as long as it is not answered. Never throws. */
  deliver(): Promise<void> {
    this.#pause = shortest;
    return this.#run();
  }

  async refresh(): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const items = await this.#cupboard.all(...finished);
    if (look !== this.#looks) return;
    this.items = items.filter(({ id }) => id !== this.#left && !this.#dismissed.has(id));
  }

  /**
   * Leaves it to a page of the story's own to say that it arrived; whoever opens the form anew is told here, with its code. Where only
   * memory keeps it, nobody will.
   */
  async leave(id: string): Promise<void> {
    this.#left = id;
    this.#unlist(id);
    if (!this.#cupboard.lasts) await this.dismiss(id);
  }

  /** Lists the story again whose own page is left. */
  async list(): Promise<void> {
    this.#left = null;
    await this.refresh();
  }

  /** Removes a story of which the participant has seen what became of it. */
  async dismiss(id: string): Promise<void> {
    this.#dismissed.add(id);
    this.#unlist(id);
    await this.#cupboard.remove(id);
    tell('outbox');
  }

  /** Removes what the phone has of a story that was taken back: its code opens nothing any more, and what waits cannot be sent again. */
  async forget(receipt: string): Promise<void> {
    for (const item of await this.#cupboard.all(...finished)) {
      if (receiptOf(item) !== receipt) continue;
      if ('told' in item) await this.#cupboard.replace(takenBack(item), item.stage);
      else await this.dismiss(item.id);
    }
    await this.refresh();
    tell('outbox');
  }

  #unlist(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(async () => {
      this.isSending = true;
      const isEmpty = await this.#send(this.#cupboard).catch(() => false);
      await this.refresh();
      this.isSending = false;
      // A phone that does not say what it has may have something that waits.
      if (isEmpty && !this.#cupboard.isRefused) return;
      if (this.#cupboard.lasts) {
        askForDelivery();
        askToKeep();
      }
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#run(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, longest);
    });
    return this.#running;
  }
}
