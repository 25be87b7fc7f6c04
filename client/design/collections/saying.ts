import type { Standing } from '../../../server/contract/collections.ts';
import type { WeeksTable } from '../../../server/contract/settings.ts';
import { worded } from '../../parts/words.ts';
import { languageName } from '../wording.ts';

/** The zone in which moments are said, as people write it. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');

/** For so many days after an end stories are taken that were begun before it. */
const graceDays = 7;
const dayLength = 86_400_000;

const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
/** "3 May 2026 at 14:05" */
export const momentWords = (iso: string): string => moment.format(new Date(iso));

const dayThere = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
/** The first day on which what is told now is due, by the weeks that the server counts: these begin on Mondays, in UTC. */
export function dueDay(weeks: number, now = new Date()): string {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return dayThere.format(now.getTime() + ((weeks + 1) * 7 - sinceMonday) * dayLength);
}

/** Until when late stories are taken after an end, as a sentence; '' once that is over. */
function lateWords(end: string): string {
  const until = new Date(new Date(end).getTime() + graceDays * dayLength);
  return until > new Date() ? ` Stories begun before are taken until ${momentWords(until.toISOString())}.` : '';
}

/** Whether a collection takes stories, and what comes next. */
export function standingInWords({ taking, since, waves }: Standing): string {
  if (taking !== 'open' && since) return `It is ${taking} since ${momentWords(since)}: nobody can begin a story.${lateWords(since)}`;
  const at = (wanted: string) => waves.find(({ state }) => state === wanted);
  const [open, next, last] = [at('open'), at('upcoming'), waves.at(-1)];
  const coming = next ? `“${worded(next.label)}” opens on ${momentWords(next.opens)}.` : '';
  if (open) {
    const until = open.ends ? `until ${momentWords(open.ends)}` : 'with no end set';
    return `It takes stories: “${worded(open.label)}” is open, ${until}. ${coming}`.trim();
  }
  if (coming) return `It takes no stories yet. ${coming}`;
  const over = last?.ends ? `“${worded(last.label)}” ended on ${momentWords(last.ends)}.${lateWords(last.ends)}` : '';
  return `It takes no stories: all its waves are over. ${over}`.trim();
}

type Shown = NonNullable<WeeksTable['table']>['whole'];

/** A count as it may be shown; what is hidden is never a zero. */
export function shownInWords(count: Shown, threshold: number): string {
  if (count === 'small') return `<${threshold}`;
  return count === 'hidden' ? 'hidden' : String(count);
}

/** What the server finds wrong with a field, as a sentence. */
export function faultInWords(message: string): string {
  const language = /^has no text in (\S+)$/.exec(message)?.[1];
  if (language) return `Nothing is written in ${languageName(language)}.`;
  const sentence = /^(is|has|names|stays|cannot|takes)\b/.test(message) ? `This ${message}` : message;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
