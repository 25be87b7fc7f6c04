import { SvelteMap } from 'svelte/reactivity';
import type { Escalation, EscalationStep } from '../../../server/contract/reviews.ts';
import { request } from '../../api.ts';
import { Attempt } from '../../parts/Attempt.svelte.ts';
import { Newest } from '../../parts/Newest.svelte.ts';
import { statusOf } from '../../parts/refusal.ts';

const outcomes: Record<EscalationStep['step'], Escalation['outcome']> = { note: null, close: 'closed', 'hand-back': 'handed-back' };

/** What was escalated in a collection, and what a reviewer is writing down about it: that in memory alone, for as long as the page is open. */
export class Escalated {
  readonly #path: string;
  readonly #me: string;
  readonly fetching = new Newest();
  /** Open ones first; null until they are here. */
  all: Escalation[] | null = $state.raw(null);
  readonly #attempts = new Map<string, Attempt>();
  readonly #notes = new SvelteMap<string, string>();

  /** @param me the id of who writes: nothing is written down as somebody who signed in meanwhile */
  constructor(collection: string, me: string) {
    this.#me = me;
    this.#path = `/api/v1/collections/${collection}/escalations`;
  }

  get isUnsaved(): boolean {
    return this.#notes.size > 0;
  }

  /** What is written on an escalation and not sent; '' where nothing is. */
  noteOn(id: string): string {
    return this.#notes.get(id) ?? '';
  }

  keepNote(id: string, text: string): void {
    if (text.trim()) this.#notes.set(id, text);
    else this.#notes.delete(id);
  }

  /** Writing down on an escalation, with what came in its way, wherever its writer looks by then. */
  attemptOn(id: string): Attempt {
    const attempt = this.#attempts.get(id) ?? new Attempt();
    this.#attempts.set(id, attempt);
    return attempt;
  }

  fetchAll(): Promise<void> {
    return this.fetching.ask(
      () => this.#request<{ escalations: Escalation[] }>('GET', ''),
      ({ escalations }) => {
        this.all = escalations;
      },
    );
  }

  hasEnded(id: string): boolean {
    return this.all?.some((escalation) => escalation.id === id && escalation.outcome !== null) ?? false;
  }

  /** Writes down what was done; what is added to the note meanwhile stays. @throws what came in the way; the note is kept then */
  async go(id: string, step: EscalationStep['step']): Promise<Escalation> {
    const sent = this.noteOn(id);
    const text = sent.trim();
    let after: Escalation;
    try {
      after = await this.#request<Escalation>('POST', `/${id}`, { step, text });
    } catch (error) {
      const now = statusOf(error) === 409 ? await this.#now(id) : undefined;
      // Its answer lost on the way, it was written down after all.
      if (now?.outcome !== outcomes[step] || now.entries.at(-1)?.text !== text) throw error;
      after = now;
    }
    const note = this.noteOn(id);
    this.keepNote(id, note.startsWith(sent) ? note.slice(sent.length).trimStart() : note);
    this.all = this.all?.map((before) => (before.id === id ? after : before)) ?? null;
    // What is being fetched was asked for before this was written down.
    if (this.fetching.isBusy) void this.fetchAll();
    return after;
  }

  async #now(id: string): Promise<Escalation | undefined> {
    await this.fetchAll();
    return this.all?.find((escalation) => escalation.id === id);
  }

  #request<T>(method: 'GET' | 'POST', rest: string, body?: EscalationStep): Promise<T> {
    return request<T>(method, `${this.#path}${rest}`, body, { headers: { 'asked-by': this.#me } });
  }
}
