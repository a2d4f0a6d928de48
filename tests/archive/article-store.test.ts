import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore, storeArticles } from '../../src/archive/article-store.js';
import { articleRef } from '../../src/articles/article.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { buildPeople } from '../../src/quotes/people.js';
import { exampleArticle } from '../search/example-articles.js';

const paragraph = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.constantFrom(
    '“We waited,” said Ines Valdén.',
    '渡し船は夜も走る。',
    'A plain paragraph of Latin letters.',
  ),
);

test('whatever articles are stored, each comes back as it was, in any order and any number of times, with its quotations and whose they are', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ id: fc.uuid(), paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 5 }) }),
        { selector: ({ id }) => id, maxLength: 6 },
      ),
      fc.array(fc.nat(7), { maxLength: 20 }),
      (made, asked) => {
        const articles = made.map(({ id, paragraphs }) => exampleArticle(id, paragraphs));
        const quotations = new Map(articles.map(({ id, text }) => [id, extractQuotes(text)]));
        const { personOf } = buildPeople(
          articles.map((article) => ({ article, quotations: quotations.get(article.id) ?? [] })),
        );
        const store = openStore(structuredClone(storeArticles(articles, quotations, personOf)));
        expect(store.references).toEqual(articles.map(articleRef));
        for (const number of asked) {
          const article = articles[number];
          expect(store.articleAt(number)).toEqual(article);
          if (!article) continue;
          expect(store.placeOf(article.id)).toBe(number);
          expect(store.articleOf(article.id)).toEqual(article);
          const theirs = store.quotationsOf(article.id);
          expect(theirs).toEqual(quotations.get(article.id));
          expect(theirs.map((quotation) => store.personOf.get(quotation))).toEqual(
            quotations.get(article.id)?.map((quotation) => personOf.get(quotation)),
          );
        }
      },
    ),
  );
});

test('an article that is not there is undefined and has no quotations', () => {
  const store = openStore(storeArticles([], new Map(), new Map()));
  expect([store.articleAt(0), store.articleOf('none'), store.placeOf('none')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(store.quotationsOf('none')).toEqual([]);
});
