/**
 * Where we are: the address of the page as state. It is the one truth for what is shown, so that back and forward work
 * without anybody keeping track.
 */
class Place {
  #url = $state.raw(new URL(location.href));
  /** Told, in place of going, where to go: a page with something unsaved asks first. Null lets everybody go. */
  hold: ((to: string) => void) | null = null;

  constructor() {
    addEventListener('popstate', () => {
      const to = location.href;
      if (this.hold && location.pathname !== this.path) {
        history.pushState(null, '', this.#url);
        this.hold(to);
      } else this.#url = new URL(location.href);
    });
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
    history[replace ? 'replaceState' : 'pushState'](null, '', to);
    this.#url = new URL(location.href);
    if (this.path !== before) scrollTo(0, 0);
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
