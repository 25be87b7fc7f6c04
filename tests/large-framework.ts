import type { Draft, Kind, Localised, Signifier } from '../triads/framework/framework.ts';

const languages = ['en-GB', 'cy', 'ur', 'pl'];
const say = (english: string): Localised =>
  Object.fromEntries(languages.map((language, index) => [language, index ? `${language}: ${english}` : english]));
const named = (word: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `${word}-${index + 1}`, label: say(`The ${word} on day ${index + 1}`) }));
const axis = (name: string) => ({ name: say(name), low: say(`a little ${name}`), high: say(`a lot of ${name}`) });
const kinds: Kind[] = ['triad', 'choice', 'dyad', 'triad', 'stones', 'choice', 'triad', 'text'];

function signifier(kind: Kind, index: number): Signifier {
  const head = {
    key: `question-${index + 1}`,
    about: index < 34 ? ('story' as const) : ('participant' as const),
    question: say(`On day ${index + 1} what counted most for the people who were there was…`),
    short: say(`Day ${index + 1}`),
    hint: say('Think of what you saw and heard, and of nothing else.'),
  };
  if (kind === 'triad') return { ...head, kind, corners: { top: say('the time'), left: say('the people'), right: say('the place') } };
  if (kind === 'dyad') return { ...head, kind, poles: { left: say('too little'), right: say('too much') } };
  if (kind === 'stones') return { ...head, kind, axes: { x: axis('effort'), y: axis('risk') }, stones: named('stone', 8) };
  if (kind === 'choice') return { ...head, kind, options: named('option', 12), several: index % 2 === 0 };
  return { ...head, kind, limit: 1000 };
}

/** A draft as large as any that a study would gather with: 40 signifiers of all kinds, each text in four languages. */
export const largeDraft: Draft = {
  format: 'storyfield-draft/1',
  key: 'large',
  title: say('A large framework'),
  languages,
  prompt: { question: say('Think of one day at work. What happened?'), hint: say('A few lines are enough.'), title: say('A short title') },
  signifiers: Array.from({ length: 40 }, (_, index) => signifier(kinds[index % kinds.length] ?? 'text', index)),
  consent: {
    question: say('What may happen with your story?'),
    introduction: say('You decide, and may change your mind at any time with the code that you were given.'),
    patterns: { label: say('My answers may be counted'), explanation: say('Nobody sees them one by one.') },
    read: { label: say('The study team may read my story'), explanation: say('They keep it to themselves.') },
    'count-only': { label: say('Only count my answers'), explanation: say('Your words stay on this phone.') },
    sharing: say('May others read it?'),
    'workshop-own': { label: say('In workshops where I work'), explanation: say('Without names.') },
    'workshop-other': { label: say('In workshops elsewhere'), explanation: say('Without names.') },
    publish: { label: say('In reports'), explanation: say('Without names.') },
  },
  notices: {
    welcome: say('We collect stories of what happens at work. It takes some minutes.'),
    privacy: say('Nobody asks your name.'),
    concern: say('Nobody can reply to a story. Turn to the study team.'),
  },
};
