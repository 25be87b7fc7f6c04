import type { Form } from '../../server/contract/tell.ts';
import type { readAddress } from './address.ts';
import { freshForm, isGone, keptForm, putForm } from './keeping/forms.ts';
import type { Words } from './wording/en.ts';

/** How long "Start now" waits to hear whether the form is still as the phone has it, in milliseconds. */
const patience = 3000;

/** The form at an address as far as it is known: as the phone has it, until it is known how it is now. */
export class KnownForm {
  /** Also where no story can be begun on it. */
  form: Form | null = null;
  /** Why no story can be begun on it. */
  problem = $state<keyof Words['states'] | null>(null);
  readonly #onchange: () => Promise<void>;
  #checking: Promise<void> = Promise.resolve();
  /** How often the form was asked for: what an earlier asking brings is passed over, as is all once the phone is cleared. */
  #checks = 0;

  /** @param onchange hears that another form is known, or that none is */
  constructor(onchange: () => Promise<void>) {
    this.#onchange = onchange;
  }

  /**
   * Asks how the form is now, and shows it as the phone has it until then.
   * @param looked settles once it is known what this phone keeps: no form is shown before that
   * @returns settles once it is known, or cannot be
   */
  check({ slug, language, linkKey }: ReturnType<typeof readAddress>, looked: Promise<void>): Promise<void> {
    this.#checks += 1;
    const check = this.#checks;
    const path = `/api/v1/collections/${slug}/form${language ? `?language=${encodeURIComponent(language)}` : ''}`;
    const kept = keptForm(path).then((form) => (form && isForAnyLink(form) ? form : undefined));
    const shown = Promise.all([kept, looked]).then(async ([form]) => {
      // What is fresh may have come first.
      if (form?.state === 'open' && !this.form) await this.#receive(form, check);
    });
    const fresh = Promise.all([freshForm(path, linkKey), looked]);
    this.#checking = fresh.then(
      ([form]) => {
        if (check === this.#checks) putForm(path, form);
        return this.#receive(form, check);
      },
      async (error) => {
        await shown;
        if (check !== this.#checks) return;
        const form = await kept;
        if (isGone(error)) await this.#lose('unknown');
        else if (form && !this.form) await this.#receive(form, check);
        else if (!this.form) await this.#lose('failed');
      },
    );
    return this.#checking;
  }

  /** Waits until it is known how the form is now; on a poor network not for long. */
  isChecked(): Promise<unknown> {
    return Promise.race([this.#checking, new Promise((resolve) => setTimeout(resolve, patience))]);
  }

  /** Passes over whatever is still on its way. */
  forget(): void {
    this.#checks += 1;
  }

  /**
   * Takes a form, in place of the one that was here. Whoever calls it has looked what this phone keeps: to wait here would let a form that
   * is kept take the place of a fresh one.
   */
  async #receive(form: Form, check: number): Promise<void> {
    if (check !== this.#checks || JSON.stringify(form) === JSON.stringify(this.form)) return;
    this.form = form;
    this.problem = obstacleOf(form);
    await this.#onchange();
  }

  async #lose(problem: 'unknown' | 'failed'): Promise<void> {
    this.form = null;
    this.problem = problem;
    await this.#onchange();
  }
}

/** Why nobody can begin a story on this form now; null where one can. */
function obstacleOf({ state, linkKey }: Form): keyof Words['states'] | null {
  if (state !== 'open') return state;
  return linkKey === 'missing' || linkKey === 'unknown' || linkKey === 'revoked' ? `link-${linkKey}` : null;
}

/** Whether what a form says holds by whichever link it is opened: what was said of one link says nothing of another. */
const isForAnyLink = (form: Form) => !obstacleOf(form)?.startsWith('link-');
