import type { NewView, View } from '../../../server/contract/kept.ts';
import { request } from '../../api.ts';
import { place } from '../../parts/place.svelte.ts';
import { savedName } from './address.ts';

/** The saved views of a collection; which one is open, the address says. */
export class Kept {
  readonly #path: string;
  #views = $state.raw<View[] | null>(null);
  #failure = $state.raw<unknown>(null);
  /** The one that was deleted last, for who regrets it. */
  deleted = $state.raw<View | null>(null);
  readonly open: View | null = $derived(this.#views?.find(({ id }) => id === place.query.get(savedName)) ?? null);

  constructor(collection: string) {
    this.#path = `/api/v1/collections/${collection}/views`;
  }

  /** By name; null until they are here. */
  get views(): View[] | null {
    return this.#views;
  }
  /** Why they could not be fetched. */
  get failure(): unknown {
    return this.#failure;
  }
  /** Whether the address names a view that is not there, or no longer. */
  get isGone(): boolean {
    return this.#views !== null && place.query.has(savedName) && this.open === null;
  }

  async load(): Promise<void> {
    this.#failure = null;
    try {
      this.#views = (await request<{ views: View[] }>('GET', this.#path)).views;
    } catch (error) {
      this.#failure = error;
    }
  }

  async save(asked: NewView): Promise<View> {
    const view = await request<View>('POST', this.#path, asked);
    this.#put(view);
    return view;
  }

  /** Changes a view as it was read here; a refusal brings the others' state, so that it can be looked at and tried again. */
  async change(view: View, change: Partial<NewView>): Promise<void> {
    const { name, remark, query } = { ...view, ...change };
    try {
      this.#put(
        await request<View>('PUT', `${this.#path}/${view.id}`, { name, remark, query }, { headers: { 'if-match': `"${view.tag}"` } }),
      );
    } catch (error) {
      void this.load();
      throw error;
    }
  }

  async delete(view: View): Promise<void> {
    await request('DELETE', `${this.#path}/${view.id}`);
    this.#views = (this.#views ?? []).filter(({ id }) => id !== view.id);
    this.deleted = view;
    if (place.query.get(savedName) === view.id) place.turn({ [savedName]: null }, { replace: true });
  }

  async restore(view: View): Promise<void> {
    this.#put(await request<View>('POST', `${this.#path}/${view.id}/restoration`));
    this.deleted = null;
  }

  #put(view: View): void {
    const others = (this.#views ?? []).filter(({ id }) => id !== view.id);
    this.#views = [...others, view].sort((a, b) => a.name.localeCompare(b.name));
  }
}
