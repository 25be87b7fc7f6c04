/** A stretch of words that two texts share, that only the earlier has (`out`), or that only the later has (`in`). */
export interface Stretch {
  kind: 'same' | 'out' | 'in';
  text: string;
}

/**
 * What was taken out of a text and what was put in its place, word by word: the longest common run of words stays.
 * @param earlier the text as it was
 * @param later the text as it became
 * @returns stretches in reading order; those not `in` make the earlier text, those not `out` the later
 */
export function differences(earlier: string, later: string): Stretch[] {
  const [from, to] = [wordsOf(earlier), wordsOf(later)];
  const start = sharedStart(from, to);
  const end = sharedStart(from.slice(start).reverse(), to.slice(start).reverse());
  const [inFrom, inTo] = [from.slice(start, from.length - end), to.slice(start, to.length - end)];
  return joined([...all('same', from.slice(0, start)), ...changed(inFrom, inTo), ...all('same', from.slice(from.length - end))]);
}

/** Words and signs, each with the white space before it. */
const wordsOf = (text: string): string[] => text.match(/\s*(?:[\p{L}\p{M}\p{N}’']+|[^\s]|$)/gu)?.filter(Boolean) ?? [];
/** More cells than any story of words needs, and as many as an old phone can hold. */
const mostCells = 9_000_000;
const all = (kind: Stretch['kind'], words: string[]): Stretch[] => words.map((text) => ({ kind, text }));

function sharedStart(one: string[], other: string[]): number {
  const at = one.findIndex((word, index) => word !== other[index]);
  return at < 0 ? one.length : at;
}

/** By the table of longest common subsequences: a few million cells for the longest story, filled once. */
function changed(from: string[], to: string[]): Stretch[] {
  if (from.length * to.length > mostCells) return [...all('out', from), ...all('in', to)];
  const width = to.length + 1;
  const longest = new Uint16Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const [below, beside, across] = [
        longest[(i + 1) * width + j],
        longest[i * width + j + 1],
        longest[(i + 1) * width + j + 1],
      ] as number[];
      longest[i * width + j] = from[i] === to[j] ? (across ?? 0) + 1 : Math.max(below ?? 0, beside ?? 0);
    }
  }
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [one, other] = [from[i], to[j]];
    if (one !== undefined && one === other) {
      stretches.push({ kind: 'same', text: one });
      [i, j] = [i + 1, j + 1];
    } else if (one !== undefined && (other === undefined || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))) {
      stretches.push({ kind: 'out', text: one });
      i += 1;
    } else if (other !== undefined) {
      stretches.push({ kind: 'in', text: other });
      j += 1;
    }
  }
  return stretches;
}

function joined(stretches: Stretch[]): Stretch[] {
  const runs: Stretch[] = [];
  for (const { kind, text } of stretches) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
