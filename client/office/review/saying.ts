import type { Collection } from '../../../server/contract/collections.ts';
import type { Decision, EscalationKind, Review } from '../../../server/contract/reviews.ts';
import type { ReleaseState } from '../../../server/contract/tell.ts';
import type { Kind, Neutral } from '../../../triads/identifiers/identifier.ts';
import { neutralWords as cy } from '../../../triads/identifiers/neutral-words/cy.ts';
import { neutralWords as en } from '../../../triads/identifiers/neutral-words/en.ts';
import { neutralWords as ur } from '../../../triads/identifiers/neutral-words/ur.ts';
import type { Fact } from '../../../triads/release/combinations.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { counted, listed, numeral, worded } from '../../parts/words.ts';

const kinds: Record<Kind, [one: string, many: string]> = {
  'nhs-number': ['NHS number', 'NHS numbers'],
  number: ['number', 'numbers'],
  phone: ['phone number', 'phone numbers'],
  email: ['email address', 'email addresses'],
  web: ['web address', 'web addresses'],
  postcode: ['postcode', 'postcodes'],
  date: ['date', 'dates'],
  age: ['great age', 'great ages'],
  vehicle: ['number plate', 'number plates'],
  person: ['name', 'names'],
  place: ['place', 'places'],
};
export const kindWords = (kind: Kind) => kinds[kind][0];

const reach: [scope: string, words: string][] = [
  ['publish', 'may be published'],
  ['workshop-other', 'may go to other regions'],
  ['workshop-own', 'stays in its region'],
];

/** Why a story stands where it stands in the queue: "2 names · rare answers · may be published". */
export function whyHere({ exposure: { tally, rarest }, scopes }: Review): string {
  const finds = Object.entries(tally).map(([kind, { likely, perhaps }]) => counted(likely + perhaps, ...kinds[kind as Kind]));
  const rare = rarest === null ? [] : [rarest <= 1 ? 'answers nobody else gave' : 'rare answers'];
  const far = reach.find(([scope]) => scopes.some((given) => given === scope));
  return [...finds, ...rare, ...(far ? [far[1]] : [])].join(' · ');
}

/** The answer of a fact in the collection's words: "65 or over" (age). */
function factWords({ signifiers }: Collection, { signifier, option }: Fact): string {
  const asked = signifiers.find(({ key }) => key === signifier);
  const label = asked?.kind === 'choice' ? asked.options.find(({ key }) => key === option)?.label : undefined;
  return `“${label ? worded(label) : option}” (${asked ? worded(asked.short).toLocaleLowerCase() : signifier})`;
}

/** How few stories share some answers, exactly, since only reviewers read it. */
export function rareWords(collection: Collection, { facts, stories }: Review['rare'][number], all: number): string {
  const said = listed(facts.map((fact) => factWords(collection, fact)));
  if (stories <= 1) return `This is the only one of ${counted(all, 'story', 'stories')} here that says ${said}.`;
  return `Only ${numeral(stories)} of ${counted(all, 'story', 'stories')} here say ${said}.`;
}

export function optionsWords(
  { signifiers }: Collection,
  signifier: string,
  options: readonly string[],
): { question: string; answer: string } {
  const asked = signifiers.find(({ key }) => key === signifier);
  const labels = asked?.kind === 'choice' ? asked.options : [];
  const answer = options.map((key) => {
    const label = labels.find((option) => option.key === key)?.label;
    return label ? worded(label) : key;
  });
  return { question: asked ? worded(asked.short) : signifier, answer: listed(answer) };
}

export const escalationKinds: Record<EscalationKind, string> = {
  harm: 'Harm: somebody was hurt, or may be',
  safeguarding: 'Safeguarding: a child or an adult at risk',
  patient: 'A patient can be identified',
};

/** What was decided, as its history says it. */
export const decisionWords: Record<string, string> = {
  release: 'released it',
  'take-back': 'took the release back',
  hold: 'held it back',
  second: 'asked a second reviewer',
  escalate: 'escalated it',
  'escalation-closed': 'closed the escalation',
  'escalation-handed-back': 'handed it back to the queue',
};

const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
export const momentWords = (at: string) => moment.format(new Date(at));
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
export const dateWords = (at: string) => date.format(new Date(at));

/** Where a story stands, as said of it. */
export const stateWords: Record<ReleaseState, string> = {
  none: 'is not shared',
  waiting: 'waits to be read',
  second: 'waits for a second reviewer',
  held: 'is held back',
  escalated: 'is escalated',
  released: 'is released',
};

const refused: Record<Decision['decision'], string> = {
  release: 'was not released',
  hold: 'was not held',
  second: 'was not given to a second reviewer',
  escalate: 'was not escalated',
  'take-back': 'was not taken back',
};

/** Of what is begun on a story and is no part of a decision. */
export const kept = 'What you did on it is kept.';

/** That a decision was not taken, to whoever went on to another story. @param isBegun whether more was done on it than to decide */
export function refusedWords(review: Review, { decision }: Decision, error: unknown, isBegun: boolean): string {
  return `“${titleOf(review)}” ${refused[decision]}: ${refusalOf(error).title}${isBegun ? ` ${kept}` : ''}`;
}

/** That a decision was not taken since its story had changed, to whoever went on to another; null now, where its participant shares it no more. */
export function lateWords(before: Review, now: Review | null, { decision }: Decision, isBegun: boolean): string {
  if (!now) return 'A story that you decided on is not shared any more, or was taken back, since you opened it.';
  const left = now.state === 'escalated' ? begunOnEscalated : kept;
  return `“${titleOf(now)}” ${refused[decision]}: it ${changes(before, now)}${isBegun ? ` ${left}` : ''}`;
}

/** What became of a story since a reviewer opened it; null now, where its participant shares it no more. */
export function changedWords(before: Review, now: Review | null): string {
  if (!now) return 'This story is not shared any more, or was taken back, since you opened it.';
  return `This story ${changes(before, now)}${now.state === 'escalated' ? ` ${begunOnEscalated}` : ''}`;
}

const begunOnEscalated = 'What you began on it is kept on this page until it is handed back.';

function changes(before: Review, now: Review): string {
  const decided = now.history.length > before.history.length ? now.history.at(-1) : undefined;
  return `changed since you opened it${decided ? `: ${decided.by ?? 'somebody'} ${decisionWords[decided.decision] ?? decided.decision}` : ''}.`;
}

export const titleOf = ({ words }: Pick<Review, 'words'>) => words.title || 'Without a title';

/** The neutral words in the story's language where there are some, else in English. */
export function neutralsIn(language: string): Record<Neutral, string> {
  return { cy, ur }[language.split('-')[0] ?? ''] ?? en;
}
