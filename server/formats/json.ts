import type { Fault } from '../../triads/framework/checks.ts';

/** No framework is nested deeper. */
const deepest = 64;

/** An object or a list that is being read: at which member, and whether a key comes next. */
interface Container {
  keys: Set<string> | null;
  at: string | number;
  isKeyNext: boolean;
}

/**
 * Parses JSON in which each member stands once, as `JSON.parse` alone does not ask: of two it takes the last and says nothing.
 * @returns what it holds, or every fault with its path
 */
export function readMembers(text: string): { value: unknown } | { faults: Fault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { faults: [{ path: '', message: `is not JSON: ${error instanceof Error ? error.message : error}` }] };
  }
  const faults = [...memberFaults(text)];
  return faults.length ? { faults } : { value };
}

/** @param text valid JSON, so that every bracket and quote is closed */
function* memberFaults(text: string): Generator<Fault> {
  const within: Container[] = [];
  for (let from = 0; from < text.length; from += 1) {
    const inner = within.at(-1);
    const character = text.charAt(from);
    if (character === '"') {
      const end = endOfString(text, from);
      if (inner?.keys && inner.isKeyNext) {
        inner.at = JSON.parse(text.slice(from, end + 1)) as string;
        inner.isKeyNext = false;
        if (inner.keys.has(inner.at)) yield { path: within.map(({ at }) => at).join('.'), message: 'stands twice in the file' };
        inner.keys.add(inner.at);
      }
      from = end;
    } else if (character === '{' || character === '[') {
      if (within.length === deepest) return yield { path: '', message: `is nested deeper than ${deepest}: no framework is` };
      const isObject = character === '{';
      within.push({ keys: isObject ? new Set() : null, at: isObject ? '' : 0, isKeyNext: isObject });
    } else if (character === '}' || character === ']') within.pop();
    else if (character === ',' && inner) {
      if (inner.keys) inner.isKeyNext = true;
      else inner.at = Number(inner.at) + 1;
    }
  }
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  return end;
}
