/** The words of a text in Latin letters, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}]+(?:[’'-][\p{L}]+)*/gu) ?? [];
}

const sentencesOf = (text: string) => text.split(/[.!?…:;]+(?:\s|$)|\n+/).filter((sentence) => wordsOf(sentence).length).length;

/**
 * How many syllables an English word has, by its groups of vowels: a last e and the e of -ed are silent, -le after a consonant is
 * one. Right for about nine words in ten, which is enough for averages.
 */
export function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const spoken = letters.replace(/(?:[^laeiouysxzh]es|[^td]ed|[^l]e)$/, (end) => end[0] ?? '').replace(/^y/, '');
  const groups = spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0;
  return Math.max(1, groups);
}

/**
 * The age at which a text in English is read with ease: the Flesch–Kincaid grade, 0.39 × words a sentence + 11.8 × syllables a
 * word − 15.59, plus 5 years.
 * Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas, Research Branch Report 8-75, 1975.
 * @returns null for fewer than `fewest` words, of which the formula says nothing
 */
export function readingAge(text: string, fewest = 25): number | null {
  const words = wordsOf(text);
  if (words.length < fewest) return null;
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / Math.max(1, sentencesOf(text))) + 11.8 * (spoken / words.length) - 15.59 + 5;
}

/** Long, but met early in life or every day. */
const wellKnown = new Set(
  `information community communities everybody anybody everything especially television experience experienced usually actually
  education situation organisation organisations february january category necessary ordinary supermarket conversation ability
  activity activities opportunity different interesting difficulty technology electricity understanding university january
  responsible responsibility everyone another population photography secretary library military
  professional professionals communication confidential residential
  somebody relationship relationships bangladeshi pakistani caribbean`.split(/\s+/),
);

/** The words that are hard for an eleven-year-old: of four syllables or more, but for those that everybody meets. */
export function longWords(text: string): string[] {
  const found = wordsOf(text).filter((word) => !word.includes('-') && syllables(word) >= 4 && !wellKnown.has(word.toLowerCase()));
  return [...new Set(found.map((word) => word.toLowerCase()))];
}
