import { en, type Words } from './en.ts';

/** The form's own words in other languages than English, each loaded when it is first needed. */
const translations: Record<string, () => Promise<Words>> = {
  cy: () => import('./cy.ts').then(({ cy }) => cy),
  ur: () => import('./ur.ts').then(({ ur }) => ur),
};

const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? '';
const writtenLeftwards = /^(ar|dv|fa|he|ks|ku-Arab|pa-Arab|ps|sd|ug|ur|yi)\b/i;

let words = $state.raw<Words>(en);
let wordsLanguage = $state('en');
let pageLanguage = $state('en');

/** Every word of the form that does not come from the signification framework, in the participant's language. */
export const say: Words = new Proxy(en, { get: (_, name: keyof Words) => words[name] });

/** The form's own words, where a page must say that they are in another language than its own. */
export const ownWords = {
  /** The `lang` of an element that shows them: none where they are in the page's language. */
  get lang(): string | undefined {
    return primary(pageLanguage) === wordsLanguage ? undefined : wordsLanguage;
  },
};

/** Makes the page that of a participant who reads this language. English stands in for words that cannot be had. */
export async function speak(language: string): Promise<void> {
  pageLanguage = language;
  document.documentElement.lang = language;
  document.documentElement.dir = writtenLeftwards.test(language) ? 'rtl' : 'ltr';
  const found = await translations[primary(language)]?.().catch(() => undefined);
  if (pageLanguage !== language) return;
  words = found ?? en;
  wordsLanguage = found ? primary(language) : 'en';
}
