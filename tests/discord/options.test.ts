import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RawOption, readOptions, wrongPeriod } from '../../src/discord/options.js';
import { en } from '../../src/words/en.js';

const SPECS = {
  question: { kind: 'text', description: '', max: 10, required: true },
  about: { kind: 'text', description: '', max: 5 },
  from: { kind: 'date', description: '' },
  private: { kind: 'flag', description: '' },
} as const;

const read = (values: Record<string, unknown>) =>
  readOptions(
    SPECS,
    Object.entries(values).map(([name, value]) => ({ name, value })),
    en,
  );

describe('reading options', () => {
  test('gives typed values, tidied, and no flag means no', () => {
    const result = read({ question: '  who \n is it ', from: '2022-01-20' });
    expect(result).toEqual({
      ok: true,
      values: { question: 'who is it', from: '2022-01-20', private: false },
    });
  });

  test('leaves out what the definitions do not name', () => {
    expect(read({ question: 'who', admin: true, __proto__: 'x' })).toEqual({
      ok: true,
      values: { question: 'who', private: false },
    });
  });

  test.each([
    ['a missing question', {}, '`question` is missing'],
    ['an empty question', { question: ' \u0000 ' }, '`question` is empty'],
    ['a long question', { question: 'x'.repeat(11) }, 'at most 10 characters; this has 11'],
    ['a question that is no text', { question: 5 }, '`question` must be text'],
    ['a date of another form', { question: 'a', from: '20 January' }, 'for example `2022-01-20`'],
    ['a day that no calendar has', { question: 'a', from: '2022-02-30' }, 'for example `2022-01-20`'],
  ])('says kindly what is wrong with %s', (_, values, sentence) => {
    const result = read(values);
    expect(result.ok ? '' : result.why).toContain(sentence);
  });

  test('counts characters as people do', () => {
    expect(read({ question: '😀'.repeat(10) }).ok).toBe(true);
  });

  test('never throws, whatever arrives', () => {
    const raw: fc.Arbitrary<RawOption[]> = fc.array(
      fc.record({ name: fc.constantFrom('question', 'about', 'from', 'private', 'x'), value: fc.anything() }),
    );
    fc.assert(
      fc.property(raw, (options) => {
        readOptions(SPECS, options, en);
      }),
    );
  });
});

describe('a period', () => {
  test('may be open at either end, or one day long', () => {
    expect(wrongPeriod({ from: '2022-01-20' }, en)).toBeNull();
    expect(wrongPeriod({ from: '2022-01-20', to: '2022-01-20' }, en)).toBeNull();
  });

  test('that ends before it starts is refused with a sentence', () => {
    expect(wrongPeriod({ from: '2022-01-20', to: '2022-01-19' }, en)).toContain('later than');
  });
});
