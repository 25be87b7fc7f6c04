import type { Localised } from './framework.ts';

/** The names under which a framework holds texts; everything else is structure. */
const names = new Set([
  ...['title', 'question', 'short', 'hint', 'label', 'explanation', 'introduction', 'sharing', 'welcome', 'privacy', 'concern'],
  ...['name', 'low', 'high', 'top', 'left', 'right'],
]);

/** Every text of a framework, or of a part of one, with its path. */
export function* textsOf(part: unknown, path = ''): Generator<{ path: string; texts: Localised }> {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, inner] of Object.entries(part)) {
    const at = path ? `${path}.${name}` : name;
    if (isText(name, inner)) yield { path: at, texts: inner };
    else yield* textsOf(inner, at);
  }
}

/**
 * A copy of a framework, or of a part of one, with each of its texts as `change` gives it.
 * @param change gives null for a text that the copy is to be without
 */
export function mapTexts<Part>(part: Part, change: (texts: Localised, name: string) => Localised | null): Part {
  if (Array.isArray(part)) return part.map((inner) => mapTexts(inner, change)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).flatMap(([name, inner]): [string, unknown][] => {
    if (!isText(name, inner)) return [[name, mapTexts(inner, change)]];
    const changed = change(inner, name);
    return changed === null ? [] : [[name, changed]];
  });
  return Object.fromEntries(entries) as Part;
}

function isText(name: string, value: unknown): value is Localised {
  return names.has(name) && typeof value === 'object' && value !== null;
}
