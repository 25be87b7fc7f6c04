import type { Framework } from '../../../triads/framework/framework.ts';
import { untold } from '../draft/draft.svelte.ts';
import { formOf, Rehearsal } from '../rehearsal.svelte.ts';
import { Telling } from '../telling.svelte.ts';

/** What the designer's page asks to be shown. */
export interface Shown {
  framework: Framework;
  page: string;
  language: string;
}

/** Stands where a story would, so that the pages after it can be looked at. */
const someStory = '…';

/** The form beside the designer's editor, on the page of the piece that is being edited. */
export class Previewing extends Rehearsal {
  readonly #story = crypto.randomUUID();
  #page = '';

  /** Shows the form as it is now; what was answered stays answered. */
  show({ framework, page, language }: Shown): void {
    const form = formOf(framework, { randomOrder: false, rotation: false });
    const before = this.telling?.draft.told;
    const keys = new Set(form.signifiers.map(({ key }) => key));
    const isTurned = page !== this.#page || language !== before?.language;
    this.#page = page;
    const on = isTurned ? page : (before?.page ?? page);
    const answers = Object.fromEntries(Object.entries(before?.answers ?? {}).filter(([key]) => keys.has(key)));
    const text = before?.text || (on === 'start' || on === 'story' ? '' : someStory);
    // The same story all the while, at a page that is there already: the designer's way back fills with none of it.
    if (isTurned) history.replaceState({ story: this.#story, page: on, depth: 0, changing: false }, '');
    const telling = new Telling({ ...untold(form, language), answers, text, page: on }, this.cupboard, this.outbox, this.#story);
    telling.journey.resume(on);
    // The focus stays with the designer.
    telling.journey.moved = false;
    this.telling = telling;
  }
}
