/** A day in plain words, such as "today", "yesterday" or "3 days ago". */
export function whenOf(moment: number, language: string): string {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(moment).setHours(0, 0, 0, 0)) / 86_400_000);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.max(0, days), 'day');
}
