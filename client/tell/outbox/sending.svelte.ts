import type { Outgoing, Refused } from '../keeping/kept.ts';
import type { Outbox } from './outbox.svelte.ts';

/** `waiting`: no answer came, so it may or may not have arrived. `refused`: it certainly did not. `withdrawn`: it did, and was taken back. */
export type SendingState = 'unsent' | 'sending' | 'waiting' | 'refused' | 'sent' | 'withdrawn';

/** Where one story stands on its way, as its outbox has it. */
export class Sending {
  readonly #outbox: Outbox;
  readonly #id: string;
  /** Whether it is being put into the outbox. */
  isPosting = $state(false);
  /** Whether it was finished: then it is no more open, also while the phone does not say what became of it. */
  isFinished = $state(false);
  /** Whether it arrived and the participant was told: then the outbox lists it no more. */
  hasArrived = $state(false);

  /** As the outbox had it last: another page may have removed it since, and what became of it stays said. */
  #last: Outgoing | undefined;

  readonly #item = $derived.by(() => {
    const item = this.#outbox.items.find(({ id }) => id === this.#id);
    if (item) this.#last = item;
    return item ?? (this.isFinished ? this.#last : undefined);
  });
  readonly state = $derived.by<SendingState>(() => {
    if (this.hasArrived) return 'sent';
    if (this.isPosting) return 'sending';
    if (!this.#item) return this.isFinished ? 'waiting' : 'unsent';
    return this.#item.stage === 'waiting' && this.#outbox.isSending ? 'sending' : this.#item.stage;
  });
  /** What the server said when it refused. */
  readonly problem = $derived.by<Refused['problem'] | null>(() => (this.#item?.stage === 'refused' ? this.#item.problem : null));
  /** Whether it was refused for what no change of it can help: the collection takes no more stories, or is gone. */
  readonly isRefusedForGood = $derived(/:(closed|not-found)$/.test(this.problem?.type ?? ''));
  /** Whether the story may still be changed. */
  readonly open = $derived(this.state === 'unsent');

  constructor(outbox: Outbox, id: string) {
    this.#outbox = outbox;
    this.#id = id;
  }
}
