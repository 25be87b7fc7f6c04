/** Lines of a label with the font size, in pixels, at which they fit. */
export interface Fitted {
  lines: string[];
  size: number;
  /** Width of the longest line. */
  width: number;
}

/** Width of a text in pixels at a font size of 1. */
export type Measure = (text: string) => number;

/** Largest first. */
const sizes = [12.5, 11.5, 10.5] as const;

/** A label in at most two lines, balanced, at the largest size that fits the width; in more lines where two of the smallest are too wide. */
export function fitted(text: string, measure: Measure, width: number, factor = 1): Fitted {
  return largest(factor, (size, isLeast) => {
    const fit = inTwo(text, measure, size, width);
    if (fit.width <= width) return fit;
    return isLeast ? inMany(text, measure, size, width) : null;
  });
}

/** Two labels side by side: each takes the room it needs, and a gap stays between them. */
export function fittedPair(texts: [string, string], measure: Measure, width: number, gap: number, factor = 1): [Fitted, Fitted] {
  return largest(factor, (size, isLeast) => {
    const half = (width - gap) / 2;
    const [left, right] = texts.map((text) => inTwo(text, measure, size, half)) as [Fitted, Fitted];
    if (left.width + right.width + gap <= width) return [left, right];
    return isLeast ? (texts.map((text) => inMany(text, measure, size, half)) as [Fitted, Fitted]) : null;
  });
}

/** What is made at the largest size that will do; the least must. */
function largest<Result>(factor: number, attempt: (size: number, isLeast: boolean) => Result | null): Result {
  for (const size of sizes) {
    const found = attempt(size * factor, size === sizes.at(-1));
    if (found) return found;
  }
  throw new RangeError('the least size will do');
}

function inMany(text: string, measure: Measure, size: number, width: number): Fitted {
  const lines = broken(text, measure, width / size);
  return { lines, size, width: Math.max(...lines.map(measure)) * size };
}

/** One line where it fits, else the break into two that leaves the longer line shortest. */
function inTwo(text: string, measure: Measure, size: number, width: number): Fitted {
  const words = text.split(/\s+/);
  let best: Fitted = { lines: [text], size, width: measure(text) * size };
  if (best.width <= width) return best;
  for (let at = 1; at < words.length; at++) {
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const longest = Math.max(...lines.map(measure)) * size;
    if (longest < best.width) best = { lines, size, width: longest };
  }
  return best;
}

/**
 * A text in as many lines as it takes, each as full as can be; a word wider than the width is broken.
 * @param width in units of the size
 */
export function broken(text: string, measure: Measure, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n\t]+/).flatMap((word) => pieces(word, measure, width))) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, measure: Measure, width: number): string[] {
  if (measure(word) <= width) return [word];
  const parts = [''];
  for (const character of word) {
    const longer = `${parts.at(-1)}${character}`;
    if (longer.length > 1 && measure(longer) > width) parts.push(character);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}
