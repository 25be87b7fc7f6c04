import type { FrameworkEntry, VersionView } from '../../../server/contract/frameworks.ts';
import type { Choice, Framework } from '../../../triads/framework/framework.ts';
import { request } from '../../api.ts';
import { worded } from '../../parts/words.ts';
import { dayWords } from '../wording.ts';

export interface KnownVersion {
  id: string;
  framework: string;
  words: string;
  isRetired: boolean;
  published: string;
}

/** The published versions that a designer may see, and what those ask that a form needs to know. */
export class Versions {
  all = $state.raw<KnownVersion[]>([]);
  #documents = $state.raw<Record<string, Framework>>({});

  async load(): Promise<void> {
    const { frameworks } = await request<{ frameworks: FrameworkEntry[] }>('GET', '/api/v1/frameworks');
    this.all = frameworks
      .flatMap(({ id: framework, key, title, versions }) =>
        versions.map(({ id, number, state, published }) => {
          const words = `${worded(title) || key}, version ${number} of ${dayWords(published)}`;
          return { id, framework, words, isRetired: state === 'retired', published };
        }),
      )
      .sort((a, b) => b.published.localeCompare(a.published));
  }

  /** Those that a wave may ask: published, of the framework of `like`, and that which it asks already. */
  askable(like: string | null, kept: string | null): KnownVersion[] {
    const framework = this.all.find(({ id }) => id === like)?.framework;
    return this.all.filter((version) => version.id === kept || (!version.isRetired && (!framework || version.framework === framework)));
  }

  /** Fetches what versions ask; those that may not be seen stay unknown. */
  async need(ids: string[]): Promise<void> {
    const wanted = this.all.filter(({ id }) => ids.includes(id) && !this.#documents[id]);
    if (!wanted.length) return;
    const views = await Promise.all(
      wanted.map(({ id, framework }) => request<VersionView>('GET', `/api/v1/frameworks/${framework}/versions/${id}`)),
    );
    this.#documents = { ...this.#documents, ...Object.fromEntries(views.map(({ id, document }) => [id, document])) };
  }

  document(id: string): Framework | undefined {
    return this.#documents[id];
  }

  /** The languages that all of these versions have. */
  languages(ids: string[]): string[] {
    const [first = [], ...others] = ids.flatMap((id) => this.#documents[id] ?? []).map(({ languages }) => languages);
    return first.filter((language) => others.every((languages) => languages.includes(language)));
  }

  /** The questions about the participant that any of these versions asks, each once. */
  aboutParticipants(ids: string[]): Choice[] {
    const choices = ids
      .flatMap((id) => this.#documents[id]?.signifiers ?? [])
      .filter((one): one is Choice => one.kind === 'choice' && one.about === 'participant');
    return [...new Map(choices.map((choice) => [choice.key, choice])).values()];
  }
}
