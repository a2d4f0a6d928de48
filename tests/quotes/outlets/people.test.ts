import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractQuotes } from '../../../src/quotes/extract.js';
import { exampleArticle, seedArticle } from '../../search/example-articles.js';
import { peopleOf } from '../people-of.js';
import { BRITISH } from './british.js';
import { MORE } from './more.js';
import { WORLD } from './world.js';

/** The people of these articles as they were found before; where the rules of speakers change, see that it changes for the better. */
const BEFORE = new URL('people-before.txt', import.meta.url);

test('the people of all these articles and of the one that ships are those found before, in the same order', () => {
  const articles = Object.entries({ ...BRITISH, ...WORLD, ...MORE }).map(([manner, markedUp]) =>
    exampleArticle(manner, [markedUp.replace(/\{[^}]*\}/g, '')]),
  );
  const quoted = [...articles, seedArticle()].map((article) => ({
    article,
    quotations: extractQuotes(article.text),
  }));
  const found = peopleOf(quoted).people.map(({ id, quotations, aliases, roles, articles }) =>
    [id, quotations, aliases.join(', '), roles.join(', '), articles.join(', ')].join(' | '),
  );
  expect(found).toEqual(readFileSync(BEFORE, 'utf8').trimEnd().split('\n'));
});
