const formats = new Map<string, Intl.DateTimeFormat>();

/** A publication date as people write it: `2022-01-20` or an instant gives "20 January 2022" in `en-GB`, as printed at its place. */
export function longDate(publishedAt: string, locale: string): string {
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  // The calendar date as written: converting an instant to another zone could change the day.
  return format.format(new Date(`${publishedAt.slice(0, 10)}T00:00:00Z`));
}

/** The month of a calendar date: "January 2022" in `en-GB`, "Jan 2022" where it is to be `short`. */
export function longMonth(day: string, locale: string, month: 'long' | 'short'): string {
  const key = `${locale} ${month}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { month, year: 'numeric', timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** The calendar date that an instant is on in a time zone (`Pacific/Auckland`); without one, in this machine's. */
export function dayIn(timeZone: string | undefined, instant: Date): string {
  const key = `day ${timeZone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat('en-u-ca-gregory', {
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...(timeZone && { timeZone }),
    });
  formats.set(key, format);
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** True for a calendar date that exists, written `2022-01-20`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar date so many days later, or earlier where `days` is below 0. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The same day so many months later or earlier; the last of that month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const day = Number(date.slice(8, 10));
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, last)).padStart(2, '0')}`;
}
