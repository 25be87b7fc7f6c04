import type { NewView, View } from '../../../server/contract/kept.ts';
import { request } from '../../api.ts';
import { Newest } from '../../parts/Newest.svelte.ts';
import { place } from '../../parts/place.svelte.ts';
import { statusOf } from '../../parts/refusal.ts';
import { savedName } from './address.ts';

/** The saved views of a collection; which one is open, the address says. */
export class Kept {
  readonly #path: string;
  #views = $state.raw<View[] | null>(null);
  readonly #fetching = new Newest();
  /** The one that was deleted last, for who regrets it. */
  deleted = $state.raw<View | null>(null);
  /** As others saved a view since it was read here, for who has just been refused. */
  #since = $state.raw<View | null>(null);
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
    return this.#fetching.failure;
  }
  /** Whether the address names a view that is not there, or no longer. */
  get isGone(): boolean {
    return this.#views !== null && place.query.has(savedName) && this.open === null;
  }

  load(): Promise<void> {
    return this.#fetching.ask(
      () => this.#fetch(),
      (views) => {
        this.#views = views;
      },
    );
  }

  async save(asked: NewView): Promise<View> {
    const view = await request<View>('POST', this.#path, asked);
    this.#put(view);
    return view;
  }

  /** Saves a copy under a name that none has yet. */
  async duplicate({ name, remark, query }: View): Promise<void> {
    const isTaken = (asked: string) => (this.#views ?? []).some((view) => view.name.toLowerCase() === asked.toLowerCase());
    const copy = (nth: number): string => {
      const asked = `Copy${nth > 1 ? ` ${nth}` : ''} of ${name}`.slice(0, 120);
      return isTaken(asked) ? copy(nth + 1) : asked;
    };
    await this.save({ name: copy(1), remark, query });
  }

  /** What others made of a view since, where saving it was refused for that; null otherwise. */
  sinceOf(view: View | null): View | null {
    return this.#since?.id === view?.id ? this.#since : null;
  }
  /** Goes on from what the others made of it. */
  take(view: View): void {
    this.#since = null;
    this.#put(view);
  }

  /** Changes a view as it was read here; where others saved it since, it is refused, and only then, once theirs is seen, goes over theirs. */
  async change(view: View, change: Partial<NewView>): Promise<void> {
    const upon = this.sinceOf(view) ?? view;
    const { name, remark, query } = { ...upon, ...change };
    const headers = { 'if-match': `"${upon.tag}"` };
    try {
      this.take(await request<View>('PUT', `${this.#path}/${view.id}`, { name, remark, query }, { headers }));
    } catch (error) {
      if (statusOf(error) === 412) this.#since = (await this.#fetch()).find(({ id }) => id === view.id) ?? null;
      else if (statusOf(error) === 410) void this.load();
      throw error;
    }
  }

  async delete(view: View): Promise<void> {
    await request('DELETE', `${this.#path}/${view.id}`);
    this.#show((this.#views ?? []).filter(({ id }) => id !== view.id));
    this.deleted = view;
    if (place.query.get(savedName) === view.id) place.turn({ [savedName]: null }, { replace: true });
  }

  async restore(view: View): Promise<void> {
    this.#put(await request<View>('POST', `${this.#path}/${view.id}/restoration`));
    this.deleted = null;
  }

  async #fetch(): Promise<View[]> {
    return (await request<{ views: View[] }>('GET', this.#path)).views;
  }

  #put(view: View): void {
    const others = (this.#views ?? []).filter(({ id }) => id !== view.id);
    this.#show([...others, view].sort((a, b) => a.name.localeCompare(b.name)));
  }

  /** Shows what a change made of them; where they are being fetched, that was asked for before the change. */
  #show(views: View[]): void {
    this.#views = views;
    if (this.#fetching.isBusy) void this.load();
  }
}
