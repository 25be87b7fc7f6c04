import { problems } from '../problems.ts';

/** No submission nests deeper; what does is refused before it can exhaust the stack. */
const deepest = 16;

/** The lists of a submission that are sets: scopes, and the options of a choice. */
export const setsOfSubmission = new Set(['consent', 'options']);

/**
 * JSON with the keys of every object sorted, so that equal bodies are equal texts.
 * @param sets the keys of lists whose order says nothing
 * @throws problem invalid, for a value that nests too deeply
 */
export function canonical(value: unknown, sets: ReadonlySet<string> = new Set()): string {
  return JSON.stringify(sorted(value, sets, 0));
}

function sorted(value: unknown, sets: ReadonlySet<string>, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw problems.invalid([{ path: '', message: 'nests too deeply' }]);
  if (Array.isArray(value)) return value.map((item) => sorted(item, sets, depth + 1));
  const object = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object).sort()) {
    const item = sorted(object[key], sets, depth + 1);
    copy[key] = sets.has(key) && isOfWords(item) ? item.sort() : item;
  }
  return copy;
}

function isOfWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
