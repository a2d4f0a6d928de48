import { describe, expect, test } from 'vitest';
import { topicsOf } from '../../src/archive/topics.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { buildPeople } from '../../src/quotes/people.js';
import { buildSearchIndex } from '../../src/search/search-index.js';
import { exampleArticle } from '../search/example-articles.js';

const TOWN = [
  'The council met on Tuesday and talked about the budget, the school and the streets of the town for three hours.',
  'Nobody could say when the streets would be mended, and the school waits for its new roof as it has for years.',
  'The market was full on Saturday, the weather was mild, and the shops stayed open until late in the evening.',
];
const articles = [
  exampleArticle(
    'one',
    [
      '“The ferry must run at night,” said Helen Marsh, the harbour master. “A ferry that sleeps is no ferry.”',
      ...TOWN,
    ],
    {
      title: 'Night ferry wanted',
    },
  ),
  exampleArticle(
    'two',
    ['Helen Marsh said the new ferry would carry “forty cars on every crossing”.', ...TOWN],
    {
      title: 'Ferries to carry more cars',
    },
  ),
  ...Array.from({ length: 20 }, (_, at) => exampleArticle(`town-${at}`, TOWN, { title: `Town news ${at}` })),
];
const quoted = articles.map((article) => ({ article, quotations: extractQuotes(article.text) }));
const { people } = buildPeople(quoted);
const index = buildSearchIndex(articles);

describe('what a person is quoted on', () => {
  test('is what their quotations speak of far more than the archive does, in the words of the articles', () => {
    const [marsh] = people;
    const topics = marsh ? topicsOf({ index }, marsh, quoted.slice(0, 2)) : [];
    expect(topics[0]).toBe('ferry');
    expect(topics).not.toContain('Marsh');
    expect(topics).not.toContain('council');
    expect(topics).not.toContain('said');
    expect(topics.length).toBeLessThanOrEqual(6);
  });

  test('is nothing where no word stands in two places', () => {
    const [marsh] = people;
    const once = [
      exampleArticle('once', ['“The mole is too short,” said Helen Marsh.'], { title: 'Harbour' }),
    ];
    const alone = once.map((article) => ({ article, quotations: extractQuotes(article.text) }));
    expect(marsh && topicsOf({ index }, marsh, alone)).toEqual([]);
  });
});
