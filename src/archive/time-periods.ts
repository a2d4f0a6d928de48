import { addDays } from '../text/dates.js';

/** How long a period is. */
export type Every = 'month' | 'year' | 'decade' | 'century';

/** More bars than this cannot be told apart in a picture as wide as a telephone. */
const MOST_PERIODS = 48;
const MONTHS: readonly [Every, number][] = [
  ['month', 1],
  ['year', 12],
  ['decade', 120],
  ['century', 1200],
];

/**
 * The periods of the calendar that cover the days from `first` to `last` without a hole, both calendar dates: months where
 * there are at most 48 of them, else years, decades or centuries (at most 100; they begin with the year 1900, not 1901). None without days.
 */
export function periodsOver(
  first: string | undefined,
  last: string | undefined,
): { every: Every; periods: { from: string; to: string }[] } {
  if (first === undefined || last === undefined) return { every: 'month', periods: [] };
  const [every, months] =
    MONTHS.find(([, length]) => placeOf(last, length) - placeOf(first, length) < MOST_PERIODS) ??
    (['century', 1200] as const);
  const periods: { from: string; to: string }[] = [];
  for (let at = placeOf(first, months); at <= placeOf(last, months); at++)
    periods.push({ from: firstDay(at * months), to: lastDay((at + 1) * months - 1) });
  return { every, periods };
}

/** Which period of so many months holds a day, counted from the year 0. */
function placeOf(day: string, months: number): number {
  return Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months);
}

function lastDay(month: number): string {
  // No calendar date is written for the day after this one.
  return month >= 119_999 ? '9999-12-31' : addDays(firstDay(month + 1), -1);
}

/** The first day of the nth month since the year 0. */
function firstDay(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
