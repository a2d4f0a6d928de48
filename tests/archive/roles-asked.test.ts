import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storeArticles } from '../../src/archive/article-store.js';
import { seenRoles } from '../../src/archive/role-holders.js';
import { printedRoles } from '../../src/archive/role-words.js';
import { createRoleReader, roleHolders } from '../../src/archive/roles-asked.js';
import { storeOf } from '../../src/archive/snapshot.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { buildPeople } from '../../src/quotes/people.js';
import { sayingsOf } from '../../src/quotes/sayings.js';
import { buildSearchIndex } from '../../src/search/search-index.js';
import { exampleArticle } from '../search/example-articles.js';

/** An archive of articles of one paragraph each, by their dates. */
function archiveOf(...written: [day: string, paragraph: string][]) {
  const articles = written.map(([publishedAt, paragraph], at) =>
    exampleArticle(`article-${at}`, paragraph.split('\n'), { publishedAt }),
  );
  const quotations = new Map(articles.map(({ id, text }) => [id, extractQuotes(text)]));
  const stored = storeArticles(articles, quotations);
  const sayings = sayingsOf([...quotations.values()]);
  const { personOf, ...people } = buildPeople(stored.references, sayings);
  const store = storeOf({ stored, sayings, people: { ...people, personOf } });
  return {
    people: { ...people, personOf: store.personOf },
    roles: seenRoles(stored.references, sayings, personOf, people.people),
    articles: store,
    index: buildSearchIndex(articles),
  };
}

const world = archiveOf(
  ['2016-03-01', '“The border stays open,” said Berta Holm, Arland’s foreign minister.'],
  ['2018-05-02', '“The border stays shut,” said Arland’s foreign minister, Ewa Dorn.'],
  ['2019-01-05', '“We will talk to everyone,” said Arland’s foreign minister, Ewa Dorn.'],
  ['2019-02-01', '“I miss the office,” said Berta Holm, Arland’s former foreign minister.'],
  ['2019-02-03', '“Grain is cheap,” said Ivo Tamm, Borland’s foreign minister.'],
  ['2019-03-01', '“The alliance is ready,” said Torsten Vale, the secretary-general of NORPACT.'],
  ['2019-03-02', '“He works too much,” said Mira Sand, the wife of Arland’s prime minister.'],
  ['2019-03-03', '“Taxes will fall,” said Otto Sand, the Arlandic prime minister.'],
  ['2019-03-04', '“The bridge is safe,” said Lena Koch, the mayor of Calder Mouth.'],
  ['2019-03-02', '“The pier is safe,” said Jon Reed, the mayor of Calder.'],
  ['2019-03-06', '“The fleet is small,” said Paul Wick, NORPACT’s deputy secretary-general.'],
);
const reader = createRoleReader(world);
const names = (question: string, today = '2020-01-01') =>
  reader(question, today).map(({ person }) => person.name);

