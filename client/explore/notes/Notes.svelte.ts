import { SvelteMap } from 'svelte/reactivity';
import type { NewNote, NewReply, Note } from '../../../server/contract/kept.ts';
import { request } from '../../api.ts';
import { Newest } from '../../parts/Newest.svelte.ts';

/** What is half written, by who writes it and on what: in memory alone, for as long as this page of the browser is open. */
const drafts = new SvelteMap<string, string>();

/** The interpretation notes of a collection. */
export class Notes {
  readonly #path: string;
  readonly #own: string;
  #all = $state.raw<Note[] | null>(null);
  readonly #fetching = new Newest();

  /** @param me the id of who writes */
  constructor(collection: string, me: string) {
    this.#own = `${me} ${collection}`;
    this.#path = `/api/v1/collections/${collection}/notes`;
  }

  /** Newest last; null until they are here. */
  get all(): Note[] | null {
    return this.#all;
  }
  /** Why they could not be fetched. */
  get failure(): unknown {
    return this.#fetching.failure;
  }

  /** What is half written on something; null where nothing is. */
  draftOn(what: string): string | null {
    return drafts.get(`${this.#own} ${what}`) ?? null;
  }
  /** Keeps it until it is saved or, by null, given up. */
  keepDraft(what: string, text: string | null): void {
    if (text === null) drafts.delete(`${this.#own} ${what}`);
    else drafts.set(`${this.#own} ${what}`, text);
  }
  get hasDrafts(): boolean {
    return [...drafts.keys()].some((key) => key.startsWith(this.#own));
  }

  load(): Promise<void> {
    return this.#fetching.ask(
      () => request<{ notes: Note[] }>('GET', this.#path),
      ({ notes }) => {
        this.#all = notes;
      },
    );
  }

  write(note: NewNote): Promise<void> {
    return this.#then(request('POST', this.#path, note));
  }
  reply(to: Note, reply: NewReply): Promise<void> {
    return this.#then(request('POST', `${this.#path}/${to.id}/replies`, reply));
  }
  change(id: string, text: string): Promise<void> {
    return this.#then(request('PUT', `${this.#path}/${id}`, { text }));
  }
  delete(id: string): Promise<void> {
    return this.#then(request('DELETE', `${this.#path}/${id}`));
  }

  /** Others may have written meanwhile: what follows a change is what is there. */
  async #then(change: Promise<unknown>): Promise<void> {
    await change;
    await this.load();
  }
}
