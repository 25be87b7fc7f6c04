import { written } from './draft.ts';
import type { Draft, Framework } from './framework.ts';
import { mapTexts } from './texts.ts';

/** Stands where a text is still to be written. */
const unwritten = '…';

/**
 * A draft as a phone can show it before it is finished: texts still to be written stand as in another language, else as "…"; what
 * has no key, or one that is taken, gets one. For looking and trying out: it is not what would be published.
 */
export function presentable(draft: Draft | Framework): Framework {
  const { signifiers, ...rest } = mapTexts(written(draft), (texts) => {
    const known = draft.languages.map((language) => texts[language]).find((text) => text !== undefined);
    return Object.fromEntries(draft.languages.map((language) => [language, texts[language] ?? known ?? unwritten]));
  });
  return {
    ...rest,
    signifiers: withKeys(signifiers).map((signifier) => {
      if (signifier.kind === 'stones') return { ...signifier, stones: withKeys(signifier.stones) };
      return signifier.kind === 'choice' ? { ...signifier, options: withKeys(signifier.options) } : signifier;
    }),
  };
}

function withKeys<Named extends { key: string }>(named: readonly Named[]): Named[] {
  const taken = new Set<string>();
  return named.map((one, index) => {
    const key = one.key && !taken.has(one.key) ? one.key : `unnamed-${index + 1}`;
    taken.add(key);
    return { ...one, key };
  });
}
