import { type Advice, adviceOn } from '../../../../triads/framework/advice/advice.ts';
import type { Draft } from '../../../../triads/framework/framework.ts';
import { unwrittenIn } from '../../../../triads/framework/languages.ts';

/** What there is to look at in a draft, and the paths of texts that are still to be written, by language. */
export interface Looked {
  advice: Advice[];
  unwritten: Map<string, string[]>;
}

/** A worker: it is handed a draft and looks at it, in English where the draft is in English. */
addEventListener('message', ({ data: draft }: MessageEvent<Draft>) => {
  const language = draft.languages.find((tag) => /^en\b/i.test(tag)) ?? draft.languages[0] ?? 'en-GB';
  const unwritten = new Map(draft.languages.map((tag) => [tag, unwrittenIn(draft, tag)]));
  postMessage({ advice: adviceOn(draft, language), unwritten } satisfies Looked);
});
