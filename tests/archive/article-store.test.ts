import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleParts } from '../../src/archive/article-parts.js';
import { openStore } from '../../src/archive/article-store.js';
import { partsOf } from '../../src/archive/build-parts.js';
import { quotedIn } from '../../src/archive/quoted-in.js';
import { articleRef } from '../../src/articles/article.js';
import { contentHash } from '../../src/articles/identity.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { peopleOf } from '../quotes/people-of.js';
import { exampleArticle } from '../search/example-articles.js';

const paragraph = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.constantFrom(
    '“We waited,” said Ines Valdén.',
    '渡し船は夜も走る。',
    'A plain paragraph of Latin letters.',
  ),
);

/** What a store reads, as plain data. */
const kept = ({ references, articles, quotations, sayings }: ArticleParts) => ({
  references,
  articles,
  quotations,
  sayings,
});

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
        const parts = partsOf(articles, articles.map(contentHash));
        const { people } = quotedIn(parts, []);
        const store = openStore(structuredClone(kept(parts)), people);
        const quoted = articles.map((article) => ({ article, quotations: extractQuotes(article.text) }));
        const { personOf } = peopleOf(quoted);
        expect(store.references).toEqual(articles.map(articleRef));
        for (const number of asked) {
          const article = articles[number];
          expect(store.articleAt(number)).toEqual(article);
          if (!article) continue;
          expect(store.placeOf(article.id)).toBe(number);
          expect(store.articleOf(article.id)).toEqual(article);
          const theirs = store.quotationsOf(article.id);
          const made = quoted[number]?.quotations;
          expect(theirs).toEqual(made);
          expect(theirs.map((quotation) => store.personOf.get(quotation))).toEqual(
            made?.map((quotation) => personOf.get(quotation)),
          );
        }
      },
    ),
  );
});

test('an article that is not there is undefined and has no quotations', () => {
  const parts = partsOf([], []);
  const store = openStore(parts, quotedIn(parts, []).people);
  expect([store.articleAt(0), store.articleOf('none'), store.placeOf('none')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(store.quotationsOf('none')).toEqual([]);
});
