import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileMatcher } from '../../src/articles/file-pattern.js';

const fits = (pattern: string, path: string) => fileMatcher(pattern)(path.split('/'));

describe('a pattern of files', () => {
  test.each([
    ['a.txt', 'a.txt', true],
    ['a.txt', 'deep/down/a.txt', true],
    ['/a.txt', 'deep/a.txt', false],
    ['/a.txt', 'a.txt', true],
    ['*.bak', 'a.bak', true],
    ['*.bak', 'a.bak.txt', false],
    ['a/*.txt', 'a/b/c.txt', false],
    ['a/**/*.txt', 'a/c.txt', true],
    ['a/**/*.txt', 'a/b/b/c.txt', true],
    ['**/c/*', 'a/b/c/d', true],
    ['**', 'a/b', true],
    ['a?c', 'abc', true],
    ['a?c', 'a\u{1f4f0}c', true],
    ['a?c', 'ac', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['[draft] {a,b}', '[draft] {a,b}', true],
    ['{a,b}', 'a', false],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(fits(pattern, path)).toBe(expected);
  });

  test('takes no longer for a pattern that would keep a regular expression busy for years', () => {
    expect(fits(`${'*a'.repeat(99)}b`, 'a'.repeat(255))).toBe(false);
    expect(fits(`${'**/a/'.repeat(39)}b`, 'a/'.repeat(2000))).toBe(false);
  });

  test('fits within a name just what a regular expression of the same meaning fits', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(patterns, letters, (pattern, name) => {
        fc.pre(pattern !== '**');
        const meaning = pattern.replaceAll('*', '.*').replaceAll('?', '.');
        expect(fits(pattern, name)).toBe(new RegExp(`^${meaning}$`).test(name));
      }),
      { numRuns: 500 },
    );
  });
});
