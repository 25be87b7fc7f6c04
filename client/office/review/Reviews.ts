import type { Decision, Review, ReviewList } from '../../../server/contract/reviews.ts';
import type { ReleaseState } from '../../../server/contract/tell.ts';
import { request } from '../../api.ts';

/** What a reviewer asks of a collection's stories and says of them. */
export class Reviews {
  readonly #path: string;
  readonly #me: string;

  /** @param me the id of who reviews: nothing is read or decided as somebody who signed in meanwhile */
  constructor(collection: string, me: string) {
    this.#me = me;
    this.#path = `/api/v1/collections/${collection}/reviews`;
  }

  /** @param after where an earlier part of the list ended */
  list(state: ReleaseState, after: string | null = null): Promise<ReviewList> {
    return this.#request('GET', `?state=${state}${after ? `&after=${after}` : ''}`);
  }

  /** A list as far as so many stories, or until it holds one, which may lie just behind them. */
  async listAsFarAs(far: number, state: ReleaseState, id?: string): Promise<ReviewList> {
    let list = await this.list(state);
    const isEnough = () => (id ? list.reviews.length > far || list.reviews.some((review) => review.id === id) : list.reviews.length >= far);
    while (list.next && !isEnough()) {
      const further = await this.list(state, list.next);
      list = { ...further, reviews: [...list.reviews, ...further.reviews] };
    }
    return list;
  }

  /** The stories that have a number on paper, in whichever state they are: one as a rule, or none. */
  async numbered(number: string): Promise<Review[]> {
    return (await this.#request<{ reviews: Review[] }>('GET', `/numbered?number=${encodeURIComponent(number)}`)).reviews;
  }

  /** How many stories have these answers, as this one has. */
  alike(id: string, keys: readonly string[]): Promise<{ stories: number }> {
    return this.#request('GET', `/${id}/alike?keys=${keys.join(',')}`);
  }

  decide(id: string, decision: Decision): Promise<Review> {
    return this.#request('POST', `/${id}`, decision);
  }

  #request<T>(method: 'GET' | 'POST', rest: string, body?: Decision): Promise<T> {
    return request<T>(method, `${this.#path}${rest}`, body, { headers: { 'asked-by': this.#me } });
  }
}
