import type { Link, LinkKeyEntry } from '../../server/contract/links.ts';
import { request, requestBytes } from '../api.ts';
import { Attempt } from '../parts/Attempt.svelte.ts';
import { saveFile } from '../parts/save-file.ts';

/** A collection's link as staff hand it on: which key and language it has, and the keys that there are. */
export class LinkDesk extends Attempt {
  readonly #path: string;
  link: Link | null = $state.raw(null);
  language = $state('');
  /** The id of the key in the link that is shown; '' for none. */
  key = $state('');

  readonly inUse: LinkKeyEntry[] = $derived(this.link?.keys.filter(({ revoked }) => !revoked) ?? []);
  readonly revoked: LinkKeyEntry[] = $derived(this.link?.keys.filter(({ revoked }) => revoked) ?? []);
  readonly needsKey: boolean = $derived(this.link?.keyRequiredFrom != null);
  readonly chosen: LinkKeyEntry | undefined = $derived(
    this.inUse.find(({ id }) => id === this.key) ?? (this.needsKey ? this.inUse[0] : undefined),
  );
  /** The whole link as it is chosen; null where there is none that would let anybody in. */
  readonly address: string | null = $derived.by(() => {
    if (!this.link || (this.needsKey && !this.chosen)) return null;
    const [page = '', key] = (this.chosen?.link ?? this.link.link).split('#');
    const query = this.language === this.link.languages[0] ? '' : `?language=${encodeURIComponent(this.language)}`;
    return `${page}${query}${key ? `#${key}` : ''}`;
  });

  constructor(collection: string) {
    super();
    this.#path = `/api/v1/collections/${collection}/link`;
  }

  /** Where the link is printed, as it is chosen. */
  fileOf(name: 'qr.svg' | 'poster.pdf'): string {
    const query = new URLSearchParams({ language: this.language, ...(this.chosen && { key: this.chosen.id }) });
    return `${this.#path}/${name}?${query}`;
  }

  load(): Promise<boolean> {
    return this.at(async () => this.#show(await request<Link>('GET', this.#path)));
  }

  requireKey(required: boolean, late: boolean): Promise<boolean> {
    return this.at(async () => this.#show(await request<Link>('PUT', this.#path, { required, late })));
  }

  make(label: string): Promise<boolean> {
    return this.at(async () => {
      const made = await request<LinkKeyEntry>('POST', `${this.#path}/keys`, { label });
      this.#show(await request<Link>('GET', this.#path));
      this.key = made.id;
    });
  }

  revoke(key: LinkKeyEntry, late: boolean): Promise<boolean> {
    return this.at(async () => {
      await request('POST', `${this.#path}/keys/${key.id}/revocation`, { late });
      this.#show(await request<Link>('GET', this.#path));
    });
  }

  /** Saves what is printed, under the name that the server gives it. */
  save(name: 'qr.svg' | 'poster.pdf'): Promise<boolean> {
    return this.at(async () => {
      const { bytes, name: called } = await requestBytes(this.fileOf(name));
      saveFile(new Blob([bytes]), called || name);
    });
  }

  #show(link: Link): void {
    this.link = link;
    this.language ||= link.languages[0] ?? '';
  }
}
