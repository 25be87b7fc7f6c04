import type { Rotation } from '../../../triads/geometry/rotation.ts';

/** How a collection may vary the form from one participant to the next. Chance is enough here; nothing depends on secrecy. */

interface Question {
  key: string;
  kind: string;
  about: 'story' | 'participant';
}

/** The questions about the story in a random order, in the places that such questions hold; those about the participant stay. */
export function shuffledStoryQuestions<Q extends Question>(questions: readonly Q[]): Q[] {
  const waiting = questions.filter(({ about }) => about === 'story');
  const takeOne = (otherwise: Q) => waiting.splice(Math.floor(Math.random() * waiting.length), 1)[0] ?? otherwise;
  return questions.map((question) => (question.about === 'story' ? takeOne(question) : question));
}

/** A rotation for each triad. */
export function turnedTriads(questions: readonly Question[]): Record<string, Rotation> {
  const triads = questions.filter(({ kind }) => kind === 'triad');
  return Object.fromEntries(triads.map(({ key }) => [key, Math.floor(Math.random() * 3) as Rotation]));
}
