import { afterEach, expect, it } from 'vitest';
import { dueDay } from '../../client/design/collections/saying.ts';
import { isoWeek } from '../../triads/columns/weeks.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it.each(['UTC', 'Australia/Sydney', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'retention is due on the server’s day, looked at from %s',
  (there) => {
    process.env.TZ = there;
    const day = 86_400_000;
    for (const told of ['2026-11-22T23:30:00Z', '2026-11-23T00:30:00Z', '2026-11-25T12:00:00Z', '2026-12-31T09:00:00Z']) {
      const weeks = 30;
      const from = new Date(told);
      const isDue = (moment: number) => isoWeek(new Date(moment - weeks * 7 * day)) > isoWeek(from);
      const midnight = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
      let due = midnight;
      while (!isDue(due)) due += day;
      const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(due);
      expect(dueDay(weeks, from)).toBe(words);
    }
    expect(dueDay(1, new Date('2026-11-22T23:30:00Z'))).toBe('30 November 2026');
    expect(dueDay(1, new Date('2026-11-23T00:30:00Z'))).toBe('7 December 2026');
  },
);
