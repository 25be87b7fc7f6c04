import { type Entry, keepTrail, keptTrail, type Trail } from './trail.ts';

/**
 * Where we are: the address of the page as state. It is the one truth for what is shown, so that back and forward work
 * without anybody keeping track.
 */
class Place {
  #url = $state.raw(new URL(location.href));
  #at = $state.raw(entryNow().at);
  /** The addresses of this visit in the order of the browser's history, each at the number that its entry there bears. */
  #trail = $state.raw<Trail>(new Map([...keptTrail(entryNow().visit), [entryNow().at, addressNow()]]));
  /** Told, in place of going, where to go: a page with something unsaved asks first. Null lets everybody go. */
  hold: ((to: string) => void) | null = null;

  constructor() {
    history.replaceState(entryNow(), '');
    addEventListener('popstate', () => {
      const to = location.href;
      if (this.hold && location.pathname !== this.path) {
        this.#push(this.#url.href);
        this.hold(to);
      } else this.#arrive();
    });
  }

  /** An address of this visit by how far it lies back in the browser's history (or, above 0, ahead); undefined where there is none. */
  stepped(by: number): URL | undefined {
    const address = this.#trail.get(this.#at + by);
    return address === undefined ? undefined : new URL(address, location.href);
  }

  get path(): string {
    return this.#url.pathname;
  }

  get query(): URLSearchParams {
    return this.#url.searchParams;
  }

  /** Goes to an address of this app; `replace` leaves no step to come back to. */
  go(to: string, { replace = false } = {}): void {
    const before = this.path;
    if (this.hold && new URL(to, location.href).pathname !== before) {
      this.hold(to);
      return;
    }
    if (replace) history.replaceState(history.state, '', to);
    else this.#push(to);
    this.#arrive();
    if (this.path !== before) scrollTo(0, 0);
  }

  /** What lay ahead is gone once another way is taken. */
  #push(to: string): void {
    const { visit, at: before } = entryNow();
    const at = before + 1;
    history.pushState({ visit, at } satisfies Entry, '', to);
    this.#trail = new Map([...this.#trail].filter(([number]) => number < at));
  }

  #arrive(): void {
    this.#url = new URL(location.href);
    this.#at = entryNow().at;
    this.#trail = new Map([...this.#trail, [this.#at, addressNow()]]);
    keepTrail(entryNow().visit, this.#trail);
  }

  /** The same page with some of its query changed; null takes a name out. */
  turn(changes: Record<string, string | null>, options?: { replace?: boolean }): void {
    const query = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    this.go(addressOf(this.path, query), options);
  }
}

/** A page that was not come to from within the app begins another visit, which its own beginning names. */
const entryNow = (): Entry => (history.state as Entry | null) ?? { visit: performance.timeOrigin, at: 0 };

/** Without what stands behind `#`, which may be a secret. */
const addressNow = () => `${location.pathname}${location.search}`;

export const place = new Place();

/** A path with a query, commas and tildes left readable. */
export function addressOf(path: string, query: URLSearchParams): string {
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%7E', '~').replaceAll('%3A', ':');
  return text ? `${path}?${text}` : path;
}

/** Follows plain clicks on links within this app; what asks for a new tab or a file is left to the browser. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
  event.preventDefault();
  place.go(link.href);
}
