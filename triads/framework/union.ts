import { partsOf, rewordings } from './changes.ts';
import type { Signifier } from './framework.ts';

/** Where the rounds of a collection do not agree on a signifier, or on one of its options or stones. */
export interface Difference {
  signifier: string;
  /** The key of an option or stone; null for the signifier itself. */
  part: string | null;
  /** `unasked`: not there to be answered; `reworded`: asked in other words than in the newest round that asks it. */
  kind: 'unasked' | 'reworded';
  waves: string[];
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
  const wavesWhere = (test: (signifier: Signifier | undefined) => boolean, key: string) =>
    asked.filter(({ by }) => test(by.get(key))).map(({ wave }) => wave);
  return unionOf(rounds.map(({ signifiers }) => signifiers)).flatMap((signifier) => {
    const { key } = signifier;
    const parts = [...partsOf(signifier).keys()].map((part) => ({
      signifier: key,
      part,
      kind: 'unasked' as const,
      waves: wavesWhere((one) => one !== undefined && !partsOf(one).has(part), key),
    }));
    const whole = [
      { kind: 'unasked' as const, waves: wavesWhere((one) => one === undefined, key) },
      { kind: 'reworded' as const, waves: wavesWhere((one) => one !== undefined && rewordings(one, signifier).length > 0, key) },
    ].map((difference) => ({ signifier: key, part: null, ...difference }));
    return [...whole, ...parts].filter(({ waves }) => waves.length);
  });
}
