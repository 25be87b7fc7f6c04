import { page } from '../../wording/say.svelte.ts';
import { cy } from './cy.ts';
import { en, type TryingWords } from './en.ts';
import { ur } from './ur.ts';

const known: Record<string, TryingWords> = { en, cy, ur };
const spoken = () => known[page.language.toLowerCase().split('-')[0] ?? ''];

/** What a try-out says of itself, in the language of the page; English stands in for languages that it does not speak. */
export const words: TryingWords = new Proxy(en, { get: (_, name: keyof TryingWords) => (spoken() ?? en)[name] });

/** The `lang` of an element that shows these words: none where they are in the page's own language. */
export const wordsLang = {
  get lang(): string | undefined {
    return spoken() ? undefined : 'en';
  },
};
