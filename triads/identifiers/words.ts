/** One word of a text. A possessive "'s" belongs to the word but not to its name. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** Where the word ends without its possessive. */
  nameEnd: number;
  /** The name as the lists write it: lower case, no accents, no possessive. */
  plain: string;
  isCapital: boolean;
  /** Written in capitals throughout. */
  isUpper: boolean;
  /** Whether a sentence, a line or a quotation begins here, so that the capital tells nothing. */
  opens: boolean;
  /** What stands between the word before and this one. */
  gap: string;
}

const pattern = /[\p{L}\p{M}]+(?:['’ʼ‐‑-][\p{L}\p{M}]+)*/gu;
const abbreviations = /^(?:dr|mr|mrs|ms|mx|prof|rev|st|\p{L})$/iu;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before: Word | undefined;
  for (const { 0: written, index: start } of text.matchAll(pattern)) {
    const name = written.replace(/['’ʼ]s$/iu, '');
    const gap = text.slice(before?.end ?? 0, start);
    before = {
      text: written,
      start,
      end: start + written.length,
      nameEnd: start + name.length,
      plain: plainly(name),
      isCapital: /^\p{Lu}/u.test(name),
      isUpper: name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase(),
      opens: !before || opensSentence(before, gap),
      gap,
    };
    words.push(before);
  }
  return words;
}

function opensSentence(before: Word, gap: string): boolean {
  if (/^\.[ \u00a0]?$/.test(gap) && abbreviations.test(before.text)) return false;
  return /[.!?…\n\r:•*]|["“‘(]$/u.test(gap);
}

/** As the lists write words: lower case, without accents, one kind of apostrophe and hyphen. */
export function plainly(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łıøđß’ʼ‐‑]/g, (letter) => plainer[letter] ?? letter);
}

const plainer: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', ø: 'o', đ: 'd', ß: 'ss', '’': "'", ʼ: "'", '‐': '-', '‑': '-' };

/** Whether a word follows the one before directly, as parts of one name do: "Dr A. Khan", but not "Khan, Ali". */
export function follows(word: Word | undefined): word is Word {
  return word !== undefined && !word.opens && /^\.?[ \u00a0]{1,2}$/.test(word.gap);
}
