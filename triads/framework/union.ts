import { partsOf, type Rewording, rewordings } from './changes.ts';
import type { Signifier } from './framework.ts';

/** Where the rounds of a collection do not agree on a signifier, or on one of its options or stones. */
export interface Difference {
  signifier: string;
  /** The key of an option or stone; null for the signifier itself. */
  part: string | null;
  /** `unasked`: not there to be answered; `reworded`: asked in other words than in the newest round that asks it. */
  kind: 'unasked' | 'reworded';
  waves: string[];
  /** Of a rewording: its texts as these waves had them and as the newest has them. */
  texts: Rewording[];
}

/**
 * The signifiers of several versions read together where keys agree: as the newest has them, then what only older ones have.
 * @param versions the signifiers of each version, oldest first
 */
export function unionOf(versions: readonly (readonly Signifier[])[]): Signifier[] {
  const union = new Map<string, Signifier>();
  for (const signifiers of versions.toReversed()) {
    for (const signifier of signifiers) {
      const newer = union.get(signifier.key);
      union.set(signifier.key, newer ? withParts(newer, signifier) : signifier);
    }
  }
  return [...union.values()];
}

function withParts(newer: Signifier, older: Signifier): Signifier {
  const known = partsOf(newer);
  const more = [...partsOf(older)].filter(([key]) => !known.has(key)).map(([key, label]) => ({ key, label }));
  if (newer.kind === 'choice') return { ...newer, options: [...newer.options, ...more] };
  return newer.kind === 'stones' ? { ...newer, stones: [...newer.stones, ...more] } : newer;
}

/**
 * Where rounds do not agree with the union of what they ask.
 * @param rounds what each wave asks, in the order of the waves
 */
export function differencesOf(rounds: readonly { wave: string; signifiers: readonly Signifier[] }[]): Difference[] {
  const asked = rounds.map(({ wave, signifiers }) => ({ wave, by: new Map(signifiers.map((signifier) => [signifier.key, signifier])) }));
  return unionOf(rounds.map(({ signifiers }) => signifiers)).flatMap((signifier) => {
    const { key } = signifier;
    const asking = asked.flatMap(({ wave, by }) => ({ wave, as: by.get(key) ?? null }));
    const wavesWhere = (test: (as: Signifier | null) => boolean) => asking.filter(({ as }) => test(as)).map(({ wave }) => wave);
    const unasked = (part: string | null, waves: string[]): Difference => ({ signifier: key, part, kind: 'unasked', waves, texts: [] });
    return [
      unasked(
        null,
        wavesWhere((as) => !as),
      ),
      ...reworded(signifier, asking),
      ...[...partsOf(signifier).keys()].map((part) =>
        unasked(
          part,
          wavesWhere((as) => as !== null && !partsOf(as).has(part)),
        ),
      ),
    ].filter(({ waves }) => waves.length);
  });
}

/** Rounds that asked in the same other words stand together. */
function reworded(newest: Signifier, asking: readonly { wave: string; as: Signifier | null }[]): Difference[] {
  const differences = new Map<string, Difference>();
  for (const { wave, as } of asking) {
    const texts = as ? rewordings(as, newest) : [];
    if (!texts.length) continue;
    const wording = JSON.stringify(texts);
    const known = differences.get(wording);
    if (known) known.waves.push(wave);
    else differences.set(wording, { signifier: newest.key, part: null, kind: 'reworded', waves: [wave], texts });
  }
  return [...differences.values()];
}
