import type { Form } from '../../server/contract/tell.ts';
import type { Document } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import { untold } from './draft/draft.svelte.ts';
import type { Told } from './keeping/kept.ts';
import type { Shelf } from './keeping/shelf.ts';
import { Telling } from './telling.svelte.ts';
import { Visit } from './visit.svelte.ts';

const nowhere = { slug: undefined, linkKey: undefined, isReceipt: false, language: null, languages: [], isShared: true };

/** A visit to a form that is still being designed: all its pages, but no story is kept, fetched or sent. */
export class Rehearsal extends Visit {
  constructor() {
    super(nowhere, arriveAtOnce);
  }

  override get isShared(): boolean {
    return false;
  }

  override async start(): Promise<void> {
    this.telling?.journey.next();
  }

  override async another(): Promise<void> {
    if (this.telling) this.beginOn(this.telling.form, this.telling.draft.language);
  }

  override clear(): Promise<void> {
    return this.another();
  }

  /** Begins a story, on the first page. */
  protected beginOn(form: Form, language: string): void {
    this.telling = new Telling(untold(form, language), this.cupboard, this.outbox);
    this.telling.journey.start();
  }

  /** Goes on with a story on the page that it was left on. */
  protected resumeOn(told: Told, id: string): void {
    this.telling = new Telling(told, this.cupboard, this.outbox, id);
    this.telling.journey.resume(told.page);
  }
}

/** What is only rehearsed is there as soon as it is sent. */
async function arriveAtOnce(shelf: Shelf): Promise<boolean> {
  for (const { id, finished, told } of await shelf.all('waiting')) {
    await shelf.put({ id, finished, touched: finished, stage: 'sent', title: localise(told.form.title, told.language) });
  }
  return true;
}

/** The form of a collection that would ask a document. */
export function formOf({ title, languages, prompt, signifiers, consent, notices }: Document, asks: Form['asks']): Form {
  return {
    slug: 'rehearsal',
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
    asks,
    limits: { title: 200, story: 10_000, other: 200 },
  };
}
