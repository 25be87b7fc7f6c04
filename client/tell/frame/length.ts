/** The length of words as the server counts it: code points, not UTF-16 units. */
export const lengthOf = (words: string): number => [...words.trim()].length;
