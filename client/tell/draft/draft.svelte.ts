import type { Form } from '../../../server/contract/tell.ts';
import type { Answer, Answers } from '../../../triads/answers/answer.ts';
import type { Localised } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import type { SharingScope } from '../../../triads/framework/scopes.ts';
import type { Rotation } from '../../../triads/geometry/rotation.ts';
import { newReceipt } from './receipt.ts';
import { shuffledStoryQuestions, turnedTriads } from './variation.ts';

export type Reading = 'read' | 'count-only';
export type Asked = Form['signifiers'][number];

/** One story while it is being told: all that the participant has said, and the secrets that go with it. In memory only. */
export class Draft {
  readonly form: Form;
  /** Repeats of the same story carry the same key, so that it is stored once. */
  readonly key = crypto.randomUUID();
  readonly receipt = newReceipt();
  /** The signifiers in the order asked, chosen once. */
  readonly order: readonly Asked[];
  readonly rotations: Readonly<Record<string, Rotation>>;

  language = $state('');
  title = $state('');
  text = $state('');
  answers = $state.raw<Answers>({});
  reading = $state<Reading | null>(null);
  sharing = $state.raw<readonly SharingScope[]>([]);
  /** The page last shown. */
  page = $state('start');

  readonly hasStory = $derived(this.text.trim() !== '');
  readonly hasWords = $derived(
    this.text !== '' || this.title !== '' || Object.values(this.answers).some((answer) => 'text' in answer || 'other' in answer),
  );

  constructor(form: Form, language: string) {
    this.form = form;
    this.language = language;
    this.order = form.asks.randomOrder ? shuffledStoryQuestions(form.signifiers) : form.signifiers;
    this.rotations = form.asks.rotation ? turnedTriads(form.signifiers) : {};
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
