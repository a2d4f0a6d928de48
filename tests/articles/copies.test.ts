import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearCopies } from '../../src/articles/copies.js';

const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, index) => `w${(index * 7919 + seed * 104_729) % 5003}`);
const article = (list: string[]) => ({ text: list.join(' ') });

describe('near copies', () => {
  test('an article with a new first sentence and a few other words is found', () => {
    const original = words(1, 400);
    const edited = [
      'A',
      'new',
      'lead',
      'sentence',
      ...original.map((word, at) => (at % 90 === 5 ? 'other' : word)),
    ];
    const found = nearCopies([
      article(words(2, 400)),
      article(original),
      article(words(3, 400)),
      article(edited),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.articles).toEqual([1, 3]);
    expect(found[0]?.share).toBeGreaterThan(0.8);
  });

  test('articles that share a long closing paragraph are not', () => {
    const closing = words(9, 60);
    const found = nearCopies([1, 2, 3, 4].map((seed) => article([...words(seed, 200), ...closing])));
    expect(found).toEqual([]);
  });

  test('of three that are alike, the later two each name an earlier one', () => {
    const original = words(1, 300);
    const found = nearCopies([original, original.slice(5), original.slice(9)].map(article));
    expect(found.map(({ articles }) => articles[1])).toEqual([1, 2]);
  });

  test('short articles are not compared', () => {
    expect(nearCopies([article(words(1, 30)), article(words(1, 30))])).toEqual([]);
  });

  test('the estimate comes near the share of runs of five words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 20, max: 120 }), (seed, cut) => {
        const whole = words(seed, 600);
        const found = nearCopies([article(whole), article(whole.slice(cut))]);
        expect(found[0]?.share ?? 0).toBeGreaterThan((600 - cut) / 600 - 0.2);
      }),
      { numRuns: 30 },
    );
  });
});
