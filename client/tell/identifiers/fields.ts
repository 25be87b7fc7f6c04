import type { Answer } from '../../../triads/answers/answer.ts';
import type { Asked, Draft } from '../draft/draft.svelte.ts';
import { say } from '../wording/say.svelte.ts';

/** Words of the participant's that would be sent, and where to put them when they change. */
export interface Field {
  key: string;
  label: string;
  limit: number;
  read(): string;
  write(words: string): void;
}

/** Every place of a draft that holds the participant's own words, in the order of the form. */
export function fieldsOf(draft: Draft): Field[] {
  const { prompt, limits } = draft.form;
  return [
    {
      key: 'title',
      label: draft.inLanguage(prompt.title),
      limit: limits.title,
      read: () => draft.title,
      write: (words) => {
        draft.title = words;
      },
    },
    {
      key: 'story',
      label: say.storyText,
      limit: limits.story,
      read: () => draft.text,
      write: (words) => {
        draft.text = words;
      },
    },
    ...draft.order.flatMap((signifier) => fieldOf(draft, signifier) ?? []),
  ];
}

/** The words of an answer: a text, or what was written beside an "other" option. */
function fieldOf(draft: Draft, signifier: Asked): Field | undefined {
  const { key } = signifier;
  const answer = draft.answers[key];
  const field = (limit: number, part: 'text' | 'other'): Field => ({
    key,
    label: draft.inLanguage(signifier.question),
    limit,
    read: () => wordsIn(draft.answers[key], part),
    // Beside what the answer has by now: other options may have been ticked since.
    write: (words) => draft.answer(key, { ...draft.answers[key], [part]: words } as Answer),
  });
  if (answer && 'text' in answer && signifier.kind === 'text') return field(signifier.limit, 'text');
  if (answer && 'options' in answer) return field(draft.form.limits.other, 'other');
  return undefined;
}

const wordsIn = (answer: (Answer & { text?: string; other?: string }) | undefined, part: 'text' | 'other') => answer?.[part] ?? '';
