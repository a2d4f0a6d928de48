import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodsOver } from '../../src/archive/time-periods.js';
import { addDays, isCalendarDate } from '../../src/text/dates.js';

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the periods of a chart', () => {
  test('are months, years, decades or centuries, as short as fits', () => {
    expect(periodsOver('2022-01-20', '2022-03-01')).toEqual({
      every: 'month',
      periods: [
        { from: '2022-01-01', to: '2022-01-31' },
        { from: '2022-02-01', to: '2022-02-28' },
        { from: '2022-03-01', to: '2022-03-31' },
      ],
    });
    expect(periodsOver('2020-01-01', '2023-12-31').every).toBe('month');
    expect(periodsOver('2020-01-01', '2024-01-01')).toMatchObject({
      every: 'year',
      periods: { length: 5, 0: { from: '2020-01-01', to: '2020-12-31' } },
    });
    expect(periodsOver('1899-06-01', '2024-01-01')).toMatchObject({
      every: 'decade',
      periods: { length: 14, 0: { from: '1890-01-01', to: '1899-12-31' } },
    });
    expect(periodsOver('1500-06-01', '2024-01-01').every).toBe('century');
    expect(periodsOver(undefined, undefined).periods).toEqual([]);
  });

  test('leave no day out, and none in two, whatever the dates are', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first = '', last = ''] = [one, other].sort();
        const { every, periods } = periodsOver(first, last);
        expect(periods.length).toBeLessThanOrEqual(every === 'century' ? 100 : 48);
        expect(periods[0]?.from.localeCompare(first)).not.toBe(1);
        expect(periods.at(-1)?.to.localeCompare(last)).not.toBe(-1);
        for (const [at, { from, to }] of periods.entries()) {
          expect([from, to].every(isCalendarDate)).toBe(true);
          const next = periods[at + 1];
          if (next) expect(next.from).toBe(addDays(to, 1));
        }
      }),
    );
  });
});
