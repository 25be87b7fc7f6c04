import { randomUUID } from 'node:crypto';
import { isoWeek } from '../../../triads/columns/weeks.ts';
import type { Framework } from '../../../triads/framework/framework.ts';
import { regionQuestion } from '../../../triads/framework/region.ts';
import type { Scope } from '../../../triads/framework/scopes.ts';
import type { ReadStory } from '../../formats/imports/stories.ts';
import type { Wave } from '../../repositories/collections.ts';
import type { NewStory } from '../../repositories/stories.ts';
import type { Pepper } from '../secrets.ts';
import { firstRelease, regionOf } from '../submissions.ts';
import { partWords } from '../words.ts';

/** Stories that are stored in one transaction. */
const batchSize = 500;

/** Stories of a file on their way into the store, with the consent that their importer states. */
export class Intake {
  readonly #id: string;
  readonly #wave: Wave;
  readonly #region: string | undefined;
  readonly #consent: readonly Scope[];
  readonly #pepper: Pepper;
  readonly #thisWeek: string;
  #batch: NewStory[] = [];
  count = 0;

  /** @param id the import's, which stands in place of a collection's until all are stored */
  constructor(id: string, wave: Wave, framework: Framework, consent: readonly Scope[], pepper: Pepper, now: Date) {
    this.#id = id;
    this.#wave = wave;
    this.#region = regionQuestion(framework)?.key;
    this.#consent = consent;
    this.#pepper = pepper;
    this.#thisWeek = isoWeek(now);
  }

  /** @returns a batch, where this story fills one */
  add(story: ReadStory): NewStory[] | null {
    this.count += 1;
    this.#batch.push(this.#newStory(story));
    return this.#batch.length === batchSize ? this.rest() : null;
  }

  /** The stories that no batch has had yet. */
  rest(): NewStory[] {
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }

  #newStory({ title, text, language, week, answers }: ReadStory): NewStory {
    const { document, words } = partWords(answers);
    // Where there is no story, there is none to read or to share.
    const hasWords = text !== '' && this.#consent.includes('read');
    const consent = hasWords ? this.#consent : this.#consent.filter((scope) => scope === 'patterns');
    return {
      id: randomUUID(),
      collectionId: this.#id,
      waveId: this.#wave.id,
      versionId: this.#wave.versionId,
      language,
      week: week ?? this.#thisWeek,
      region: regionOf(this.#region, document),
      answers: document,
      shown: null,
      release: firstRelease(consent),
      consent: Object.fromEntries(consent.map((scope) => [scope, null])),
      words: hasWords ? { title, text, answers: words } : null,
      // Nobody holds a receipt of an imported story: these are HMACs of values thrown away.
      keyHmac: this.#pepper.hmac('key', randomUUID()),
      receiptHmac: this.#pepper.hmac('receipt', randomUUID()),
      bodyHmac: this.#pepper.hmac('body', randomUUID()),
      pepper: this.#pepper.name,
    };
  }
}
