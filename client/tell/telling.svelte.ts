import { createContext } from 'svelte';
import type { Form } from '../../server/contract/tell.ts';
import { Draft } from './draft/draft.svelte.ts';
import { receiptHash } from './draft/receipt.ts';
import { Sending } from './draft/sending.svelte.ts';
import { submissionOf } from './draft/submission.ts';
import { Journey } from './journey.svelte.ts';

/** One visit to the form: the story being told, where it stands on its way, and the pages it goes through. */
export class Telling {
  readonly form: Form;
  draft: Draft;
  sending: Sending;
  readonly journey: Journey;
  /** Whether the participant asked that nothing be left on this phone. */
  cleared = $state(false);

  constructor(form: Form, language: string) {
    this.form = form;
    this.draft = $state.raw(new Draft(form, language));
    this.sending = $state.raw(new Sending());
    this.journey = new Journey(this);
  }

  async send(): Promise<void> {
    const { draft, sending } = this;
    await sending.send(async () => ({
      slug: draft.form.slug,
      key: draft.key,
      body: submissionOf(draft, await receiptHash(draft.receipt)),
    }));
    if (sending !== this.sending) return;
    if (sending.state === 'sent') this.journey.go('sent');
    // Someone may have gone back while it was waiting; what was refused is said on the receipt's page.
    else if (sending.state === 'refused' && this.journey.page.id !== 'receipt') this.journey.go('receipt');
  }

  /** Begins another story, with a receipt of its own. */
  another(): void {
    this.#forget();
    this.journey.go('story');
  }

  /** Forgets the story and its receipt, and shows that it has. */
  clear(): void {
    this.#forget();
    this.cleared = true;
  }

  #forget(): void {
    this.draft = new Draft(this.form, this.draft.language);
    this.sending = new Sending();
  }

  /** What would be lost if the page were closed now. */
  get holdsWords(): boolean {
    return this.sending.state !== 'sent' && this.draft.hasWords;
  }
}

export const [telling, setTelling] = createContext<Telling>();
