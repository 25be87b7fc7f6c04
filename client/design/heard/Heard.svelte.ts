import type { Codesign, Comment, DraftLink } from '../../../server/contract/codesign.ts';
import { request } from '../../api.ts';
import { Attempt } from '../../parts/Attempt.svelte.ts';
import { Newest } from '../../parts/Newest.svelte.ts';

const nothing: Codesign = { links: [], tryOuts: 0, times: {}, comments: [] };

/** What was heard of a framework's drafts by those who tried them, and the links that were given to them. */
export class Heard extends Attempt {
  readonly #path: string;
  readonly #asking = new Newest();
  #all = $state.raw<Codesign | null>(null);

  constructor(framework: string) {
    super();
    this.#path = `/api/v1/frameworks/${framework}/codesign`;
    void this.refresh();
  }

  get isKnown(): boolean {
    return this.#all !== null;
  }

  get all(): Codesign {
    return this.#all ?? nothing;
  }

  /** Asks again what came in meanwhile; what is known stays where nothing is answered. */
  async refresh(): Promise<void> {
    await this.#asking.ask(
      () => request<Codesign>('GET', this.#path),
      (all) => {
        [this.#all, this.failure] = [all, null];
      },
    );
    if (!this.isKnown) this.failure = this.#asking.failure;
  }

  on(pages: readonly string[]): Comment[] {
    return this.all.comments.filter(({ page }) => pages.includes(page));
  }

  /** How many comments on these pages nobody has resolved. */
  openOn(pages: readonly string[]): number {
    return this.on(pages).filter(({ resolved }) => !resolved).length;
  }

  /** A link as a QR code. */
  codeOf({ id }: DraftLink): string {
    return `${this.#path}/links/${id}/qr.svg`;
  }

  makeLink(label: string, days: number): Promise<boolean> {
    return this.#attempt(() => request('POST', `${this.#path}/links`, { label, days }));
  }

  revoke({ id }: DraftLink): Promise<boolean> {
    return this.#attempt(() => request('POST', `${this.#path}/links/${id}/revocation`));
  }

  resolve({ id }: Comment, note: string): Promise<boolean> {
    return this.#attempt(() => request('PUT', `${this.#path}/comments/${id}`, { resolved: true, note }));
  }

  open({ id }: Comment): Promise<boolean> {
    return this.#attempt(() => request('PUT', `${this.#path}/comments/${id}`, { resolved: false }));
  }

  /** Does one thing at a time, and shows what is so then. Whether it was done. */
  #attempt(work: () => Promise<unknown>): Promise<boolean> {
    return this.at(async () => {
      await work();
      await this.refresh();
    });
  }
}
