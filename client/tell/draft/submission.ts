import type { Answer, Answers } from '../../../triads/answers/answer.ts';
import type { Submission } from '../../../triads/answers/submission.ts';
import type { Scope } from '../../../triads/framework/scopes.ts';
import type { Draft } from './draft.svelte.ts';

/**
 * The body that a draft is sent as. Without `read` it holds no word of the participant's.
 * @param receiptHash base64url of the SHA-256 of the draft's receipt
 */
export function submissionOf(draft: Draft, receiptHash: string): Submission {
  const { form } = draft;
  const reads = draft.reading === 'read';
  return {
    version: form.version,
    language: draft.language,
    ...(reads && { story: { title: wellFormed(draft.title.trim()), text: wellFormed(draft.text.trim()) } }),
    answers: reads ? withWords(draft.answers) : withoutWords(draft.answers),
    ...(form.asks.randomOrder && { order: draft.order.map(({ key }) => key) }),
    ...(form.asks.rotation && Object.keys(draft.rotations).length > 0 && { rotations: draft.rotations }),
    consent: consentOf(draft),
    receiptHash,
  };
}

export function consentOf({ reading, sharing }: Pick<Draft, 'reading' | 'sharing'>): Scope[] {
  return reading === 'read' ? ['patterns', 'read', ...sharing] : ['patterns'];
}

function withWords(answers: Answers): Answers {
  return mapped(answers, (answer) => {
    if ('text' in answer) return filled(answer.text) && { text: filled(answer.text) };
    if (!('options' in answer)) return answer;
    const other = filled(answer.other ?? '');
    return { options: answer.options, ...(other && { other }) };
  });
}

/** Answers as they may leave a phone whose words stay. */
export function withoutWords(answers: Answers): Answers {
  return mapped(answers, (answer) => {
    if ('text' in answer) return '';
    return 'options' in answer ? { options: answer.options } : answer;
  });
}

/** Answers changed one by one; one that becomes '' is left out, as skipped. */
function mapped(answers: Answers, change: (answer: Answer) => Answer | ''): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) => {
      const changed = change(answer);
      return changed ? [[key, changed]] : [];
    }),
  );
}

const filled = (words: string): string => wellFormed(words.trim());

/** Words the server can store: without U+0000, and with U+FFFD for half a character (as a keyboard's bug may leave one). */
function wellFormed(words: string): string {
  return words.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
