import { PublishedAtSchema } from './article.js';
import { calendarDate } from './dates.js';

// "Tue, 03 Jun 2025 09:39:21 +0100", seconds and weekday optional: RFC 822, section 5, with the four-digit years of RFC 2822.
const FORM =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}\.?[\s-]+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?)?(?:\s*\([^)]{0,40}\))?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// Only the zones that the standard names; "CET" or "BST" may be anything.
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};
const LONGEST = 80;

/**
 * The date of a feed's `pubDate` as an article holds it: the instant with its zone; the day alone where the
 * zone is missing or not one that RFC 822 names; null where it is no such date.
 */
export function rfc822Date(text: string): string | null {
  const form = text.length <= LONGEST ? FORM.exec(text.trim()) : null;
  if (!form) return null;
  const [, dayOfMonth, month = '', year = '', hour, minute, second = '00', zone = ''] = form;
  const day = calendarDate(fullYear(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(dayOfMonth));
  if (day === null) return null;
  const offset = ZONES[zone.toLowerCase()] ?? zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const instant = `${day}T${(hour ?? '').padStart(2, '0')}:${minute}:${second}${offset}`;
  return hour === undefined ? day : (PublishedAtSchema.safeParse(instant).data ?? day);
}

// RFC 2822, section 4.3: 00 to 49 are of this century.
function fullYear(year: string): number {
  const number = Number(year);
  return year.length === 4 ? number : number < 50 ? 2000 + number : 1900 + number;
}
