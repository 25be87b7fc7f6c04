/** Sentences by number, for whichever of the language's own plural forms differ; `#` is where the number stands. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How a language writes numbers and counts things. */
export function numbersIn(language: string) {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return {
    counted: (count: number, sentences: Counted) => (sentences[rules.select(count)] ?? sentences.other).replace('#', number.format(count)),
    /** @param moment as ISO 8601 */
    date: (moment: string) => day.format(new Date(moment)),
    /** @param whole a whole percentage, such as 45 */
    percent: (whole: number) => percent.format(whole / 100),
  };
}
