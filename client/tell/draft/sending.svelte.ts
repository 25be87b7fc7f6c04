import type { Submission } from '../../../triads/answers/submission.ts';
import { Problem, request } from '../../api.ts';

/** A finished story on its way. Once made it never changes, so that every repeat is the same story under the same key. */
export interface Parcel {
  slug: string;
  key: string;
  body: Submission;
}

/** `waiting`: no answer came, so it may or may not have arrived. `refused`: it certainly did not. */
export type SendingState = 'unsent' | 'sending' | 'waiting' | 'refused' | 'sent';

export class Sending {
  state = $state<SendingState>('unsent');
  /** What the server said when it refused. */
  problem = $state.raw<Problem | null>(null);
  /** Kept while it may have arrived: a changed story under the same key would be refused. */
  #parcel: Parcel | null = null;

  /** Whether the story may still be changed. */
  readonly open = $derived(this.state === 'unsent' || this.state === 'refused');

  /** Sends the story; a repeat sends what was first made. Never throws. */
  async send(make: () => Promise<Parcel>): Promise<void> {
    if (this.state === 'sending' || this.state === 'sent') return;
    this.state = 'sending';
    this.problem = null;
    try {
      this.#parcel ??= await make();
      await post(this.#parcel);
      this.#parcel = null;
      this.state = 'sent';
    } catch (error) {
      if (error instanceof Problem && isFinal(error)) {
        this.#parcel = null;
        this.problem = error;
        this.state = 'refused';
      } else {
        this.state = 'waiting';
      }
    }
  }
}

function post({ slug, key, body }: Parcel): Promise<{ stored: true }> {
  return request('POST', `/api/v1/collections/${encodeURIComponent(slug)}/stories`, body, { headers: { 'idempotency-key': key } });
}

/** Whether asking again cannot help. Anything else (busy, restarting, a proxy's own page) may be the network's doing. */
function isFinal({ status }: Problem): boolean {
  return [400, 404, 409, 410, 413, 422].includes(status);
}
