import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, escapeMarkdown, isolate, oneLine, unescapeMarkdown } from '../../src/discord/escape.js';
import { anyText } from './made-up.js';

describe('escaping', () => {
  test('gives the cleaned text back when undone, for any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(clean(text));
      }),
    );
  });

  test('gives the very text back when undone, for text without control characters or half characters', () => {
    // The separators of lines and paragraphs control too, and become line breaks.
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[\u2028\u2029]/.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
        expect(unescapeMarkdown(isolate(escapeMarkdown(text)))).toBe(text);
      }),
    );
  });

  test('leaves nothing that Discord would act on', () => {
    // What Discord reads from left to right: a backslash takes the next character out of play.
    fc.assert(
      fc.property(anyText(), (text) => {
        const inPlay = escapeMarkdown(text).replace(/\\[^0-9A-Za-z\s]/g, 'x');
        expect(inPlay).not.toMatch(/[\\*_~`|<>[\]#@]|:\S|^ *[-+]|^ *\d+\./m);
      }),
    );
  });

  test.each([
    ['a mention', '<@123> @everyone', '\\<\\@123\\> \\@everyone'],
    ['a masked link', '[x](https://y.example)', '\\[x\\](https\\://y.example)'],
    ['a timestamp', '<t:1:R>', '\\<t\\:1\\:R\\>'],
    ['small print', '-# tiny', '\\-\\# tiny'],
    ['a heading', '# Big', '\\# Big'],
    ['a numbered list', 'a\n1. one', 'a\n1\\. one'],
    ['an emoji by name', ':smile:', '\\:smile\\:'],
    [
      'ordinary words',
      'He said: a week-long visit, 14,000 dead.',
      'He said: a week-long visit, 14,000 dead.',
    ],
  ])('keeps %s as letters', (_, text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('cleaning', () => {
  test('drops control and bidi-override characters and keeps right-to-left text', () => {
    expect(clean('a\u0000b\u202Ec\u2066d')).toBe('abcd');
    expect(clean('שלום\u200F')).toBe('שלום\u200F');
  });

  test('puts a sign in the place of half a character', () => {
    expect(clean('a\uD83D')).toBe('a\uFFFD');
  });

  test('makes one line of several', () => {
    expect(oneLine(' a\r\n\tb\u2028c ')).toBe('a b c');
  });
});

describe('isolating', () => {
  test('closes right-to-left text off and leaves other text alone', () => {
    expect(isolate('שלום')).toBe('\u2068שלום\u2069');
    expect(isolate('hello')).toBe('hello');
  });
});
