import { en, type Words } from './en.ts';

/** The form's own words in other languages than English, each loaded when it is first needed. */
const translations: Record<string, () => Promise<Words>> = {
  cy: () => import('./cy.ts').then(({ cy }) => cy),
  ur: () => import('./ur.ts').then(({ ur }) => ur),
};

/** The languages that the form's own words can be had in. */
export const ownLanguages = ['en', ...Object.keys(translations)];

const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? '';
const writtenLeftwards = /^(ar|dv|fa|he|ks|ku-Arab|pa-Arab|ps|sd|ug|ur|yi)\b/i;

let words = $state.raw<Words>(en);
let wordsLanguage = $state('en');
let areMissing = $state(false);
let tries = 0;
let pageLanguage = $state('en');

/** Every word of the form that does not come from the signification framework, in the participant's language. */
export const say: Words = new Proxy(en, { get: (_, name: keyof Words) => words[name] });

/** The language that the page is read in. */
export const page = {
  get language(): string {
    return pageLanguage;
  },
};

/** The form's own words, where a page must say that they are in another language than its own. */
export const ownWords = {
  /** The `lang` of an element that shows them: none where they are in the page's language. */
  get lang(): string | undefined {
    return primary(pageLanguage) === wordsLanguage ? undefined : wordsLanguage;
  },
  /** Whether there are words in the page's language that could not be had. */
  get areMissing(): boolean {
    return areMissing;
  },
};

/** The first language wanted that is among those offered, as offered; `en-US` is content with `en-GB`. */
export function firstOf(wanted: readonly string[], offered: readonly string[]): string | undefined {
  for (const tag of wanted) {
    const found = offered.find((other) => other === tag) ?? offered.find((other) => primary(other) === primary(tag));
    if (found) return found;
  }
  return undefined;
}

/** Makes the page that of a participant who reads this language. English stands in for words that cannot be had. */
export async function speak(language: string): Promise<void> {
  pageLanguage = language;
  document.documentElement.lang = language;
  document.documentElement.dir = writtenLeftwards.test(language) ? 'rtl' : 'ltr';
  const spoken = primary(language);
  const found = await translations[spoken]?.().catch(() => anew(spoken));
  if (pageLanguage !== language) return;
  words = found ?? en;
  wordsLanguage = found ? spoken : 'en';
  areMissing = !found && spoken in translations;
}

/** Asks for words by an address of their own: browsers remember of the usual one, for as long as the page stands, that they could not be had. */
async function anew(language: string): Promise<Words | undefined> {
  const file = document.querySelector<HTMLMetaElement>(`meta[name="words-${language}"]`)?.content;
  tries += 1;
  return file && import(/* @vite-ignore */ `${file}?${tries}`).then((words) => words[language]).catch(() => undefined);
}
