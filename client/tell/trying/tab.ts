import type { TriedDraft } from '../../../server/contract/codesign.ts';
import type { Answers } from '../../../triads/answers/answer.ts';
import type { Told } from '../keeping/kept.ts';

/** A try-out under way, as its tab keeps it over a reload; the form is made of the document again. */
export interface UnderWay {
  code: string;
  given: TriedDraft;
  id: string;
  answersId: string;
  told: Omit<Told, 'form'>;
  again: Answers;
  step: number;
  times: Record<string, number>;
}

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const shelf = 'storyfield.trying';

/** What a tab keeps of the try-out in it, words too: no other tab and no later visit has them. */
export class Tab {
  readonly #storage: Keeper | null;

  constructor(storage: Keeper | null) {
    this.#storage = storage;
  }

  /** The try-out of this link that was under way in this tab. */
  underWay(code: string): UnderWay | null {
    try {
      const kept: UnderWay | null = JSON.parse(this.#storage?.getItem(shelf) ?? 'null');
      return kept?.code === code ? kept : null;
    } catch {
      return null;
    }
  }

  keep(underWay: UnderWay): void {
    try {
      this.#storage?.setItem(shelf, JSON.stringify(underWay));
    } catch {
      // A tab that keeps nothing asks before it is closed.
    }
  }

  clear(): void {
    try {
      this.#storage?.removeItem(shelf);
    } catch {
      // There is nothing in it.
    }
  }
}
