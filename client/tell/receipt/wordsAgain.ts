import type { Opened } from '../../../server/contract/tell.ts';
import type { Answers } from '../../../triads/answers/answer.ts';
import type { Localised } from '../../../triads/framework/framework.ts';
import { lengthOf } from '../frame/length.ts';

/** The words of a story written once more: none are kept while nobody may read them. */
export interface Again {
  title: string;
  text: string;
  /** By signifier key: answers in own words, and the words beside "other". */
  answers: Record<string, string>;
}

export const limits = { title: 200, text: 10_000, other: 200 };

interface Question {
  key: string;
  question: Localised;
  limit: number;
  /** The options chosen, where the words stand beside "other". */
  options: string[] | null;
}

/** The questions whose answers hold words: texts, and choices that were answered with "other". */
export function questionsInWords({ signifiers, answers }: Opened): Question[] {
  return signifiers.flatMap((signifier): Question[] => {
    const { key, question } = signifier;
    if (signifier.kind === 'text') return [{ key, question, limit: signifier.limit, options: null }];
    if (signifier.kind !== 'choice' || !signifier.other) return [];
    const answer = (answers as Answers)[key];
    const options = answer && 'options' in answer ? answer.options : [];
    return options.includes(signifier.other) ? [{ key, question, limit: limits.other, options }] : [];
  });
}

export const againOf = (opened: Opened): Again => ({
  title: '',
  text: '',
  answers: Object.fromEntries(questionsInWords(opened).map(({ key }) => [key, ''])),
});

export const fieldOf = (key: string): string => `again-${key}`;

/** The first field that keeps the words from being sent: `missing` where there is no story, else one that is too long. */
export function faultIn({ title, text, answers }: Again, opened: Opened): Fault | null {
  if (!text.trim()) return { field: 'story-again', missing: true };
  const long = [
    { field: 'story-again', over: lengthOf(text) - limits.text },
    { field: 'title-again', over: lengthOf(title) - limits.title },
    ...questionsInWords(opened).map(({ key, limit }) => ({ field: fieldOf(key), over: lengthOf(answers[key] ?? '') - limit })),
  ].find(({ over }) => over > 0);
  return long ? { field: long.field, missing: false } : null;
}

interface Fault {
  field: string;
  missing: boolean;
}

/** The words as they are sent with a change of consent. */
export function resent({ title, text, answers }: Again, opened: Opened) {
  const written = questionsInWords(opened).flatMap(({ key, options }) => {
    const words = answers[key]?.trim();
    return words ? [[key, options ? { options, other: words } : { text: words }]] : [];
  });
  return { story: { title: title.trim(), text: text.trim() }, answers: Object.fromEntries(written) as Answers };
}
