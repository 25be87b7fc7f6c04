const day = 86_400_000;

/** The ISO 8601 week of a moment (UTC), such as 2026-W47: all that is kept of when a story came. */
export function isoWeek(moment: Date): string {
  const thursday = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / day + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The ISO week so many weeks after one, which may be of a number that its year does not have. */
function weeksAfter(week: string, weeks: number): string {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  // 4 January is in week 1, whatever day it is.
  return isoWeek(new Date(Date.UTC(year, 0, 4) + (number - 1 + weeks) * 7 * day));
}

/** Whether there is such a week: not every year has a 53rd. @param week four digits, -W, two digits */
export const isWeek = (week: string): boolean => weeksAfter(week, 0) === week;

/** Every ISO week from one to another, both included, in order; none where the first comes later. */
export function weeksFrom(first: string, last: string): string[] {
  const weeks: string[] = [];
  for (let week = first; week <= last; week = weeksAfter(week, 1)) weeks.push(week);
  return weeks;
}
