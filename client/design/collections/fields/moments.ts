/** A moment as a form's field has it: in this machine's own time, to the minute. */
export function localOf(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return '';
  const two = (number: number) => String(number).padStart(2, '0');
  const date = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  return `${date}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** The moment that a form's field says, or '' while it says none. */
export function isoOf(local: string): string {
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString();
}

/** A moment so many days from now, at nine in the morning. */
export function morningIn(days: number): string {
  const moment = new Date();
  moment.setDate(moment.getDate() + days);
  moment.setHours(9, 0, 0, 0);
  return moment.toISOString();
}
