import { PublishedAtSchema } from '../../article.js';
import { calendarDate, writtenDate } from '../../dates.js';

const ISO =
  /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:(?:T|\s+)(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?(?![\d:])/i;
const MAIL =
  /^(?:\p{L}{2,9},?\s+)?(\d{1,2})\s+(\p{L}{3})\p{L}*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/iu;
const UNIX = /^\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})\s+(\S{1,6})\s+(\d{4})$/iu;
const EPOCH = /^1\d{9}(?:\d{3})?$/;
const DOTTED = /(?:^|[^\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)?\d{2})(?!\d|[.:])/;
const YEAR_FIRST =
  /(?:^|\D)((?:19|20)\d{2})\s?(?:[./-]|年|년)\s?(\d{1,2})\s?(?:[./-]|月|월)\s?(\d{1,2})(?!\d)/;
const DAY_FIRST =
  /(?:^|\D)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?((?:19|20)\d{2})(?!\d)/u;
const MONTH_FIRST = /(?:^|[^\p{L}])(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)/u;

const LOCALES =
  'en de fr es it pt nl da nb sv fi pl cs sk hu ro tr id lt lv et is hr sl ru uk el vi ca'.split(' ');
let months: ReadonlyMap<string, number> | null = null;

// Month names, long and short, as the languages write them in a date.
function monthNames(): ReadonlyMap<string, number> {
  if (months) return months;
  const names = new Map<string, number>();
  for (const locale of LOCALES)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month, 15));
        const name =
          parts
            .find(({ type }) => type === 'month')
            ?.value.toLowerCase()
            .replace(/\.$/, '') ?? '';
        if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, month + 1);
      }
    }
  months = names;
  return names;
}

function monthOf(name: string | undefined): number {
  const lower = (name ?? '').toLowerCase();
  return monthNames().get(lower) ?? monthNames().get(lower.slice(0, 3)) ?? 0;
}

/**
 * A date or an instant as sites write them for machines (ISO 8601, mail, epoch), as ISO 8601; null for anything
 * else. Without a zone the time is dropped: the instant is unknown, but the printed day is not.
 */
export function machineDate(value: string): string | null {
  const text = value.trim().slice(0, 100);
  const iso = ISO.exec(text);
  if (iso) return instant([iso[1], iso[3], iso[4]], [iso[5], iso[6], iso[7]], iso[8]);
  const mail = MAIL.exec(text);
  if (mail)
    return instant([mail[3], String(monthOf(mail[2])), mail[1]], [mail[4], mail[5], mail[6]], mail[7]);
  const unix = UNIX.exec(text);
  if (unix) {
    const zone = /^(?:UTC|GMT|Z)$/.test(unix[6] ?? '') ? 'Z' : undefined;
    return instant([unix[7], String(monthOf(unix[1])), unix[2]], [unix[3], unix[4], unix[5]], zone);
  }
  if (EPOCH.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString().replace('.000Z', 'Z');
  return null;
}

/** The day that a line of a page names in full, in any of many languages; never one from words like "yesterday". */
export function printedDate(line: string): string | null {
  const text = line.trim().slice(0, 200);
  const dotted = DOTTED.exec(text);
  if (dotted) return day((dotted[3] ?? '').padStart(4, '20'), dotted[2], dotted[1]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst && monthOf(dayFirst[2])) return day(dayFirst[3], String(monthOf(dayFirst[2])), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst && monthOf(monthFirst[1]))
    return day(monthFirst[3], String(monthOf(monthFirst[1])), monthFirst[2]);
  return writtenDate(text);
}

/** The day in the path of a web address ("/2024/04/28/", "/2024-04-28-"). */
export function addressDate(url: string): string | null {
  const found = /[/-]((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-])/.exec(url);
  return found ? day(found[1], found[2], found[3]) : null;
}

/** The day at the head of a number in the path ("/A2026012914320005"), as sites number their articles. */
export function compactAddressDate(url: string): string | null {
  const found = /\/[a-z]{0,4}((?:19|20)\d{2})((?:0|1)\d)([0-3]\d)(?:\d{2,}|(?=[/_-]))/i.exec(url);
  return found ? day(found[1], found[2], found[3]) : null;
}

type Part = string | undefined;

function day(year: Part, month: Part, date: Part): string | null {
  return calendarDate(Number(year), Number(month), Number(date));
}

function instant([year, month, date]: Part[], [hour, minute, second]: Part[], zone: Part): string | null {
  const printed = day(year, month, date);
  if (printed === null || hour === undefined || zone === undefined) return printed;
  const offset = /^[+-]/.test(zone)
    ? zone.replace(/^(...):?(\d\d)?$/, (_, h: string, m?: string) => `${h}:${m ?? '00'}`)
    : 'Z';
  const whole = `${printed}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`;
  return PublishedAtSchema.safeParse(whole).data ?? printed;
}
