import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passagesOf } from '../../src/search/passages.js';
import { exampleArticle } from './example-articles.js';

const sentence = 'The ferry left the harbour at nine and came back at noon. ';

it('makes one passage of a paragraph', () => {
  const passages = passagesOf(exampleArticle('a', ['One. Two.', 'Three.']), 7);
  expect(passages.map(({ article, paragraph, start, end }) => [article, paragraph, start, end])).toEqual([
    [7, 0, 0, 9],
    [7, 1, 11, 17],
  ]);
});

it('splits a long paragraph at sentences into parts of about one size', () => {
  const { paragraphs } = exampleArticle('a', [sentence.repeat(50).trim()]);
  const lengths = passagesOf({ paragraphs }, 0).map(({ start, end }) => end - start);
  expect(lengths.length).toBeGreaterThan(2);
  expect(Math.max(...lengths)).toBeLessThan(1100);
  expect(Math.min(...lengths)).toBeGreaterThan(500);
});

it('passages are in order, do not overlap, and lose no words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '')),
      (texts) => {
        const article = exampleArticle('a', texts);
        let at = 0;
        for (const { start, end, sentences } of passagesOf(article, 0)) {
          expect(article.text.slice(at, start).trim()).toBe('');
          expect(sentences[0]?.start).toBe(start);
          expect(sentences[sentences.length - 1]?.end).toBe(end);
          at = end;
        }
        expect(article.text.slice(at).trim()).toBe('');
      },
    ),
  );
});
