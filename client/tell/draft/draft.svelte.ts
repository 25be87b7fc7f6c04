import type { Form } from '../../../server/contract/tell.ts';
import type { Answer } from '../../../triads/answers/answer.ts';
import type { Localised } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import type { Told } from '../keeping/kept.ts';
import { newReceipt } from './receipt.ts';
import { shuffledStoryQuestions, turnedTriads } from './variation.ts';

export type Asked = Form['signifiers'][number];

/** A story of which nothing has been told yet, with the secrets that will go with it. */
export function untold(form: Form, language: string, linkKey?: string): Told {
  const order = form.asks.randomOrder ? shuffledStoryQuestions(form.signifiers) : form.signifiers;
  return {
    form,
    linkKey,
    key: crypto.randomUUID(),
    receipt: newReceipt(),
    order: order.map(({ key }) => key),
    rotations: form.asks.rotation ? turnedTriads(form.signifiers) : {},
    language,
    title: '',
    text: '',
    answers: {},
    reading: null,
    sharing: [],
    page: 'start',
  };
}

/** One story while it is being told: all that the participant has said, and the secrets that go with it. */
export class Draft {
  /** What this phone calls the story; known nowhere else. */
  readonly id: string;
  /** What never changes: the form it is told on, the chance order and rotations, and the secrets. */
  readonly #fixed: Pick<Told, 'form' | 'key' | 'receipt' | 'order' | 'rotations'>;
  /** The signifiers in the order asked. */
  readonly order: readonly Asked[];

  /** The key of the link that it goes by: the one it was begun with, or a newer one that was opened since. */
  linkKey = $state<Told['linkKey']>();
  language = $state('');
  title = $state('');
  text = $state('');
  answers = $state.raw<Told['answers']>({});
  reading = $state<Told['reading']>(null);
  sharing = $state.raw<Told['sharing']>([]);
  /** The page last shown. */
  page = $state('');

  readonly hasStory = $derived(this.text.trim() !== '');
  /** Whether anything was told that would be lost. */
  readonly hasBegun = $derived(this.text !== '' || this.title !== '' || this.reading !== null || Object.values(this.answers).length > 0);
  /** All of it, as it is kept. */
  readonly told = $derived.by<Told>(() => ({
    ...this.#fixed,
    linkKey: this.linkKey,
    language: this.language,
    title: this.title,
    text: this.text,
    answers: this.answers,
    reading: this.reading,
    sharing: this.sharing,
    page: this.page,
  }));

  constructor({ form, key, receipt, order, rotations, ...said }: Told, id: string = crypto.randomUUID()) {
    this.id = id;
    this.#fixed = { form, key, receipt, order, rotations };
    this.order = order.flatMap((key) => form.signifiers.find((signifier) => signifier.key === key) ?? []);
    Object.assign(this, said);
  }

  get form(): Form {
    return this.#fixed.form;
  }

  /** Repeats of the same story carry the same key, so that it is stored once. */
  get key(): string {
    return this.#fixed.key;
  }

  get receipt(): string {
    return this.#fixed.receipt;
  }

  get rotations(): Told['rotations'] {
    return this.#fixed.rotations;
  }

  /** Sets the answer to a signifier; without one the signifier counts as skipped. */
  answer(key: string, answer: Answer | undefined) {
    const { [key]: _, ...others } = this.answers;
    this.answers = answer ? { ...others, [key]: answer } : others;
  }

  inLanguage(texts: Localised): string {
    return localise(texts, this.language);
  }
}
