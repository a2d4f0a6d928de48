import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyness, topicsOf } from '../../src/quotes/topics.js';

const rare = () => ({ holding: 2, total: 10_000 });
// The last text is the title.
const topics = (texts: string[], { word = rare, pair = rare, except = new Set<string>() } = {}) =>
  topicsOf({ quotations: texts.slice(0, -1), titles: texts.slice(-1) }, { word, pair, except });

describe('topics', () => {
  it('are words and neighbours that several texts hold, as they print them', () => {
    const found = topics([
      'The grain silo at Wickhollow is full',
      'A new Grain silo costs money',
      'Who pays for a grain silo? We need eels',
      'The eels, the folks',
      'Folks, folks',
      'Eels and a grain silo',
    ]);
    expect(found).toEqual(['grain silo', 'eels']);
  });

  it('are not what the archive says everywhere', () => {
    const everywhere = () => ({ holding: 9000, total: 10_000 });
    expect(topics(['The ferry is late', 'The ferry again'], { word: everywhere, pair: everywhere })).toEqual(
      [],
    );
  });

  it('leave out names that are excepted, small words and numbers', () => {
    expect(topics(['Thrale said 2019', 'Thrale said 2019'], { except: new Set(['thrale']) })).toEqual([]);
  });

  it('are at most eight, printed in the texts, and the same again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 12 }), (texts) => {
        const twice = [...texts, ...texts];
        const found = topics(twice);
        expect(found.length).toBeLessThanOrEqual(8);
        for (const topic of found) expect(texts.some((text) => text.includes(topic))).toBe(true);
        expect(topics(twice)).toEqual(found);
      }),
    );
  });
});

describe('keyness', () => {
  it('is the log-likelihood ratio of Dunning’s table', () => {
    // 2 Σ O ln(O / E) over 110, 2442, 111, 29114: "the swiss", the first row of his table 1.
    expect(keyness(110, 110 + 2442, { holding: 111, total: 111 + 29114 })).toBeCloseTo(270.72, 1);
  });

  it('is 0 for what the archive has as often, and never less', () => {
    expect(keyness(1, 10, { holding: 10, total: 100 })).toBe(0);
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(1000), fc.nat(1000), (a, more, b, rest) => {
        expect(keyness(a, a + more, { holding: b, total: b + rest })).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});
