import { createContext } from 'svelte';
import { Draft } from './draft/draft.svelte.ts';
import { receiptHash } from './draft/receipt.ts';
import { Saving } from './draft/saving.svelte.ts';
import { submissionOf } from './draft/submission.ts';
import { Journey } from './journey.svelte.ts';
import type { Told } from './keeping/kept.ts';
import { hold } from './keeping/locks.ts';
import type { Shelf } from './keeping/shelf.ts';
import { tell } from './keeping/tidings.ts';
import type { Outbox } from './outbox/outbox.svelte.ts';
import { Sending } from './outbox/sending.svelte.ts';

/** One story being told: what was said, how it is kept, where it stands on its way, and the pages it goes through. */
export class Telling {
  readonly draft: Draft;
  readonly saving: Saving;
  readonly sending: Sending;
  readonly journey: Journey;
  readonly #outbox: Outbox;

  /** @param id what this phone calls the story, where it has it already */
  constructor(told: Told, shelf: Shelf, outbox: Outbox, id?: string) {
    this.#outbox = outbox;
    this.draft = new Draft(told, id);
    this.saving = new Saving(shelf, this.draft.id);
    this.sending = new Sending(outbox, this.draft.id);
    this.journey = new Journey(this);
    // No other page offers this story to be gone on with.
    hold(`draft ${this.draft.id}`);
  }

  get form() {
    return this.draft.form;
  }

  /** Sends the story, by way of the outbox: from here on it is not lost, whatever becomes of this page. */
  async send(): Promise<void> {
    const { draft, sending } = this;
    if (sending.open) {
      sending.isPosting = true;
      sending.isFinished = true;
      const { told } = draft;
      const body = submissionOf(draft, await receiptHash(draft.receipt));
      const parcel = { slug: told.form.slug, key: told.key, linkKey: told.linkKey, body };
      await this.saving.finish(told, parcel);
      await this.#outbox.refresh();
      sending.isPosting = false;
    }
    if (sending.state !== 'sent') await this.#outbox.deliver();
  }

  /** Shows that the story arrived. Its code stays on the phone for a day: a page that is reloaded has not lost it. */
  arrive(): void {
    this.sending.hasArrived = true;
    this.#outbox.leave(this.draft.id);
    this.journey.go('sent');
  }

  /** Lets a story that was refused be changed. */
  async reopen(): Promise<void> {
    this.sending.isFinished = false;
    await this.saving.reopen(this.draft.told);
    await this.#outbox.refresh();
    // No other page offers it to be opened or removed.
    tell('outbox');
    this.journey.go('check');
  }
}

export const [telling, setTelling] = createContext<Telling>();
