import type { Signifier } from '../../../triads/framework/framework.ts';
import { type Called, plain } from './called.ts';

/** What a column holds of a signifier or a part: all of it, its coordinates, its words, its state, or that it does not apply. */
export type Holds = 'whole' | 'x' | 'y' | 'words' | 'state' | 'na';

/** What a column is: of which signifier, of which of its parts, and what of it. */
export interface Match {
  called: Called;
  part: string | null;
  holds: Holds;
}

/** Every name that a signifier has; a key is nobody else's, whatever other signifiers ask in its words. */
export function calledByName(called: readonly Called[]): Map<string, Called> {
  const byName = new Map(called.toReversed().flatMap((one) => one.names.map((name) => [name, one] as const)));
  for (const one of called) byName.set(plain(one.signifier.key), one);
  return byName;
}

/**
 * A name as a signifier's, or as one with an ending behind an underscore, as SenseMaker has it, behind a dot, as our own files do, or in
 * brackets, as survey tools do.
 */
export function matched(header: string, byName: Map<string, Called>, [before, behind]: readonly [string, string]): Match | null {
  const name = plain(header);
  const whole = byName.get(name);
  if (whole) return { called: whole, part: null, holds: 'whole' };
  const opens = name.lastIndexOf(plain(before));
  if (opens > 0 && name.endsWith(plain(behind))) {
    const called = byName.get(name.slice(0, opens).trim());
    const match = called && ending(called, name.slice(opens + plain(before).length, name.length - plain(behind).length).trim());
    if (match) return match;
  }
  for (let cut = name.length - 1; cut > 0; cut -= 1) {
    if (name[cut] !== '_' && name[cut] !== '.') continue;
    const called = byName.get(name.slice(0, cut).trim());
    const match = called && ending(called, name.slice(cut + 1).trim());
    if (match) return match;
  }
  return null;
}

const endings: [RegExp, Holds][] = [
  [/[_.]?percentx$|[_.]x$|xright$/, 'x'],
  [/[_.]?percenty$|[_.]y$|ytop$/, 'y'],
  [/[_.](text|words)$/, 'words'],
  [/(^|[_.])state$/, 'state'],
  [/(^|[_.])na$/, 'na'],
];

/** Which kinds have what: of themselves, and of each part. */
const known: Record<Signifier['kind'], { own: Holds[]; part: Holds[] }> = {
  triad: { own: ['x', 'y', 'state', 'na'], part: ['whole'] },
  dyad: { own: ['x', 'state', 'na'], part: ['whole'] },
  stones: { own: ['state', 'na'], part: ['x', 'y', 'state', 'na'] },
  choice: { own: ['whole', 'state', 'na'], part: ['whole', 'words'] },
  text: { own: ['whole', 'state', 'na'], part: [] },
};

/** Why a column cannot hold what it is called; null where it can. */
export function misfit({ called, part, holds }: Match): string | null {
  const { signifier, written } = called;
  if (part !== null || holds !== 'whole' || known[signifier.kind].own.includes('whole') || written.scale) return null;
  const { key } = signifier;
  switch (signifier.kind) {
    case 'triad':
      return `a triad has three shares, in columns such as ${key}_top, ${key}_left and ${key}_right`;
    case 'dyad':
      return `what its numbers mean is not said; a dyad has its share in a column such as ${key}_right, or a definition file says the scale`;
    default:
      return `stones have two columns each, such as ${key}_${called.parts[0]?.key}_percentX and …_percentY`;
  }
}

function ending(called: Called, rest: string): Match | null {
  const { own, part } = known[called.signifier.kind];
  const partNamed = (name: string) =>
    (called.parts.find(({ key }) => key === name) ?? called.parts.find(({ names }) => names.includes(name)))?.key;
  // An option of one's own name is named in the one cell; these columns say of the answer as a whole.
  const isOwn = called.signifier.kind === 'choice' && !called.signifier.several && (rest === 'state' || rest === 'na');
  const whole = isOwn ? undefined : partNamed(rest);
  if (whole !== undefined && part.includes('whole')) return { called, part: whole, holds: 'whole' };
  for (const [pattern, holds] of endings) {
    const found = pattern.exec(rest);
    if (!found) continue;
    if (found.index === 0) return own.includes(holds) ? { called, part: null, holds } : null;
    const key = partNamed(rest.slice(0, found.index));
    if (key !== undefined && part.includes(holds) && (holds !== 'words' || hasWords(called, key))) return { called, part: key, holds };
  }
  return null;
}

const hasWords = ({ signifier }: Called, option: string) => signifier.kind === 'choice' && signifier.other === option;

const holdsWords: Record<Holds, string> = { whole: '', x: 'across', y: 'upwards', words: 'words', state: 'state', na: 'does not apply' };

/** What a column is, as its importer reads it: "changes · top". */
export function matchWords({ called, part, holds }: Match): string {
  return [called.signifier.key, part, holdsWords[holds]].filter(Boolean).join(' · ');
}
