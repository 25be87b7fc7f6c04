import type { Framework, Localised, Signifier } from '../../../triads/framework/framework.ts';
import { withoutMarkup } from '../foreign.ts';

/** By what ids another tool's definition names what became a signifier: its own and its parts', in the signifier's order. */
export interface DefinedNames {
  /** The id of the text that is the story itself. */
  story: string | null;
  /** By the key of the signifier that each became. */
  signifiers: Record<string, { id: string; parts: (string | null)[] }>;
}

/** A signifier and everything that a column may call it and its parts. */
export interface Called {
  signifier: Signifier;
  names: string[];
  parts: { key: string; names: string[] }[];
}

/** Names are compared without case, markup and doubled spaces. */
export const plain = (name: string): string => withoutMarkup(name).words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** What each signifier of a framework may be called: its key, its texts in every language, its id in the definition. */
export function calledIn({ signifiers }: Pick<Framework, 'signifiers'>, defined: DefinedNames | null): Called[] {
  return signifiers.map((signifier) => {
    const known = defined?.signifiers[signifier.key];
    const parts = partsOf(signifier).map(({ key, label }, index) => ({ key, names: namesOf(key, known?.parts[index] ?? null, label) }));
    return { signifier, names: namesOf(signifier.key, known?.id ?? null, signifier.question, signifier.short), parts };
  });
}

function namesOf(key: string, id: string | null, ...texts: Localised[]): string[] {
  const all = [id ?? key, key, ...texts.flatMap((text) => Object.values(text))].map(plain);
  return [...new Set(all)].filter(Boolean);
}

/** What a placement or choice is made of, in the order in which definitions list it. */
export function partsOf(signifier: Signifier): { key: string; label: Localised }[] {
  switch (signifier.kind) {
    case 'triad':
      return (['top', 'left', 'right'] as const).map((key) => ({ key, label: signifier.corners[key] }));
    case 'dyad':
      return (['left', 'right'] as const).map((key) => ({ key, label: signifier.poles[key] }));
    case 'stones':
      return signifier.stones;
    case 'choice':
      return signifier.options;
    case 'text':
      return [];
  }
}
