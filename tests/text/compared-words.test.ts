import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedWords } from '../../src/text/compared-words.js';

const keys = (text: string) => comparedWords(text).map((word) => word.key);

describe('words as wordings are compared', () => {
  test.each([
    ['quotes, dashes and case', '“WE will—mend it!”', "'we will - mend it'"],
    ['accents, however they are written', 'Café Zoë', 'Cafe\u0301 Zoe'],
    ['apostrophes', 'don’t can‘t', "don't can't"],
    ['hyphens', 'a week-long stay', 'a week long stay'],
    ['spaces of all kinds', 'ten\u00A0\u2009pounds', 'ten  pounds'],
    ['initials', 'the U.S. and J.K. Orr', 'the US and JK Orr'],
    ['thousands', '14,000 people', '14000 people'],
    ['characters that nobody sees', 'har\u00ADbour', 'harbour'],
    ['ligatures and wide letters', 'ﬁnd Ａ', 'find A'],
  ])('are the same but for %s', (_, one, other) => {
    expect(keys(one)).toEqual(keys(other));
  });

  test.each([
    ['we’re', 'were'],
    ['I’ll', 'ill'],
    ['can’t', 'cant'],
    ['$5', '£5'],
    ['5%', '5'],
    ['-5', '5'],
    ['1.5', '15'],
    ['14,000', '14'],
    ['will not', 'will'],
  ])('“%s” is not “%s”', (one, other) => {
    expect(keys(one)).not.toEqual(keys(other));
  });

  test('are single characters where a script puts no spaces', () => {
    expect(keys('桥将关闭 now')).toEqual(['桥', '将', '关', '闭', 'now']);
  });

  test('have their offsets in the text as it is, also from the middle of it', () => {
    const text = '“Cafe\u0301s,” she said';
    expect(comparedWords(text, 9).map(({ start, end }) => text.slice(start, end))).toEqual(['she', 'said']);
    expect(text.slice(1, comparedWords(text)[0]?.end)).toBe('Cafe\u0301s');
  });

  test('never overlap and never are empty, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let end = 0;
        for (const word of comparedWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.key).not.toBe('');
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
