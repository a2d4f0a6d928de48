const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A publication date as people write it: `2022-01-20` or an instant gives "20 January 2022", as printed at its place. */
export function longDate(publishedAt: string): string {
  // The calendar date as written: converting an instant to another zone could change the day.
  return LONG_DATE.format(new Date(`${publishedAt.slice(0, 10)}T00:00:00Z`));
}

/** True for a calendar date that exists, written `2022-01-20`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
