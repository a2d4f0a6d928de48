import { addDays, addMonths } from '../text/dates.js';
import type { DateRange } from './question-dates.js';

/** Days that a question means without naming them ("last year"), and the words that say so. */
export type Period = DateRange & { written: string };

type Unit = 'day' | 'week' | 'month' | 'year';

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const UNIT = '(days?|weeks?|months?|years?)';
const RELATIVE = new RegExp(
  `\\b(?:(today|yesterday)|(this|last|past|previous) (week|month|year)|(?:in|over|during|within|for) the (?:last|past) (?:([0-9]{1,3}|${NUMBERS.join('|')}) )?${UNIT})\\b`,
  'iu',
);

/** The period that a question means by words that count from `today` ("2026-03-14"); null where it has none. */
export function periodIn(question: string, today: string): Period | null {
  const match = RELATIVE.exec(question);
  if (!match) return null;
  const [written, day, which, unit, count, units] = match;
  if (day) {
    const from = day.toLowerCase() === 'today' ? today : addDays(today, -1);
    return { from, to: from, written };
  }
  if (units) return { from: back(today, numberOf(count), unitOf(units)), to: today, written };
  if (which?.toLowerCase() === 'past') return { from: back(today, 1, unitOf(unit)), to: today, written };
  return { ...calendar(today, unitOf(unit), which?.toLowerCase() === 'this' ? 0 : -1), written };
}

/** The week (from Monday), month or year that `today` is in, or the one before it. */
function calendar(today: string, unit: Unit, step: 0 | -1): DateRange {
  if (unit === 'week') {
    const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    const from = addDays(today, 7 * step - sinceMonday);
    return { from, to: addDays(from, 6) };
  }
  const from =
    unit === 'year'
      ? `${Number(today.slice(0, 4)) + step}-01-01`
      : addMonths(`${today.slice(0, 7)}-01`, step);
  return { from, to: addDays(addMonths(from, unit === 'year' ? 12 : 1), -1) };
}

function back(today: string, count: number, unit: Unit): string {
  if (unit === 'day' || unit === 'week') return addDays(today, -count * (unit === 'week' ? 7 : 1));
  return addMonths(today, -count * (unit === 'year' ? 12 : 1));
}

function numberOf(count: string | undefined): number {
  if (count === undefined) return 1;
  return NUMBERS.indexOf(count.toLowerCase()) + 1 || Number(count) || 1;
}

function unitOf(word = ''): Unit {
  const unit = word.toLowerCase().replace(/s$/, '');
  return unit === 'week' || unit === 'month' || unit === 'year' ? unit : 'day';
}
