import { limits } from '../../triads/answers/submission.ts';
import type { Framework } from '../../triads/framework/framework.ts';
import type { Form } from '../contract/tell.ts';
import { problems } from '../problems.ts';
import type { Collections } from '../repositories/collections.ts';
import type { Links } from './links.ts';
import { stateOf, waveToAsk } from './windows.ts';

/** The signifiers as a phone asks them: none is required. */
export const asked = ({ signifiers }: Framework): Form['signifiers'] => signifiers.map((signifier) => ({ ...signifier, required: false }));

/** What the phone needs to ask a collection's questions. */
export class Forms {
  readonly #collections: Collections;
  readonly #links: Links;
  readonly #now: () => Date;

  constructor(collections: Collections, links: Links, now: () => Date) {
    this.#collections = collections;
    this.#links = links;
    this.#now = now;
  }

  /**
   * @param language the tag asked for; another one is answered in the collection's first
   * @param linkKey the key in the link, where it had one
   * @throws problem not found
   */
  async form(slug: string, language: string | undefined, linkKey: string | undefined): Promise<Form> {
    const collection = await this.#collections.bySlug(slug);
    if (!collection) throw problems.notFound();
    const now = this.#now();
    const wave = waveToAsk(collection, now);
    const { framework } = await this.#collections.version(wave.versionId);
    const { title, invented, languages, randomOrder, rotation } = collection;
    return {
      slug,
      title,
      invented,
      state: stateOf(wave, now),
      opens: wave.opens,
      closes: wave.ends,
      linkKey: await this.#links.standing(collection, linkKey),
      version: wave.versionId,
      language: languages.find((tag) => tag === language) ?? languages[0] ?? '',
      languages,
      prompt: framework.prompt,
      signifiers: asked(framework),
      consent: { ...framework.consent, read: { ...framework.consent.read, required: true } },
      notices: framework.notices,
      asks: { randomOrder, rotation },
      limits: { ...limits },
    };
  }
}
