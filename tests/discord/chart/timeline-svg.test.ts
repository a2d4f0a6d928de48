import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Every, periodsOver } from '../../../src/archive/time-periods.js';
import type { TimelinePeriod } from '../../../src/archive/timeline.js';
import { timelineSvg } from '../../../src/discord/chart/timeline-svg.js';
import { wordsFor } from '../../../src/words/words.js';
import { anyPeriods } from '../made-up.js';

const en = wordsFor('en-GB');
const period = (from: string, articles: number, of: number): TimelinePeriod => ({
  from,
  to: from,
  articles,
  passages: articles,
  of,
});
const svgOf = (periods: TimelinePeriod[], every: Every = 'month', words = en) =>
  timelineSvg({ every, periods }, words);
const textsOf = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('the chart of a timeline', () => {
  test('has an axis in whole numbers, a bar and its count for each period, and a hatch where nothing was printed', () => {
    const svg = svgOf([period('2022-01-01', 3, 4), period('2022-02-01', 0, 0), period('2022-03-01', 1, 9)]);
    expect(textsOf(svg)).toEqual([
      'Articles by month',
      '0',
      '2',
      '4',
      '3',
      '1',
      'Jan 2022',
      'Feb 2022',
      'Mar 2022',
      'no articles at all',
    ]);
    expect(svg.match(/fill="#6fb1dc"/g)).toHaveLength(2);
    expect(svg.match(/fill="url\(#none\)"/g)).toHaveLength(2);
  });

  test('speaks the reader’s language', () => {
    const { every, periods } = periodsOver('2022-01-01', '2022-04-30');
    const svg = svgOf(
      periods.map(({ from }) => period(from, 1, 1)),
      every,
      wordsFor('fr'),
    );
    expect(textsOf(svg)).toContain('Articles par mois');
    expect(textsOf(svg)).toContain('févr. 2022');
  });

  test('is drawn inside its frame, with labels that do not touch, whatever is counted', () => {
    fc.assert(
      fc.property(anyPeriods, fc.constantFrom('en', 'fr'), ({ every, periods }, locale) => {
        const svg = svgOf(periods, every, wordsFor(locale));
        for (const [, x, y, width, height] of svg.matchAll(
          /<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/g,
        )) {
          expect([x, y, width, height].map(Number).every((each) => each >= 0)).toBe(true);
          expect(Number(x) + Number(width)).toBeLessThanOrEqual(420);
          expect(Number(y) + Number(height)).toBeLessThanOrEqual(244);
        }
        const axis = [...svg.matchAll(/<text x="([^"]*)" y="212" text-anchor="middle">([^<]*)</g)];
        expect(axis.length).toBeGreaterThan(0);
        for (const [at, [, x = '', name = '']] of axis.entries()) {
          const [, nextX, nextName = ''] = axis[at + 1] ?? [];
          if (nextX !== undefined)
            expect(Number(nextX) - Number(x)).toBeGreaterThan(3.7 * (name.length + nextName.length));
        }
      }),
    );
  });
});
