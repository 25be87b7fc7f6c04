import type { Collection, Progress } from '../../../server/contract/collections.ts';
import type { SharedAnswers, SharedPattern, SharedSignifier } from '../../../server/contract/shared-out.ts';
import { request } from '../../api.ts';
import { Newest } from '../../parts/Newest.svelte.ts';
import { place } from '../../parts/place.svelte.ts';

/** One collection's pattern as workshop leads see it: the step published last, and whether the own region or the whole is looked at. */
export class SharedBoard {
  readonly collection: Collection;
  readonly language = document.documentElement.lang;
  #pattern = $state.raw<SharedPattern | null>(null);
  #standing = $state.raw<Progress | null>(null);
  readonly #fetching = new Newest();
  /** Whether the own region is looked at, where there is one. */
  readonly isOwn: boolean = $derived.by(() => this.#pattern?.region != null && place.query.get('of') !== 'whole');
  readonly stories: number = $derived.by(() => {
    const { own = null, whole = 0 } = this.#pattern?.stories ?? {};
    return (this.isOwn ? own : null) ?? whole;
  });

  constructor(collection: Collection) {
    this.collection = collection;
  }

  get pattern(): SharedPattern | null {
    return this.#pattern;
  }
  /** How many stories are released and how many wait: of the own region where it is looked at, and of the whole collection. */
  get standing(): { own: Progress['whole'] | null; whole: Progress['whole'] } | null {
    return this.#standing && { own: this.isOwn ? this.#standing.region : null, whole: this.#standing.whole };
  }
  get failure(): unknown {
    return this.#fetching.failure;
  }

  /** Fetches the step published last; what is there stays until it has come. */
  load(): Promise<void> {
    const path = `/api/v1/collections/${this.collection.id}`;
    return this.#fetching.ask(
      () => Promise.all([request<SharedPattern>('GET', `${path}/patterns`), request<Progress>('GET', `${path}/progress`)]),
      ([pattern, standing]) => {
        [this.#pattern, this.#standing] = [pattern, standing];
      },
    );
  }

  /** What is shown of a signifier: the own region where it is looked at and may be shown, else the whole collection. */
  seen({ own, whole }: SharedSignifier): SharedAnswers & { isStandIn: boolean } {
    if (!this.isOwn || !own) return { ...whole, isStandIn: false };
    const isShown = own.cells.some((cells) => cells !== null);
    return isShown ? { ...own, isStandIn: false } : { ...whole, isStandIn: true };
  }
}
