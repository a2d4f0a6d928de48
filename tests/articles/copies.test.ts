import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Copies, nearCopies, type Sketched } from '../../src/articles/copies.js';
import { sketchesOf } from '../../src/articles/sketches.js';

const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, index) => `w${(index * 7919 + seed * 104_729) % 5003}`);
const article = (list: string[]) => list.join(' ');

const sketched = (texts: readonly string[]): Sketched => ({
  sketches: sketchesOf(texts),
  order: Uint32Array.from(texts.keys()),
});
const pairs = ({ of, share }: Copies) =>
  [...of].flatMap((other, place) =>
    other === -1 ? [] : [{ articles: [other, place], share: share[place] ?? 0 }],
  );
const copiesAmong = (texts: readonly string[]) => pairs(nearCopies(sketched(texts)));

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
    const found = copiesAmong([
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
    const found = copiesAmong([1, 2, 3, 4].map((seed) => article([...words(seed, 200), ...closing])));
    expect(found).toEqual([]);
  });

  test('of three that are alike, the later two each name an earlier one', () => {
    const original = words(1, 300);
    const found = copiesAmong([original, original.slice(5), original.slice(9)].map(article));
    expect(found.map(({ articles }) => articles[1])).toEqual([1, 2]);
  });

  test('short articles are not compared', () => {
    expect(copiesAmong([article(words(1, 30)), article(words(1, 30))])).toEqual([]);
  });

  test('the estimate comes near the share of runs of five words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 20, max: 120 }), (seed, cut) => {
        const whole = words(seed, 600);
        const found = copiesAmong([article(whole), article(whole.slice(cut))]);
        expect(found[0]?.share ?? 0).toBeGreaterThan((600 - cut) / 600 - 0.2);
      }),
      { numRuns: 30 },
    );
  });

  // Texts of a few stretches out of few: nearly all share leads, and some leads stand in more articles than are compared.
  const stretches = Array.from({ length: 6 }, (_, seed) => words(seed, 30));
  const text = fc
    .array(fc.nat(stretches.length - 1), { minLength: 1, maxLength: 7 })
    .map((picked) => article(picked.flatMap((one) => stretches[one] ?? [])));
  const change = fc.record({
    at: fc.nat(60),
    remove: fc.nat(3),
    insert: fc.array(text, { maxLength: 3 }),
  });

  test('found with what was found before are the same as from nothing, whatever came, went or moved', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 60 }),
        fc.array(change, { maxLength: 4 }),
        fc.option(fc.tuple(fc.nat(60), fc.nat(60)), { nil: undefined }),
        (texts, changes, moved) => {
          const before = sketched(texts);
          const kept = texts.map((text, place) => ({ text, place }));
          for (const { at, remove, insert } of changes)
            kept.splice(at, remove, ...insert.map((text) => ({ text, place: -1 })));
          if (moved) kept.splice(moved[1], 0, ...kept.splice(moved[0], 1));
          const now = sketched(kept.map(({ text }) => text));
          const places = Int32Array.from(kept, ({ place }) => place);
          const again = nearCopies(now, { sketched: before, copies: nearCopies(before), places });
          expect(again).toEqual(nearCopies(now));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of articles that share no lead with what changed, nothing is compared again', () => {
    const texts = [1, 1, 2, 3].map((seed) => article(words(seed, 200)));
    const before = sketched(texts);
    // What was found before cannot come from the texts, so it shows that it was kept.
    const copies = { of: Int32Array.of(-1, 0, -1, -1), share: Float64Array.of(0, 0.7, 0, 0) };
    const now = sketched([article(words(4, 200)), ...texts.slice(0, 3), article(words(2, 190))]);
    const again = nearCopies(now, { sketched: before, copies, places: Int32Array.of(-1, 0, 1, 2, -1) });
    expect(pairs(again)).toMatchObject([{ articles: [1, 2], share: 0.7 }, { articles: [3, 4] }]);
  });
});
