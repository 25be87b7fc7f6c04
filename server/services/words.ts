import type { Answers } from '../../triads/answers/answer.ts';
import type { StoryWords } from '../contract/tell.ts';

/** Answers as they came, parted into the document without words and the words by signifier key. */
export function partWords(answers: Answers): { document: Answers; words: StoryWords['answers'] } {
  const document: Answers = {};
  const words: StoryWords['answers'] = {};
  for (const [key, answer] of Object.entries(answers)) {
    if ('text' in answer) {
      words[key] = answer.text;
    } else if ('options' in answer && answer.other !== undefined) {
      words[key] = answer.other;
      document[key] = { options: answer.options };
    } else {
      document[key] = answer;
    }
  }
  return { document, words };
}
