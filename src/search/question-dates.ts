import { addDays, isCalendarDate } from '../text/dates.js';
import { tokenize } from '../text/tokens.js';

/** Calendar days, both ends included. */
export type DateRange = { from: string; to: string };

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '((?:1[5-9]|20)[0-9]{2})';
const DAY = '([0-3]?[0-9])(?:st|nd|rd|th)?';
const ISO_DAY = `${YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`;
// A day as options take it ("2023-04-01"), month and day, day and month, month alone, year alone; each with its year.
const DATE = new RegExp(
  `\\b(?:${ISO_DAY}|${MONTH} ${DAY},? ${YEAR}|${DAY} ${MONTH},? ${YEAR}|${MONTH},? ${YEAR}|${YEAR})\\b`,
  'giu',
);
const MOST = 8;

const FOREVER = { from: '0000-01-01', to: '9999-12-31' };

/** The dates that a question names with their year; "since 2014", "before May 2020" and "between … and …" as the days they mean. */
export function datesIn(question: string): DateRange[] {
  const ranges: (DateRange & { open?: boolean })[] = [];
  let lastEnd = 0;
  for (const match of question.matchAll(DATE)) {
    const before = question.slice(lastEnd, match.index);
    lastEnd = match.index + match[0].length;
    const [, isoYear, isoMonth, isoDay, ...named] = match;
    const [month1, day1, year1, day2, month2, year2, month3, year3, year4] = named;
    const year = isoYear ?? year1 ?? year2 ?? year3 ?? year4 ?? '';
    const month = isoMonth ?? monthNumber(month1 ?? month2 ?? month3);
    const day = isoDay ?? day1 ?? day2;
    const from = `${year}-${month ?? '01'}-${day?.padStart(2, '0') ?? '01'}`;
    const to = `${year}-${month ?? '12'}-${day?.padStart(2, '0') ?? '31'}`;
    const last = ranges.at(-1);
    if (last && /^,? (?:and|to|until|till) (?:the )?$/i.test(before) && last.open) last.to = to;
    else if (/\bafter\s+$/i.test(before)) ranges.push({ from: dayFrom(to, 1), to: FOREVER.to });
    else if (/\bbefore\s+$/i.test(before)) ranges.push({ from: FOREVER.from, to: dayFrom(from, -1) });
    // After the 2014 election there was more of 2014.
    else if (/\b(?:since|after)\s+(?:the )?$/i.test(before)) ranges.push({ from, to: FOREVER.to });
    else if (/\b(?:before|until|till)\s+(?:the )?$/i.test(before)) ranges.push({ from: FOREVER.from, to });
    else ranges.push({ from, to, open: /\b(?:between|from)\s+(?:the )?$/i.test(before) });
    if (ranges.length === MOST) break;
  }
  return ranges.map(({ from, to }) => ({ from, to }));
}

/** The day after or before one; of a day that does not exist, which its month may not have, that day. */
function dayFrom(day: string, step: 1 | -1): string {
  return isCalendarDate(day) ? addDays(day, step) : day;
}

/** The words of the dates that a question names with their year, folded: "april", "2019". */
export function dateWords(question: string): Set<string> {
  return new Set(
    [...question.matchAll(DATE)]
      .slice(0, MOST)
      .flatMap(([written]) => tokenize(written).map(({ word }) => word)),
  );
}

/** Whether one of the ranges covers a day. */
export function coversDay(ranges: readonly DateRange[], day: string): boolean {
  return ranges.some(({ from, to }) => from <= day && day <= to);
}

function monthNumber(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const at = MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase()));
  return at < 0 ? undefined : String(at + 1).padStart(2, '0');
}
