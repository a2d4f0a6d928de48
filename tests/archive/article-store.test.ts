import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore, partOfStore, storeArticles } from '../../src/archive/article-store.js';
import { storeOf } from '../../src/archive/snapshot.js';
import { articleRef } from '../../src/articles/article.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { buildPeople } from '../../src/quotes/people.js';
import { sayingsOf } from '../../src/quotes/sayings.js';
import { exampleArticle } from '../search/example-articles.js';
import { NOBODY } from './nobody.js';

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
        const stored = storeArticles(articles, quotations);
        const sayings = sayingsOf([...quotations.values()]);
        const people = buildPeople(stored.references, sayings);
        const store = storeOf(structuredClone({ stored, sayings, people }));
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
            theirs.map(({ speaker }) => (speaker?.name === 'Ines Valdén' ? 'ines-valden' : undefined)),
          );
        }
      },
    ),
  );
});

test('an article that is not there is undefined and has no quotations', () => {
  const store = openStore(storeArticles([], new Map()), NOBODY);
  expect([store.articleAt(0), store.articleOf('none'), store.placeOf('none')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(store.quotationsOf('none')).toEqual([]);
});

test('a part of a store has its own articles under their new numbers, their quotations and people, and no way to the rest', () => {
  const articles = ['eel', 'pike', 'carp'].map((id) =>
    exampleArticle(id, [`“We waited for the ${id},” said Ines Valdén.`]),
  );
  const quotations = new Map(articles.map(({ id, text }) => [id, extractQuotes(text)]));
  const whole = openStore(storeArticles(articles, quotations), NOBODY);
  const whose = { first: Uint32Array.of(0, 1, 2), person: Uint32Array.of(1, 0), ids: ['somebody'] };
  const part = partOfStore(whole, [0, 2], whose);
  expect(part.references.map(({ id }) => id)).toEqual(['eel', 'carp']);
  expect([part.articleAt(1), part.articleAt(2)]).toEqual([articles[2], undefined]);
  expect([part.placeOf('carp'), part.articleOf('carp')]).toEqual([1, articles[2]]);
  expect([part.placeOf('pike'), part.articleOf('pike')]).toEqual([undefined, undefined]);
  expect(part.quotationsOf('pike')).toEqual([]);
  expect(part.quotationsOf('carp')).toEqual(quotations.get('carp'));
  const people = (id: string) => part.quotationsOf(id).map((quotation) => part.personOf.get(quotation));
  expect([people('eel'), people('carp')]).toEqual([['somebody'], [undefined]]);
});
