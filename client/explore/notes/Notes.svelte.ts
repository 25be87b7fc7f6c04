import type { NewNote, NewReply, Note } from '../../../server/contract/kept.ts';
import { request } from '../../api.ts';

/** The interpretation notes of a collection. */
export class Notes {
  readonly #path: string;
  #all = $state.raw<Note[] | null>(null);
  #failure = $state.raw<unknown>(null);

  constructor(collection: string) {
    this.#path = `/api/v1/collections/${collection}/notes`;
  }

  /** Newest last; null until they are here. */
  get all(): Note[] | null {
    return this.#all;
  }
  /** Why they could not be fetched. */
  get failure(): unknown {
    return this.#failure;
  }

  async load(): Promise<void> {
    this.#failure = null;
    try {
      this.#all = (await request<{ notes: Note[] }>('GET', this.#path)).notes;
    } catch (error) {
      this.#failure = error;
    }
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
