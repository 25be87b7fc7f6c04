import type { Collection } from '../server/repositories/collections.ts';
import type { House } from '../server/services/house.ts';
import { checkFramework } from '../triads/framework/checks.ts';
import type { Framework, Localised } from '../triads/framework/framework.ts';
import { openCollection } from './fixtures.ts';

/** Stands before every Polish text, so that a test can tell the framework's words from the form's own, which are not in Polish. */
export const polish = 'PL:';

const say = (english: string, urdu: string): Localised => ({ 'en-GB': english, ur: urdu, pl: `${polish} ${english}` });
const named = (key: string, english: string, urdu: string) => ({ key, label: say(english, urdu) });
const question = (english: string, urdu: string) => ({ question: say(english, urdu), short: say(english, urdu) });
const worded = (english: string, urdu: string) => ({ label: say(english, urdu), explanation: say(`${english}.`, `${urdu}۔`) });

/** One signifier of every kind in three languages: one of them read leftwards, one that the form has no words of its own in. */
export const manyLanguages = checked({
  format: 'storyfield-framework/1',
  key: 'many',
  title: say('The ward at night', 'رات کا وارڈ'),
  languages: ['en-GB', 'ur', 'pl'],
  prompt: {
    question: say('Think of one night. What happened?', 'کسی ایک رات کا سوچیں۔ کیا ہوا؟'),
    hint: say('A few lines are enough.', 'چند سطریں کافی ہیں۔'),
    title: say('A short title', 'مختصر عنوان'),
  },
  signifiers: [
    {
      key: 'help',
      kind: 'triad',
      about: 'story',
      ...question('What helped was…', 'جس چیز نے مدد کی…'),
      corners: {
        top: say('people', 'لوگ'),
        left: say('time to think', 'سوچنے کا وقت'),
        right: say('the right tools', 'مناسب اوزار'),
      },
    },
    {
      key: 'pace',
      kind: 'dyad',
      about: 'story',
      ...question('It went…', 'یہ ہوا…'),
      poles: { left: say('too slowly', 'بہت آہستہ'), right: say('too fast', 'بہت تیزی سے') },
    },
    {
      key: 'weight',
      kind: 'stones',
      about: 'story',
      ...question('How heavy was each?', 'ہر ایک کتنا بھاری تھا؟'),
      axes: {
        x: { name: say('Effort', 'محنت'), low: say('little effort', 'کم محنت'), high: say('a lot of effort', 'زیادہ محنت') },
        y: { name: say('Risk', 'خطرہ'), low: say('low risk', 'کم خطرہ'), high: say('high risk', 'زیادہ خطرہ') },
      },
      stones: [named('mine', 'my part', 'میرا حصہ'), named('theirs', 'their part', 'ان کا حصہ')],
    },
    {
      key: 'mood',
      kind: 'choice',
      about: 'story',
      ...question('How did it feel?', 'کیسا لگا؟'),
      options: [named('good', 'Good', 'اچھا'), named('bad', 'Bad', 'برا'), named('other', 'Something else', 'کچھ اور')],
      several: false,
      other: 'other',
    },
    {
      key: 'who',
      kind: 'choice',
      about: 'story',
      ...question('Who was there?', 'وہاں کون تھا؟'),
      options: [named('nurses', 'Nurses', 'نرسیں'), named('doctors', 'Doctors', 'ڈاکٹر')],
      several: true,
    },
    { key: 'wish', kind: 'text', about: 'story', ...question('What do you wish?', 'آپ کی کیا خواہش ہے؟'), limit: 200 },
    {
      key: 'region',
      kind: 'choice',
      about: 'participant',
      role: 'region',
      ...question('Where do you work?', 'آپ کہاں کام کرتے ہیں؟'),
      options: [named('north', 'North', 'شمال'), named('south', 'South', 'جنوب')],
      several: false,
    },
  ],
  consent: {
    question: say('What may happen with it?', 'اس کا کیا ہو؟'),
    introduction: say('You decide.', 'فیصلہ آپ کا ہے۔'),
    patterns: worded('My answers may be counted', 'میرے جوابات گنے جا سکتے ہیں'),
    read: worded('The study team may read my story', 'مطالعے کی ٹیم میری کہانی پڑھ سکتی ہے'),
    'count-only': worded('Only count my answers', 'صرف میرے جوابات گنیں'),
    sharing: say('May others read it?', 'کیا دوسرے اسے پڑھ سکتے ہیں؟'),
    'workshop-own': worded('In workshops in my own region', 'میرے اپنے علاقے کی ورکشاپس میں'),
    'workshop-other': worded('In workshops in other regions', 'دوسرے علاقوں کی ورکشاپس میں'),
    publish: worded('In reports', 'رپورٹوں میں'),
  },
  notices: {
    welcome: say('We collect stories.', 'ہم کہانیاں جمع کرتے ہیں۔'),
    privacy: say('Your story is confidential.', 'آپ کی کہانی رازدارانہ ہے۔'),
    concern: say('Nobody can reply.', 'کوئی جواب نہیں دے سکتا۔'),
  },
});

/** Opens an empty collection on it, at `/c/many`. */
export function openManyLanguages(house: House, more: Partial<Collection> = {}): Promise<Collection> {
  const { title, languages } = manyLanguages;
  return openCollection(house, { slug: 'many', title, languages, framework: manyLanguages, ...more });
}

function checked(file: unknown): Framework {
  const { framework, faults } = checkFramework(file);
  if (!framework) throw new Error(faults.map(({ path, message }) => `${path} ${message}`).join('; '));
  return framework;
}
