const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})';
const DAY_FIRST = new RegExp(`^${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}$`, 'i');
const MONTH_FIRST = new RegExp(`^${MONTH}\\s+${DAY},?\\s+${YEAR}$`, 'i');
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;

const LABEL =
  /^(?:(?:first\s+|originally\s+|last\s+)?(?:published|posted|updated|modified|date|created))(?:\s+on|\s+at)?\s*[:\s]\s*/i;
const WEEKDAY =
  /(?<![\p{L}])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![\p{L}])[.,]?\s*/giu;
const TIME =
  /(?<![\d:-])\d{1,2}(?::|\.)\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|(?<![\d:-])\d{1,2}\s*[ap]\.?m\.?/gi;
const ZONE = /\b(?:GMT|UTC|BST|[ECMP][SD]?T|AE[SD]T|CES?T|IST|h|hrs)\b/g;
const JOINERS = /^[\s,;|·•–—-]+|[\s,;|·•–—-]+$|\s+at\s*$|^at\s+/gi;
const RELATIVE =
  /^(?:(?:published|posted|updated)\s*:?\s*)?(?:(?:about\s+)?(?:\d+|an?|one|two|three|few)\s*(?:s|m|h|d|secs?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\s+ago|just now|yesterday|today|this (?:morning|afternoon|evening))(?:[\s,]+(?:at\s+)?[\d:.]+\s*(?:[ap]m)?)?$/i;
const NUMERIC = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

const LONGEST = 120;

/** The calendar date that a line consists of, written out in full, as `2022-01-20`; null for anything else. */
export function writtenDate(line: string): string | null {
  if (line.length > LONGEST) return null;
  const bare = bareDate(line);
  const iso = ISO.exec(bare);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = DAY_FIRST.exec(bare);
  if (dayFirst) return calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(bare);
  if (monthFirst)
    return calendarDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
  return null;
}

/** True for a line that only says when, in words that do not name the day for certain ("2 hours ago", 3/4/2022). */
export function isVagueDate(line: string): boolean {
  return line.length <= LONGEST && (RELATIVE.test(line) || NUMERIC.test(bareDate(line)));
}

function bareDate(line: string): string {
  if (ISO.test(line.trim())) return line.trim();
  let bare = line.trim().replace(LABEL, '').replace(WEEKDAY, '').replace(TIME, '').replace(ZONE, '');
  bare = bare.replace(/\(\s*\)/g, '').replace(/\s+/g, ' ');
  return bare.replace(JOINERS, '').replace(JOINERS, '').trim();
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** `2022-01-20` where the calendar has that day; null otherwise. */
export function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
