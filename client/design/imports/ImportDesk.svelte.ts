import type { ImportEntry, ImportTaking } from '../../../server/contract/imports.ts';
import { request } from '../../api.ts';
import { Attempt } from '../../parts/Attempt.svelte.ts';

export interface Asked {
  wave: string;
  language: string;
  /** Left out, the one sent before stays. */
  definition?: string | null;
  columns: Record<string, string>;
  /** The region that each value of the file means. */
  regions: Record<string, string>;
}

/** How often is looked how far the server has come, in milliseconds. */
const pause = 500;

const broughtStories = ({ state }: ImportEntry) => state === 'done' || state === 'taking-back' || state === 'taken-back';

/** One file on its way in, and what was imported before. */
export class ImportDesk extends Attempt {
  readonly path: string;
  /** The file that is under way; null before one is sent. */
  current = $state.raw<ImportEntry | null>(null);
  earlier = $state.raw<ImportEntry[] | null>(null);
  #isGone = false;
  readonly isAtWork: boolean = $derived(this.current?.state === 'checking' || this.current?.state === 'taking');

  constructor(collection: string) {
    super();
    this.path = `/api/v1/collections/${collection}/imports`;
  }

  /** Fetches what there is, and goes on with a file of one's own that is not done. */
  load(): Promise<boolean> {
    return this.at(async () => {
      await this.#list();
      if (this.isAtWork) void this.#follow();
    });
  }

  async #list(): Promise<void> {
    const { imports } = await request<{ imports: ImportEntry[] }>('GET', this.path);
    this.earlier = imports.filter(broughtStories);
    this.current ??= imports.find((one) => one.isMine && !broughtStories(one)) ?? null;
    if (this.earlier.some(({ state }) => state === 'taking-back')) setTimeout(() => this.#isGone || this.#list().catch(() => {}), pause);
  }

  /** Takes back all that an import brought. */
  takeBack({ id }: ImportEntry, reason: string): Promise<boolean> {
    return this.at(async () => {
      await request('PUT', `${this.path}/${id}/taking-back`, { reason });
      if (this.current?.id === id) this.current = null;
      await this.#list();
    });
  }

  send(file: File, asked: Asked): Promise<boolean> {
    return this.at(async () => {
      const query = new URLSearchParams({ name: file.name.slice(0, 200) });
      this.current = await request<ImportEntry>('POST', `${this.path}?${query}`, file);
      await this.#begin('check', asked);
    });
  }

  check(asked: Asked): Promise<boolean> {
    return this.at(() => this.#begin('check', asked));
  }

  take(stated: ImportTaking): Promise<boolean> {
    return this.at(() => this.#begin('taking', stated));
  }

  /** Lets go of the file, so that another can be sent; one that is done stays on the list. */
  discard(): Promise<boolean> {
    return this.at(async () => {
      const { current } = this;
      if (current && current.state !== 'done') await request('DELETE', `${this.path}/${current.id}`);
      this.current = null;
      await this.#list();
    });
  }

  async #begin(what: 'check' | 'taking', body: Asked | ImportTaking): Promise<void> {
    this.current = await request<ImportEntry>('PUT', `${this.path}/${this.current?.id}/${what}`, body);
    void this.#follow();
  }

  /** Looks how far it is until it is done; a connection that fails for a while loses nothing. */
  async #follow(): Promise<void> {
    while (this.isAtWork && !this.#isGone) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      this.current = await request<ImportEntry>('GET', `${this.path}/${this.current?.id}`).catch(() => this.current);
    }
    if (this.current?.state === 'done' && !this.#isGone) await this.#list().catch(() => {});
  }

  leave(): void {
    this.#isGone = true;
  }
}
