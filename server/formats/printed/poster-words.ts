/** The poster's own words; all else on it comes from the signification framework. */
const english = {
  scan: 'Point your phone’s camera here',
  type: 'or type this address',
  confidential: 'Confidential.',
  confidentialLong: 'You say who may read your story, and can take it back at any time.',
  responsible: 'Who is responsible',
  concern: 'Where to turn',
  invented: 'Demonstration: stories collected here are invented.',
  tell: 'Tell your story',
  code: (address: string) => `QR code for ${address}`,
};
export type PosterWords = typeof english;

const welsh: PosterWords = {
  scan: 'Pwyntiwch gamera eich ffôn yma',
  type: 'neu teipiwch y cyfeiriad hwn',
  confidential: 'Cyfrinachol.',
  confidentialLong: 'Chi sy’n dweud pwy gaiff ddarllen eich stori, a gallwch ei chymryd yn ôl unrhyw bryd.',
  responsible: 'Pwy sy’n gyfrifol',
  concern: 'Ble i droi',
  invented: 'Arddangosiad: straeon dychmygol a gesglir yma.',
  tell: 'Adroddwch eich stori',
  code: (address: string) => `Cod QR ar gyfer ${address}`,
};

/** The words in a language, else in English, with the language they are in. */
export function posterWords(language: string): { words: PosterWords; language: string } {
  if (/^cy\b/i.test(language)) return { words: welsh, language };
  return { words: english, language: /^en\b/i.test(language) ? language : 'en-GB' };
}
