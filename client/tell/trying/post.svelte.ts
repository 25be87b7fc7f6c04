import type { NewComment } from '../../../server/contract/codesign.ts';
import type { TryOut } from '../../../triads/answers/try-out.ts';
import { Problem, request } from '../../api.ts';
import { isFinal } from '../outbox/parcel.ts';

/** What leaves the phone in a try-out. `leaving`: a comment that is being taken back. */
export type Letter = { code: string; stage: 'waiting' | 'sent' | 'refused' | 'leaving' } & (
  | { kind: 'comment'; body: NewComment }
  | { kind: 'answers'; body: TryOut }
);
export type CommentLetter = Extract<Letter, { kind: 'comment' }>;

const shelf = 'storyfield.try';
const shortest = 2000;
const longest = 60_000;

/** Sends comments and answers one after another, and keeps what could not be sent on the phone until it is. */
export class Post {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  letters = $state.raw<readonly Letter[]>([]);
  #running: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = shortest;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null) {
    this.#storage = storage;
    this.letters = this.#kept();
    addEventListener('online', () => this.deliver());
    if (this.letters.length) this.deliver();
  }

  /** Sends something, now or as soon as it can be. */
  send(letter: Letter): void {
    this.#show([...this.letters, letter]);
    this.deliver();
  }

  /** Takes a comment back: it may be there already, though nothing was heard of it. */
  takeBack(id: string): void {
    this.#put(id, 'leaving');
    this.deliver();
  }

  /** Forgets something that was refused. */
  dismiss(id: string): void {
    this.#show(this.letters.filter(({ body }) => body.id !== id));
  }

  deliver(): void {
    this.#pause = shortest;
    this.#run();
  }

  #run(): void {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(async () => {
      for (const letter of this.letters.filter(isOnItsWay)) await this.#try(letter);
      if (!this.letters.some(isOnItsWay)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#run(), this.#pause);
      this.#pause = Math.min(2 * this.#pause, longest);
    });
  }

  async #try({ body: { id } }: Letter): Promise<void> {
    const letter = this.letters.find(({ body }) => body.id === id);
    if (!letter || !isOnItsWay(letter)) return;
    const { stage } = letter;
    try {
      await carry(letter);
    } catch (error) {
      if (!(error instanceof Problem && isFinal(error))) return;
      // What cannot be taken back is not there.
      if (stage === 'waiting') return this.#put(id, 'refused', stage);
    }
    if (stage === 'leaving') this.dismiss(id);
    else this.#put(id, 'sent', stage);
  }

  /** @param from the stage that it must still be in: it may have been taken back meanwhile */
  #put(id: string, stage: Letter['stage'], from?: Letter['stage']): void {
    this.#show(
      this.letters.map((letter) => (letter.body.id === id && letter.stage === (from ?? letter.stage) ? { ...letter, stage } : letter)),
    );
  }

  #show(letters: readonly Letter[]): void {
    this.letters = letters;
    const left = letters.filter(isOnItsWay);
    try {
      if (left.length) this.#storage?.setItem(shelf, JSON.stringify(left));
      else this.#storage?.removeItem(shelf);
    } catch {
      // A phone that keeps nothing sends it while the page is open.
    }
  }

  #kept(): Letter[] {
    try {
      return JSON.parse(this.#storage?.getItem(shelf) ?? '[]');
    } catch {
      return [];
    }
  }
}

const isOnItsWay = ({ stage }: Letter) => stage === 'waiting' || stage === 'leaving';

function carry({ code, kind, stage, body }: Letter): Promise<unknown> {
  const options = { headers: { 'draft-code': code }, signal: AbortSignal.timeout(longest) };
  if (stage === 'leaving') return request('DELETE', `/api/v1/try-out/comments/${body.id}`, undefined, options);
  return request('POST', kind === 'comment' ? '/api/v1/try-out/comments' : '/api/v1/try-out/answers', body, options);
}
