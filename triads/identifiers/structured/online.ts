import type { Identifier } from '../identifier.ts';
import { matching } from './matching.ts';

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+'’-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;
const address =
  /(?<![\p{L}\p{N}@.-])(?:https?:\/\/[^\s<>"”]{1,300}|(?:www\.)?(?:[a-z0-9-]{1,63}\.){1,5}(?:uk|com|org|net|info|example|wales|scot|io|app)\b(?:\/[^\s<>"”]{0,200})?)/giu;
const handle = /(?<![\p{L}\p{N}@._-])@(?!(?:home|work|least|night|lunch|the)\b)[A-Za-z0-9_][A-Za-z0-9_.]{1,29}/gu;

/** Email addresses, web addresses and the names of accounts. */
export function* findOnline(text: string): Generator<Identifier> {
  yield* matching(text, email, () => ({ kind: 'email', neutral: 'email', certainty: 'certain' }));
  yield* matching(text, address, ([written]) => ({ kind: 'web', neutral: 'web', certainty: 'certain', to: trimmed(written) }));
  yield* matching(text, handle, ([written]) => ({ kind: 'web', neutral: 'account', certainty: 'likely', to: trimmed(written) }));
}

/** The length without the punctuation of the sentence around it. */
const trimmed = (written: string): number => written.replace(/[.,;:!?)\]'’]{1,5}$/, '').length;
