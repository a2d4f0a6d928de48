import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArticleSchema } from '../../src/articles/article.js';
import { dropInvisible } from '../../src/articles/clean.js';
import { MAX_FILE_BYTES } from '../../src/articles/limits.js';
import { readArticle } from '../../src/articles/read.js';
import { PROSE, readText } from './read-text.js';

const NAMES = ['a.txt', 'a.md'];

describe('files made to hurt come back as a result', () => {
  const fill = (unit: string, length = MAX_FILE_BYTES - 1000) =>
    unit.repeat(Math.floor(length / unit.length));
  test.each([
    ['5 MB of one letter', 'a'.repeat(5_000_000)],
    ['one letter up to the limit', fill('a')],
    ['100,000 short lines', fill('a short line\n', 1_300_000)],
    ['a million lines', fill('a\n')],
    ['spaces between two words', `a${fill(' ')}b`],
    ['bars', fill(' | ')],
    ['words', fill('word ')],
    ['authors', `By ${fill('Jane Roe, ')}`],
    ['dates', fill('January 1, 2022 ')],
    ['quotation marks', `Title\n\n${fill('"')}`],
    ['full stops and quotation marks', `Title\n\n${fill('."')}`],
    ['tags', `Title\n\n${fill(' [A]')}`],
    ['labels', fill('READ MORE: x\n\n', 500_000)],
    ['headlines', fill(`Town Hall Plans To Build Bridges Across Seven Rivers\n\n${PROSE[0]}\n\n`, 500_000)],
    ['open brackets', fill('[', 250_000)],
    ['stars', fill('*a_b** ', 250_000)],
    ['links', fill('[a](<', 250_000)],
    ['nested quotations', `${fill('>', 20_000)} a`],
    ['nested lists', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['lists in one line', fill('- ', 20_000)],
    ['many quotations', fill('> > > > > > a\n\n', 100_000)],
    ['angle brackets', fill('<', 250_000)],
    ['combining accents', fill('\u0301', 1_000_000)],
    ['front matter that never ends', `---\n${fill('a: b\n', 1_000_000)}`],
    ['front matter of brackets', `---\na: ${'['.repeat(16_000)}\n---\nText.`],
    [
      'front matter of keys',
      `---\n${Array.from({ length: 1500 }, (_, at) => `k${at}: v`).join('\n')}\n---\nText.`,
    ],
  ])('%s', (_, text) => {
    for (const name of NAMES) {
      const { articles, problems } = readText(text, name);
      expect(articles.length + problems.length).toBeGreaterThan(0);
    }
  });
});

describe('whatever the bytes', () => {
  const piece = fc.oneof(
    fc.constantFrom(...PROSE),
    fc.constantFrom(
      'By Jane Roe',
      '20 January 2022',
      'READ MORE: Lighthouse',
      'READ MORE',
      'Painters leave [LIVE]',
      '# Heading',
      '- item',
      '> quoted',
      '---',
      'title: Dredging',
      '```',
      '<b>',
      'a  b',
      'x\u00A0\u00A0y',
      '“Speech,” she said.',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^[ \t\n\r\u00A0\u200B\u0085.“”"'[\]*_>#-]{0,12}$/),
  );
  const texts = fc
    .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\r\n', ' ', '  ')), { maxLength: 25 })
    .map((parts) => parts.flat().join(''));
  const names = fc.constantFrom(...NAMES);

  test('reading never throws, and every article is valid', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          texts.map((text) => Buffer.from(text)),
        ),
        names,
        (bytes, name) => {
          const { articles, problems } = readArticle(bytes, { name });
          expect(problems.filter(({ what }) => what === 'it could not be read')).toEqual([]);
          for (const article of articles) expect(ArticleSchema.safeParse(article).error).toBeUndefined();
          expect(articles.length > 0 || problems.some(({ rejected }) => rejected)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('reading twice gives the same', () => {
    fc.assert(
      fc.property(texts, names, (text, name) => {
        expect(readText(text, name)).toEqual(readText(text, name));
      }),
    );
  });

  test('gaps lie on single spaces inside paragraphs, in order', () => {
    fc.assert(
      fc.property(texts, names, (text, name) => {
        for (const { text: clean, gaps } of readText(text, name).articles) {
          expect(gaps).toEqual([...new Set(gaps)].sort((a, b) => a - b));
          for (const gap of gaps) expect(clean.slice(gap - 1, gap + 2)).toMatch(/^\S \S$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the text holds no invisible character, no double space and no half character', () => {
    fc.assert(
      fc.property(texts, names, (text, name) => {
        for (const { paragraphs, title } of readText(text, name).articles)
          for (const kept of [...paragraphs, title]) {
            expect(dropInvisible(kept)).toBe(kept);
            expect(kept).not.toMatch(/\s\s|[\t\n\r\u00A0]/);
          }
      }),
      { numRuns: 300 },
    );
  });

  test('the words of a plain text stand in the file, in the order of the paragraphs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = dropInvisible(Buffer.from(text).toString()).replace(/\s+/g, '');
        let from = 0;
        for (const { paragraphs } of readText(text, 'a.txt').articles.filter(() => !text.startsWith('---')))
          for (const paragraph of paragraphs) {
            const words = paragraph.replace(/\s+/g, '');
            const at = source.indexOf(words, from);
            expect(at).toBeGreaterThanOrEqual(from);
            from = at + words.length;
          }
      }),
      { numRuns: 300 },
    );
  });
});
