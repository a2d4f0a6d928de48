import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../src/search/search-index.js';
import { passagesNaming } from '../../src/search/speakers.js';
import { passagesAbout } from '../../src/search/topic.js';
import { exampleArticle } from './example-articles.js';

// Rare enough in 300 passages that the index is asked for those that hold them; "harbour" is not.
const word = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom('harbour', 'market', 'council', 'street', 'and', 'the') },
  { weight: 1, arbitrary: fc.constantFrom('Ferry', 'ferries', 'Ada Brill', 'Brill', 'May', 'lighthouse') },
);
const sentence = fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => `The ${words.join(' ')}.`);
const article = fc.record({
  title: sentence,
  paragraphs: fc.array(sentence, { minLength: 3, maxLength: 3 }),
});
const archive = fc
  .array(article, { minLength: 100, maxLength: 100 })
  .map((articles) =>
    articles.map(({ title, paragraphs }, at) => exampleArticle(String(at), paragraphs, { title })),
  );

describe('what is found through the index', () => {
  /** The same index where nothing is known of what stands where: everything is read. */
  const unknowing = (index: ReturnType<typeof buildSearchIndex>) => ({
    ...index,
    engine: { ...index.engine, propose: async () => [] },
  });

  it('of a topic is all that reading every passage finds', () =>
    fc.assert(
      fc.asyncProperty(
        archive,
        fc.constantFrom(
          'ferry',
          'lighthouse harbour',
          'Ada Brill',
          'the ferry and the market',
          'May',
          '"the ferry"',
        ),
        async (articles, topic) => {
          const index = buildSearchIndex(articles);
          const found = await passagesAbout(index, topic, null);
          expect(found).toEqual(await passagesAbout(unknowing(index), topic, null));
          const some = {
            passages: [3, 30, 31, 200],
            has: (passage: number) => [3, 30, 31, 200].includes(passage),
          };
          expect(await passagesAbout(index, topic, some)).toEqual(
            await passagesAbout(unknowing(index), topic, some),
          );
        },
      ),
      { numRuns: 30 },
    ));

  it('of a name is all that reading every passage finds', () =>
    fc.assert(
      fc.asyncProperty(archive, fc.constantFrom('brill', 'may', 'ferri'), async (articles, surname) => {
        const index = buildSearchIndex(articles);
        const quotedIn = new Set([1, 2, 3, 5, 8, 13, 21, 34, 55]);
        expect(await passagesNaming(index, [surname], ['ada'], quotedIn)).toEqual(
          await passagesNaming(unknowing(index), [surname], ['ada'], quotedIn),
        );
      }),
      { numRuns: 30 },
    ));
});
