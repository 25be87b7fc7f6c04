import type { Framework, Localised, Signifier } from '../../../triads/framework/framework.ts';
import { withoutMarkup } from '../foreign.ts';

/** How another tool writes answers to one signifier, where its columns do not tell. */
export interface Written {
  /** What stands for its left and its right pole. */
  scale?: [left: number, right: number];
  /** What ticks a column of its own, besides 1 and yes. */
  yes?: string;
  /** Between several options in one cell. */
  delimiter?: string;
  /** Whether several columns have its name, with an option in each. */
  repeats?: boolean;
}

/** By what ids another tool's definition names what became a signifier: its own and its parts', in the signifier's order. */
export interface DefinedNames {
  /** The ids of the text that is the story itself, and of its title. */
  story: string | null;
  title: string | null;
  /** What stands before and behind a part's name in a column of its own. */
  brackets: [string, string] | null;
  /** By the key of the signifier that each became. */
  signifiers: Record<string, { id: string; parts: (string | null)[]; written?: Written }>;
}

/** A signifier and everything that a column may call it and its parts. */
export interface Called {
  signifier: Signifier;
  names: string[];
  parts: { key: string; names: string[] }[];
  written: Written;
  /** Values that somebody said to leave out. */
  unsaid: ReadonlySet<string>;
}

/** Which region each value of a file means that the framework does not know: its key, or '' for no answer. */
export type Regions = Record<string, string>;

/** Names are compared without case, markup and doubled spaces. */
export const plain = (name: string): string => withoutMarkup(name).words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** What each signifier of a framework may be called: its key, its texts in every language, its id in the definition. */
export function calledIn({ signifiers }: Pick<Framework, 'signifiers'>, defined: DefinedNames | null, regions: Regions): Called[] {
  return signifiers.map((signifier) => {
    const known = defined?.signifiers[signifier.key];
    const said = 'role' in signifier ? Object.entries(regions).map(([value, key]) => [plain(value), key] as const) : [];
    const meaning = (key: string) => said.flatMap(([value, meant]) => (meant === key ? [value] : []));
    const parts = partsOf(signifier).map(({ key, label }, index) => ({
      key,
      names: [...namesOf(key, known?.parts[index] ?? null, label), ...meaning(key)],
    }));
    const names = namesOf(signifier.key, known?.id ?? null, signifier.question, signifier.short);
    return { signifier, names, parts, written: known?.written ?? {}, unsaid: new Set(meaning('')) };
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