describe('a role in a question means', () => {
  test.each([
    ['What did Arland’s foreign minister say about the border?', 'Ewa Dorn'],
    ["what did arland's foreign minister say about the border", 'Ewa Dorn'],
    ['Where did the Arlandic foreign minister go?', 'Ewa Dorn'],
    ['Did the foreign minister of Arland resign?', 'Ewa Dorn'],
    ['What does the NORPACT secretary general want?', 'Torsten Vale'],
    ['Where did the NORPACT chief meet farmers?', 'Torsten Vale'],
    ['What does the head of NORPACT think of the fleet?', 'Torsten Vale'],
    ["What did Arland's prime minister's wife say?", 'Mira Sand'],
    ['What did the wife of the prime minister of Arland say?', 'Mira Sand'],
    ['What did the prime minister of Arland promise?', 'Otto Sand'],
    ['Why did the prime minister come late?', 'Otto Sand'],
    ['What did the mayor of Calder Mouth say about the bridge?', 'Lena Koch'],
    ['what did the mayor of calder mouth say about the bridge', 'Lena Koch'],
    ['What did the mayor of Calder promise?', 'Jon Reed'],
    ['When was the former foreign minister of Arland in Borland?', 'Berta Holm'],
    ['When was the foreign minister of Arland’s visit?', 'Ewa Dorn'],
  ])('%s: %s', (question, name) => {
    expect(names(question)).toEqual([name]);
  });

  test.each([
    ['two countries have one', 'What did the foreign minister say?'],
    ['there are two of that name', 'What did the mayor say?'],
    ['the archive knows no such person', 'What did the mayor of Oldhaven say?'],
    ['it is part of a longer name', 'What did the mayor of Calder Mouth Bay say?'],
    ['it is somebody else’s daughter', "What did the prime minister's eldest daughter say?"],
    ['its country has none here', 'What did the U.S. prime minister say?'],
    ['its name only begins so', 'What did Arlandistan’s prime minister say?'],
    ['it is the wife of somebody else there', 'What did Arland’s wife say?'],
    ['it is a deputy', 'What did Arland’s deputy foreign minister say?'],
    ['a name follows', 'What did Arland’s foreign minister Rosa Lund say?'],
    ['a name follows in small letters', 'what did the prime minister dorn say'],
    ['it is one of many', 'Has a mayor of Calder ever resigned?'],
    ['it asks who that is', 'Who is Arland’s foreign minister?'],
    ['it asks which', 'Which prime minister promised lower taxes?'],
    ['it says what kind', 'What is the chief cause of the mayor problem?'],
    ['it is anybody’s wife', 'What did the wife say?'],
    ['it is a general', 'Has the fleet general principles?'],
    ['it is of another time', 'What did Arland’s foreign minister say in 2003?'],
    ['nothing is a role', 'What is the border?'],
  ])('nobody, where %s: %s', (_, question) => {
    expect(names(question)).toEqual([]);
  });

  test('whoever had it at the date asked for', () => {
    expect(names('What did Arland’s foreign minister say in 2016?')).toEqual(['Berta Holm']);
    expect(names('What did Arland’s foreign minister say since 2016?')).toEqual(['Ewa Dorn']);
    expect(names('What did Arland’s foreign minister say in August 2018?')).toEqual(['Ewa Dorn']);
    expect(names('What did Arland’s foreign minister say last year?', '2017-01-01')).toEqual(['Berta Holm']);
    expect(names('What did Arland’s foreign minister say between 2016 and 2018?')).toEqual([]);
  });

  test('nobody, where two people have it at one time', () => {
    const town = archiveOf(
      ['2019-03-01', '“The tram is late,” said Ann Moor, the mayor.'],
      ['2019-03-02', '“The tram is early,” said Bo Frey, the mayor.'],
      ['2019-03-03', '“The tram is gone,” said Ann Moor, the mayor.'],
    );
    expect(createRoleReader(town)('What did the mayor say?', '2020-01-01')).toEqual([]);
    const later = archiveOf(
      ['2019-03-01', '“The tram is late,” said Ann Moor, the mayor.'],
      ['2021-03-02', '“The tram is early,” said Bo Frey, the mayor.'],
    );
    expect(createRoleReader(later)('What did the mayor say?', '2022-01-01')).toMatchObject([
      { person: { name: 'Bo Frey' }, seen: '2021-03-02' },
    ]);
  });

  test('at most three people in a question, of which the beginning is read', () => {
    expect(reader('the mayor of Calder Mouth '.repeat(300), '2020-01-01').length).toBe(3);
    expect(reader(`${'why '.repeat(1500)}did Arland’s foreign minister go`, '2020-01-01')).toEqual([]);
    expect(reader('the mayor of '.repeat(500), '2020-01-01')).toEqual([]);
    expect(reader('minister’s '.repeat(600), '2020-01-01')).toEqual([]);
  });

  test('nothing but slices of the question, whatever it is', async () => {
    const parts = fc.constantFrom(
      ...[
        'the',
        'of',
        'Arland’s',
        'foreign',
        'minister',
        'wife',
        'chief',
        '’s',
        'Calder',
        'mayor',
        ',',
        'and',
      ],
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts, { maxLength: 40 }).map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (question) => {
        const roles = reader(question, '2020-01-01');
        for (const { written, name } of await roleHolders(world, question, roles)) {
          expect(question).toContain(written);
          expect(world.people.people.map((person) => person.name)).toContain(name);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('passages that name somebody are theirs only where the article means them', async () => {
  const two = archiveOf(
    ['2019-03-04', 'Lena Koch, the mayor of Calder Mouth, said: “The bridge is safe.”\nKoch then left.'],
    ['2019-03-05', 'A cook named Koch opened a bakery.'],
    ['2019-03-06', 'Lena Koch was at the bakery.'],
  );
  const question = 'When did the mayor of Calder Mouth leave Calder?';
  const [holder] = await roleHolders(two, question, createRoleReader(two)(question, '2020-01-01'));
  expect([...(holder?.passages ?? [])]).toEqual([0, 1, 3]);
  // "Calder" stands elsewhere in the question too.
  expect(holder?.called).toEqual(['mayor', 'mouth']);
  expect(holder).toMatchObject({ written: 'mayor of Calder Mouth', name: 'Lena Koch', seen: '2019-03-04' });
});

test.each([
  ['Canada’s foreign minister', [['minist', 'canada foreign minist']]],
  [
    'president and chief executive of Acme',
    [
      ['presid', 'acm presid'],
      ['execut', 'acm chief execut'],
    ],
  ],
  ['the prime minister’s wife', [['wife', 'minist prime wife']]],
  ['senior fellow at the institute', []],
])('“%s” is read as %j', (description, roles) => {
  expect(printedRoles(description).map(({ head, terms }) => [head, [...terms].sort().join(' ')])).toEqual(
    roles,
  );
});
