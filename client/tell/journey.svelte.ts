import { signifierPage } from '../../triads/framework/pages.ts';
import type { Asked, Draft } from './draft/draft.svelte.ts';
import type { Sending } from './outbox/sending.svelte.ts';

/** One page of the form. A signifier's page has the signifier; its id cannot be that of another page. */
export interface Page {
  id: string;
  /** As the participant's page is called outside: the signifier's key, or the id. */
  name: string;
  signifier?: Asked;
}

interface Entry {
  /** The story that the page is of: the browser's history may have pages of several. */
  story: string;
  page: string;
  /** How many pages of this visit lie before this one in the browser's history. */
  depth: number;
  /** Whether the page was opened to change one answer: then it leads back to "Check your answers". */
  changing: boolean;
}

/** Which page is shown. Every page is an entry of the browser's history, so that both ways back are the same one. */
export class Journey {
  readonly #told: { readonly draft: Draft; readonly sending: Sending };
  readonly #first: Entry;
  #entry: Entry;
  /** Whether anything was shown before: the first page of a visit leaves the focus where the browser puts it. */
  moved = false;

  readonly pages = $derived.by(() => pagesOf(this.#told.draft));
  readonly page = $derived.by(() => this.#allowed(this.#entry.page));
  readonly progress = $derived.by(() => {
    const number = this.pages.indexOf(this.page);
    const total = this.pages.length - 2;
    return number >= 1 && number <= total ? { number, total } : null;
  });
  /** Whether there is a page to go back to; once a story is on its way there is none. */
  readonly canGoBack = $derived.by(() => this.#entry.depth > 0 && this.#told.sending.open);

  constructor(told: { readonly draft: Draft; readonly sending: Sending }) {
    this.#told = told;
    this.#first = { story: told.draft.id, page: 'start', depth: 0, changing: false };
    this.#entry = $state.raw(this.#first);
    history.scrollRestoration = 'manual';
  }

  /** Shows the first page, in place of what the browser shows now. */
  start(): void {
    history.replaceState(this.#first, '');
    this.#show(this.#first);
  }

  /** Shows the page that a story was left on, with the pages before it to go back to, as the browser may still have them. */
  resume(page: string): void {
    const entry = history.state as Entry | null;
    if (entry?.story === this.#first.story && entry.page === page) {
      this.#show(entry);
      return;
    }
    this.start();
    for (const { id } of this.pages.slice(1, this.pages.findIndex(({ id }) => id === page) + 1)) this.go(id);
  }

  /** Called when the browser went back or forward; at a page of another story this one's first page is shown. */
  restore(state: unknown): void {
    const entry = state as Entry | null;
    this.moved = true;
    // Another key in the address is an entry of its own, which stands for the same page.
    if (entry) this.#show(entry.story === this.#first.story ? entry : this.#first);
    else history.replaceState(this.#entry, '');
  }

  go(page: string, changing = false): void {
    const depth = ((history.state as Entry | null)?.depth ?? 0) + 1;
    const entry: Entry = { ...this.#first, page, depth, changing };
    history.pushState(entry, '');
    this.#show(entry);
  }

  change(page: string): void {
    this.go(page, true);
  }

  back(): void {
    history.back();
  }

  /** The page after this one; after a change, "Check your answers", by way of the sharing page where reading was just allowed. */
  next(): void {
    const { changing } = this.#entry;
    const straightOn = !changing || (this.page.id === 'reading' && this.#told.draft.reading === 'read');
    const following = this.pages[this.pages.indexOf(this.page) + 1];
    if (!straightOn) this.go('check');
    else if (following) this.go(following.id, changing);
  }

  #show(entry: Entry): void {
    this.moved ||= entry !== this.#first;
    this.#entry = entry;
    this.#told.draft.page = this.page.id;
  }

  /** The page wanted, or the one that must come before it: browsers can go forward to pages of a story that is gone. */
  #allowed(wanted: string): Page {
    const { draft, sending } = this.#told;
    const pages = this.pages;
    const at = (id: string) => pages.findIndex((page) => page.id === id);
    const order = at(wanted);
    let shown = order;
    if (sending.state === 'sent') shown = at('sent');
    else if (!sending.open) shown = at('receipt');
    else if (order < 0) shown = at(draft.hasStory ? 'reading' : 'start');
    else if (wanted === 'sent') shown = at('start');
    else if (order > at('story') && !draft.hasStory) shown = at('start');
    else if (order > at('reading') && !draft.reading) shown = at('reading');
    return pages[shown] as Page;
  }
}

function pagesOf({ order, reading }: Draft): Page[] {
  const plain = (id: string): Page => ({ id, name: id });
  return [
    plain('start'),
    plain('story'),
    ...order.map((signifier) => ({ id: signifierPage(signifier.key), name: signifier.key, signifier })),
    plain('reading'),
    ...(reading === 'count-only' ? [] : [plain('sharing')]),
    plain('check'),
    plain('receipt'),
    plain('sent'),
  ];
}
