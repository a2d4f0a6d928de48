import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/articles/read.js';

// Sentences of words with accents, apostrophes, hyphens and figures; long enough that every format takes them for prose.
const word = fc.constantFrom(
  ...'harbour ferry Wrenfield naïve l’été co-op 9,000 Zürich said they’ve rye Marsh £4.2 Łódź Ødegård loaf'.split(
    ' ',
  ),
);
const paragraph = fc
  .array(word, { minLength: 12, maxLength: 40 })
  .map((words) => `The ${words.join(' ')} of the old town was seen again on Tuesday.`);
const paragraphs = fc.uniqueArray(paragraph, { minLength: 3, maxLength: 8 });

const FORMATS: Record<string, (list: readonly string[]) => string> = {
  'story.txt': (list) => ['The ferry comes again', ...list].join('\n\n'),
  'story.md': (list) => ['# The ferry comes again', ...list].join('\n\n'),
  'story.html': (list) =>
    `<!doctype html><html><head><title>The ferry comes again</title></head><body><nav><a href="/">Home</a></nav><article><h1>The ferry comes again</h1>${list.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`,
  'story.json': (list) => JSON.stringify({ title: 'The ferry comes again', paragraphs: list }),
  'news.json': (list) =>
    JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'The ferry comes again',
      articleBody: list.join('\n\n'),
    }),
  'feed.rss': (list) =>
    `<rss version="2.0"><channel><title>Courier</title><item><title>The ferry comes again</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${list.map((text) => `<p>${text}</p>`).join('')}]]></content:encoded></item></channel></rss>`,
};

describe('no letter of a kept paragraph is lost', () => {
  test.each(Object.entries(FORMATS))('%s', (name, write) => {
    fc.assert(
      fc.property(paragraphs, (list) => {
        const bytes = Buffer.from(write(list));
        const { articles, problems } = readArticle(bytes, { name });
        expect(problems).toEqual([]);
        const [article] = articles;
        expect(article?.paragraphs).toEqual(list);
        // Offsets and ids are the same on a second load.
        expect(readArticle(bytes, { name }).articles).toEqual(articles);
        let at = 0;
        for (const text of article?.paragraphs ?? []) {
          expect(article?.text.slice(at, at + text.length)).toBe(text);
          at += text.length + 2;
        }
      }),
      { numRuns: 60 },
    );
  });
});
