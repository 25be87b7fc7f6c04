import { problems } from '../problems.ts';

/** No submission nests deeper; what does is refused before it can exhaust the stack. */
const deepest = 16;

/**
 * JSON with the keys of every object sorted, so that equal bodies are equal texts.
 * @throws problem invalid, for a value that nests too deeply
 */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value, 0));
}

function sorted(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw problems.invalid([{ path: '', message: 'nests too deeply' }]);
  if (Array.isArray(value)) return value.map((item) => sorted(item, depth + 1));
  const object = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object).sort()) copy[key] = sorted(object[key], depth + 1);
  return copy;
}
