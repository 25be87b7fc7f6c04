import { isoWeek, isWeek } from '../../../triads/columns/weeks.ts';

/** What stands for an older year is likeliest a slip of the pen. */
const oldest = 1900;

/** The ISO week in which a story was told, from a week, a date or a time; null for what cannot be told apart, such as 3/4/2021. */
export function weekIn(cell: string): string | null {
  const week = /^(\d{4})-?W(\d{2})$/i.exec(cell);
  if (week) return known(Number(week[1]), `${week[1]}-W${week[2]}`);
  const seconds = /^(\d{10})(\d{3})?(\.\d+)?$/.exec(cell);
  if (seconds) return isoWeek(new Date(Number(seconds[1]) * 1000));
  const day = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(cell);
  if (day) return onDay(Number(day[1]), Number(day[2]), Number(day[3]));
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,].*)?$/.exec(cell);
  if (!turned) return null;
  const [first = 0, second = 0, year = 0] = turned.slice(1).map(Number);
  // Which of the two is the month shows only where one of them cannot be.
  if (first > 12) return onDay(year, second, first);
  if (second > 12) return onDay(year, first, second);
  return first === second || cell.includes('.') ? onDay(year, second, first) : null;
}

const known = (year: number, week: string) => (year >= oldest && isWeek(week) ? week : null);

function onDay(year: number, month: number, day: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, day));
  return year >= oldest && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? isoWeek(moment) : null;
}
