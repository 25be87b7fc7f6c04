import type { Advice } from '../../../../triads/framework/advice/advice.ts';
import type { Draft } from '../../../../triads/framework/framework.ts';
import { pieceOf } from '../pieces.ts';
import type { Looked } from './adviser.ts';

/** What there is to look at in a draft while it is written. It is found on a thread of its own: typing never waits for it. */
export class Advising {
  readonly #adviser = new Worker(new URL('./adviser.ts', import.meta.url), { type: 'module' });
  /** The newest draft that was not looked at yet, while another one is. */
  #next: Draft | null = null;
  #isLooking = false;

  all = $state.raw<Advice[]>([]);
  unwritten = $state.raw<Looked['unwritten']>(new Map());
  /** What is to be mended before publishing, and what is the designer's to weigh; texts still to be written stand for themselves. */
  readonly refusals = $derived(this.all.filter(({ severity }) => severity === 'refused'));
  readonly #byPath = $derived(Map.groupBy(this.all, ({ path }) => path));
  readonly #byPiece = $derived(Map.groupBy(this.all, ({ path }) => pieceOf(path)));

  constructor() {
    this.#adviser.addEventListener('message', ({ data }: MessageEvent<Looked>) => {
      this.all = data.advice;
      this.unwritten = data.unwritten;
      this.#isLooking = false;
      if (this.#next) this.look(this.#next);
    });
  }

  look(draft: Draft): void {
    this.#next = this.#isLooking ? draft : null;
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#adviser.postMessage(draft);
  }

  /** What there is to say at one field, and not at what is within it. What is not written yet is said by the field itself. */
  at(path: string): readonly Advice[] {
    return (this.#byPath.get(path) ?? []).filter(({ kind }) => kind !== 'untranslated');
  }

  /** What there is to know about a piece of the outline and all within it. */
  in(piece: string): readonly Advice[] {
    return this.#byPiece.get(piece) ?? [];
  }

  end(): void {
    this.#adviser.terminate();
  }
}
