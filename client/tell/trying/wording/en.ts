import { numbersIn } from '../../wording/numbers.ts';

const { counted, date } = numbersIn('en-GB');

/** What a try-out says of itself, in English: what every other language is a translation of. */
export const en = {
  title: 'Try a draft',
  opening: 'Opening the draft…',
  states: {
    unknown: {
      heading: 'This link leads to no draft',
      words: 'The letters and numbers at its end may be incomplete. Please use the whole link as it was given to you, or ask for it again.',
    },
    over: {
      heading: 'This draft is not tried out any more',
      words: 'The time for it is over, or the form is finished. Thank you for coming. Whoever gave you the link can tell you more.',
    },
    failed: {
      heading: 'The draft could not be opened',
      words: 'There may be no connection just now. Please try again.',
    },
  },
  tryAgain: 'Try again',

  heading: 'You are trying a draft',
  what: (title: string) =>
    `“${title}” is a form that is still being made. Before anybody fills it in for real, its makers would like to know what is clear, what is not, and what is missing.`,
  notes: [
    [
      'Nothing here is a real story.',
      'Make one up, or write a few words. Whatever you write in the form stays on this phone and is not sent.',
    ],
    ['Comment on any page.', 'Comments are sent at once. The people who make this form read them; they are not told who wrote them.'],
    [
      'At the end you decide whether your answers go too.',
      'They are sent without any words, with how long each question took, and are never mixed with real ones.',
    ],
    ['Nobody asks who you are.', 'You need no account, and nothing about your phone is kept.'],
  ],
  time: (minutes: number) => counted(minutes, { other: 'It takes about # minutes. You can stop at any time.' }),
  until: (moment: string) => `This link works until ${date(moment)}.`,
  begin: 'Begin',
  waitingFromBefore: 'Something from an earlier try-out is still waiting for a connection. It is sent by itself.',

  bar: 'Trying a draft',
  stays: 'What you write on this page stays on this phone.',
  commentOn: { question: 'Comment on this question', page: 'Comment on this page' },
  yours: (count: number) => counted(count, { one: '# comment of yours', other: '# comments of yours' }),

  sheet: 'Your comment',
  kinds: {
    unclear: { label: 'It is unclear', explanation: 'I am not sure what is asked, or what a word means.' },
    'not-for-me': { label: 'It is not for me', explanation: 'It does not fit my work or my experience.' },
    words: { label: 'Something else', explanation: '' },
  },
  inWords: 'In your words',
  optional: 'In your words, if you like',
  noNames: 'Please name nobody.',
  chooseKind: 'Choose what it is about.',
  writeIt: 'Write a few words.',
  sendComment: 'Send comment',
  close: 'Close',
  onThisPage: 'What you said of this page',
  said: 'What you said',
  stages: {
    waiting: 'Waiting for a connection',
    sent: 'Sent',
    refused: 'It was not taken: this link takes no more',
    leaving: 'Being taken back…',
  },
  lastComment: {
    waiting: 'Your comment waits for a connection.',
    sent: 'Your comment was sent.',
    refused: 'Your comment was not taken: this link takes no more.',
    leaving: '',
  },
  takeBack: 'Take it back',
  remove: 'Remove',

  againOf: (step: number, total: number) => (total === 1 ? 'One more thing' : `Once more, ${step} of ${total}`),
  againChoose: 'You placed your answer here before. How would you say it in words? The two tell us whether both ways mean the same.',
  againPlace: 'You chose words here before. Where would you place it? The two tell us whether both ways mean the same.',
  continue: 'Continue',
  skip: 'Skip this one',

  ready: 'Send your answers?',
  readyWords: 'They help to see which questions work. The words that you wrote are not sent.',
  goes: 'What is sent',
  stayHere: 'What stays on this phone',
  answersGo: (count: number) => counted(count, { one: 'Your answer to # question', other: 'Your answers to # questions' }),
  timesGo: 'How long each question took',
  storyStays: 'Your story, its title, and all other words',
  send: 'Send my answers',
  doNotSend: 'Finish without sending',

  thanks: 'Thank you for trying it',
  thanksSent: 'Your answers have arrived, without any words.',
  thanksWaiting:
    'Your answers wait on this phone for a connection, and are sent by themselves. You may close this page; they go at the latest when you open it again.',
  thanksRefused: 'Your answers were not taken: this link takes no more. Your comments that are marked as sent have arrived.',
  thanksNone: 'Your answers were not sent.',
  canTakeBack: 'You can take a comment back while this page is open.',
  another: 'Try it another time',
};

export type TryingWords = typeof en;
