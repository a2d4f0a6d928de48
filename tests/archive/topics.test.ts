import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topicsOf } from '../../src/archive/topics.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { buildSearchIndex } from '../../src/search/search-index.js';
import { peopleOf } from '../quotes/people-of.js';
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
const { people } = peopleOf(quoted);
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

  test('is told in two words where they stand side by side, and what people are called by is left out', () => {
    const pier = [
      ['pier-1', '“The toll bridge needs paint,” said Helen Marsh, the harbour master.'],
      ['pier-2', '“Nobody pays at the toll bridge any more,” said Helen Marsh, the harbour master.'],
      ['pier-3', 'Harbour master Helen Marsh called the toll bridge “a gate to nowhere”.'],
    ].map(([id = '', paragraph = '']) => exampleArticle(id, [paragraph, ...TOWN]));
    const all = [...pier, ...articles.slice(2)];
    const theirs = pier.map((article) => ({ article, quotations: extractQuotes(article.text) }));
    const [marsh] = peopleOf(theirs).people;
    const topics = marsh ? topicsOf({ index: buildSearchIndex(all) }, marsh, theirs) : [];
    expect(topics).toContain('toll bridge');
    for (const word of ['toll', 'bridge', 'Marsh', 'master']) expect(topics).not.toContain(word);
  });

  test('is the same for the same articles, at most six, each as it is printed somewhere', () => {
    const text = fc.array(
      fc.constantFrom('eel', 'eels', 'Toll', 'bridge', 'the', 'night', '1999', '—', 'ferry-boat'),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const made = texts.map((words, at) =>
          exampleArticle(`${at}`, [`“${words.join(' ')}, it is,” said Helen Marsh.`], { title: `T${at}` }),
        );
        const theirs = made.map((article) => ({ article, quotations: extractQuotes(article.text) }));
        const [one] = peopleOf(theirs).people;
        if (!one) return;
        const topics = topicsOf({ index: buildSearchIndex(made) }, one, theirs);
        expect(topicsOf({ index: buildSearchIndex(made) }, one, theirs)).toEqual(topics);
        expect(topics.length).toBeLessThanOrEqual(6);
        for (const topic of topics) expect(made.some(({ text }) => text.includes(topic))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('is nothing of somebody quoted in one article: that is the topic of the article', () => {
    const [marsh] = people;
    expect(marsh && topicsOf({ index }, marsh, quoted.slice(0, 1))).toEqual([]);
  });

  test('leaves out words that are no topic: somebody, going, what was done', () => {
    const said = ['pier-1', 'pier-2', 'pier-3'].map((id) =>
      exampleArticle(id, [
        `“Somebody is going to be really worried about the eel, and everybody looked together,” said Helen Marsh of ${id}.`,
        ...TOWN,
      ]),
    );
    const theirs = said.map((article) => ({ article, quotations: extractQuotes(article.text) }));
    const [marsh] = peopleOf(theirs).people;
    const all = buildSearchIndex([...said, ...articles.slice(2)]);
    const topics = marsh ? topicsOf({ index: all }, marsh, theirs) : [];
    for (const word of ['Somebody', 'going', 'really', 'worried', 'everybody', 'looked', 'together'])
      expect(topics).not.toContain(word);
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
