import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn, isCalendarDate, isTimeZone } from '../../src/text/dates.js';

describe('the day that it is', () => {
  test.each([
    ['Pacific/Auckland', '2026-03-15'],
    ['UTC', '2026-03-14'],
    ['America/Los_Angeles', '2026-03-14'],
    ['Etc/GMT+12', '2026-03-13'],
  ])('is that of its place: %s', (zone, day) => {
    const [late, early] = [new Date('2026-03-14T11:30:00Z'), new Date('2026-03-14T10:30:00Z')];
    expect(dayIn(zone, zone === 'Etc/GMT+12' ? early : late)).toBe(day);
  });

  test('is a calendar date in every zone, at any time', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.constantFrom(undefined, ...zones),
        fc.date({ min: new Date('1970-01-02'), max: new Date('2999-12-30'), noInvalidDate: true }),
        (zone, instant) => isCalendarDate(dayIn(zone, instant)),
      ),
    );
  });

  test('is asked of zones that there are', () => {
    expect(['UTC', 'Pacific/Auckland', 'Pacific/Wrenfield', '', '../UTC'].filter(isTimeZone)).toEqual([
      'UTC',
      'Pacific/Auckland',
    ]);
  });
});
