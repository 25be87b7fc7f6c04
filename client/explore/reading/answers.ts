import type { Collection, StoryRead } from '../../../server/contract/collections.ts';
import type { Answer } from '../../../triads/answers/answer.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { listed } from '../../parts/words.ts';
import { optionInWords } from '../saying.ts';
import { isAsked } from '../waves.ts';

export interface AnswerInWords {
  key: string;
  question: string;
  words: string;
  /** Whether it says something by itself, without its question. */
  isPlain: boolean;
}

/** What a story's participant answered to the choices and text questions, in words; placements are shown on the plots. */
export function answersInWords({ answers, words, wave }: StoryRead, collection: Collection, language: string): AnswerInWords[] {
  return collection.signifiers.flatMap((signifier) => {
    if (signifier.kind !== 'choice' && signifier.kind !== 'text') return [];
    const answer = answers?.[signifier.key] as Answer | undefined;
    const own = words.answers[signifier.key];
    const silent = isAsked(collection, wave, signifier.key) ? 'not answered' : 'not asked';
    const said = own ?? (answer ? answerInWords(signifier, answer, language) : silent);
    const both = own && answer && 'options' in answer ? `${answerInWords(signifier, answer, language)}: ${own}` : said;
    const isPlain = signifier.kind === 'choice' && answer !== undefined && 'options' in answer && !answer.options.includes('prefer-not');
    return [{ key: signifier.key, question: localise(signifier.short, language), words: both, isPlain }];
  });
}

function answerInWords(signifier: Signifier, answer: Answer, language: string): string {
  if ('na' in answer) return 'does not apply';
  if (signifier.kind === 'choice' && 'options' in answer)
    return listed(answer.options.map((key) => optionInWords(signifier, key, language)));
  return '';
}
