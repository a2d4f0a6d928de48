const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})';
const DAY_FIRST = new RegExp(`^${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}$`, 'i');
const MONTH_FIRST = new RegExp(`^${MONTH}\\s+${DAY},?\\s+${YEAR}$`, 'i');
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}\S*)?$/;

// What may stand around a date without changing it.
const LABEL =
  /^(?:(?:first|originally|last)\s+)?(?:published|posted|updated|modified|date|created)(?:\s+(?:on|at))?\s*[:\s]\s*/i;
const WEEKDAY =
  /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?!\p{L})[.,]?\s*/giu;
const TIME = /(?<![\d:-])\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|(?<![\d:-])\d{1,2}\s*[ap]\.?m\.?/gi;
const ZONE = /\b(?:GMT|UTC|BST|[ECMP][SD]?T|AE[SD]T|CES?T|IST|hrs?)\b/g;
const EDGES = /^(?:[\s,;|·•–—-]+|at\s+)|(?:[\s,;|·•–—-]+|\s+at)$/gi;

const RELATIVE =
  /^(?:(?:about\s+)?(?:\d+|an?|one|two|three|few)\s*(?:[smhd]|secs?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\s+ago|just now|yesterday|today|this (?:morning|afternoon|evening))(?:[\s,]+(?:at\s+)?[\d:.]+\s*(?:[ap]m)?)?$/i;
const NUMERIC = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

const LONGEST = 120;

/** The calendar date that a line consists of, written out in full, as `2022-01-20`; null for anything else. */
export function writtenDate(line: string): string | null {
  if (line.length > LONGEST) return null;
  const said = line.trim().replace(LABEL, '');
  const iso = ISO.exec(said);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const bare = withoutTime(said);
  const dayFirst = DAY_FIRST.exec(bare);
  if (dayFirst) return calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(bare);
  if (!monthFirst) return null;
  return calendarDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
}

/** True for a line that only says when, but not which day for certain: "2 hours ago", "3/4/2022", "17:00". */
export function isVagueDate(line: string): boolean {
  if (line.length > LONGEST) return false;
  const said = line.trim().replace(LABEL, '').replace(WEEKDAY, '').trim();
  return RELATIVE.test(said) || NUMERIC.test(said) || (/\d/.test(said) && withoutTime(said) === '');
}

/** True where the date is that of a later edit. */
export function isUpdate(line: string): boolean {
  return /^(?:last\s+)?(?:updated|modified)/i.test(line);
}

function withoutTime(line: string): string {
  const bare = line.replace(WEEKDAY, '').replace(TIME, '').replace(ZONE, '').replace(/\s+/g, ' ');
  return bare.replace(EDGES, '').replace(EDGES, '').trim();
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
