import type { Form } from '../../../server/contract/tell.ts';

import type { Framework } from '../../../triads/framework/framework.ts';
import { untold } from '../draft/draft.svelte.ts';
import { Telling } from '../telling.svelte.ts';
import { Visit } from '../visit.svelte.ts';

/** What the designer's page asks to be shown. */
export interface Shown {
  framework: Framework;
  page: string;
  language: string;
}

/** Stands where a story would, so that the pages after it can be looked at. */
const someStory = '…';
const nowhere = { slug: undefined, linkKey: undefined, isReceipt: false, language: null, languages: [], isShared: true };

/** A visit to a form that is still being designed: all its pages, but nothing of it is kept, fetched or sent. */
export class Rehearsal extends Visit {
  readonly #story = crypto.randomUUID();
  #page = '';

  constructor() {
    super(nowhere, async () => true);
  }

  override get isShared(): boolean {
    return false;
  }

  override async start(): Promise<void> {
    this.telling?.journey.next();
  }

  /** Shows the form as it is now, on the page of the piece that is being edited; what was answered stays answered. */
  show({ framework, page, language }: Shown): void {
    const form = formOf(framework);
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

function formOf({ title, languages, prompt, signifiers, consent, notices }: Framework): Form {
  return {
    slug: 'preview',
    title,
    invented: false,
    state: 'open',
    opens: '2020-01-01T00:00:00Z',
    closes: null,
    linkKey: 'not-needed',
    version: '00000000-0000-4000-8000-000000000000',
    language: languages[0] ?? '',
    languages,
    prompt,
    signifiers: signifiers.map((signifier) => ({ ...signifier, required: false })),
    consent: { ...consent, read: { ...consent.read, required: true } },
    notices,
    asks: { randomOrder: false, rotation: false },
    limits: { title: 200, story: 10_000, other: 200 },
  };
}
