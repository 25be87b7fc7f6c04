/** A list written as words between white space, lower case and without accents, as a set; `_` stands for a space inside an entry. */
export function wordList(...written: readonly string[]): ReadonlySet<string> {
  return new Set(
    written
      .join(' ')
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => word.replaceAll('_', ' ')),
  );
}
