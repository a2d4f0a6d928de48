import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedIn, wordsIn } from '../../src/discord/quoted.js';
import { anyText } from './made-up.js';

describe('the quote in a message', () => {
  test.each([
    ['Did she really say “We will mend it” or “No”?', 'We will mend it'],
    ['Did she really say "We will mend it"?', 'We will mend it'],
    ['Sie sagte „Wir bleiben hier“.', 'Wir bleiben hier'],
    ['> **"We will\n> mend it"**', 'We will mend it'],
    ['We will mend it', 'We will mend it'],
    ['<@123456789012345678> look: https://post.example/x We will mend it <:yes:1>', 'look: We will mend it'],
    ['“We will mend it', '“We will mend it'],
    ['" "', '" "'],
    ['', ''],
    ['<@1> https://post.example', ''],
  ])('%j: %j', (content, words) => {
    expect(quotedIn(content, 2000)).toBe(words);
  });

  test('is cut at a word', () => {
    expect(quotedIn('word '.repeat(500), 12)).toBe('word word');
    expect(quotedIn('m'.repeat(500), 12)).toBe('m'.repeat(12));
  });

  test('is one line and short, whatever the message holds', () => {
    fc.assert(
      fc.property(anyText(4000), (content) => {
        const words = quotedIn(content, 2000);
        expect(words.length).toBeLessThanOrEqual(2000);
        expect(words).not.toMatch(/\n/);
      }),
    );
  });

  test('is found in time that grows with the message only', () => {
    expect(quotedIn('"'.repeat(1_000_000), 2000)).toHaveLength(2000);
    expect(quotedIn('“'.repeat(1_000_000), 2000)).toHaveLength(2000);
  });
});

describe('the words of a message', () => {
  test.each([
    ['Did she really say “We will mend it”?', 'Did she really say “We will mend it”?'],
    ['> Who\n> **mends** it? <@123456789012345678>', 'Who **mends** it?'],
    ['<:yes:1> https://post.example', ''],
    ['', ''],
  ])('%j: %j', (content, words) => {
    expect(wordsIn(content, 300)).toBe(words);
  });

  test('are one line, cut at a word, whatever they are', () => {
    expect(wordsIn('We mend it', 8)).toBe('We mend');
    fc.assert(
      fc.property(anyText(4000), (content) => {
        const words = wordsIn(content, 300);
        expect(words.length).toBeLessThanOrEqual(300);
        expect(words).not.toMatch(/\n|^\s|\s$/);
      }),
    );
  });
});
