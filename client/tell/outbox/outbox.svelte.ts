import type { Cupboard } from '../keeping/cupboard.svelte.ts';
import type { Outgoing } from '../keeping/kept.ts';
import { askToKeep } from '../keeping/persistence.ts';
import { onTiding, tell } from '../keeping/tidings.ts';
import { askForDelivery } from '../worker/register.ts';
import { deliver } from './deliver.ts';

const shortest = 2000;
const longest = 60_000;

/** The finished stories of this phone: what waits, what was refused, what arrived since somebody last looked. */
export class Outbox {
  readonly #cupboard: Cupboard;
  readonly #send: typeof deliver;
  items = $state.raw<readonly Outgoing[]>([]);
  isSending = $state(false);
  /** What is not listed: what was dismissed, and what a page of its own tells of. A look at the phone that began before must not bring it back. */
  readonly #unlisted = new Set<string>();
  #running: Promise<void> = Promise.resolve();
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
    const items = await this.#cupboard.all('waiting', 'refused', 'sent');
    this.items = items.filter(({ id }) => !this.#unlisted.has(id));
  }

  /** Leaves it to a page of the story's own to say that it arrived; whoever opens the form anew is told here. */
  async see(id: string): Promise<void> {
    this.#unlist(id);
    const sent = await this.#cupboard.get(id);
    if (sent?.stage === 'sent') await this.#cupboard.put({ ...sent, isSeen: true });
  }

  /** Removes what was seen to arrive, code and all, before another story is told. */
  async forgetSeen(): Promise<void> {
    for (const { id, isSeen } of await this.#cupboard.all('sent')) if (isSeen) await this.dismiss(id);
  }

  #unlist(id: string): void {
    this.#unlisted.add(id);
    this.items = this.items.filter((item) => item.id !== id);
  }

  /** Removes a story of which the participant has seen what became of it. */
  async dismiss(id: string): Promise<void> {
    this.#unlist(id);
    await this.#cupboard.remove(id);
    tell('outbox');
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(async () => {
      this.isSending = true;
      const isEmpty = await this.#send(this.#cupboard).catch(() => false);
      await this.refresh();
      this.isSending = false;
      if (isEmpty) return;
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
