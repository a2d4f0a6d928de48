import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isHeading, leaningOf, passagesOf } from '../../src/search/passages.js';
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

/** How many before it each of these paragraphs needs. */
function leaning(...paragraphs: string[]) {
  const { text, ...article } = exampleArticle('a', paragraphs);
  return leaningOf(text, passagesOf(article, 0));
}

it('a passage that begins with a word for somebody needs the one before, and that one its own', () => {
  expect(
    leaning('Ewa Dorn came home.', 'She was tired.', 'They all slept.', 'It rained.', 'Dogs barked.'),
  ).toEqual([0, 1, 2, 2, 0]);
});

it('a passage needs nothing from before a heading', () => {
  expect(leaning('Ewa Dorn came home.', 'What comes next?', 'She was tired.', 'He was not.')).toEqual([
    0, 0, 0, 1,
  ]);
  expect(leaning('Ewa Dorn came home.', 'The way home', 'She was tired.')).toEqual([0, 0, 0]);
  expect(leaning('Ewa Dorn came home.', '* * *', 'She was tired.')).toEqual([0, 0, 0]);
});

it('what is needed stands just before, in the same article, with no heading between', () => {
  const paragraph = fc.oneof(
    fc.constantFrom(
      'She was tired.',
      'But he slept.',
      'A heading',
      'Why?',
      '***',
      'Ewa Dorn left.',
      '“No,” he said.',
    ),
    fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== ''),
  );
  fc.assert(
    fc.property(fc.array(paragraph), (paragraphs) => {
      const article = exampleArticle('a', paragraphs);
      const passages = passagesOf(article, 0);
      const needed = leaningOf(article.text, passages);
      expect(needed).toHaveLength(passages.length);
      for (const [at, before] of needed.entries()) {
        expect(before).toBeLessThanOrEqual(Math.min(at, 2));
        for (const { start, end } of passages.slice(at - before, at))
          expect(isHeading(article.text.slice(start, end))).toBe(false);
      }
    }),
  );
});
