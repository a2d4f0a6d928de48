import { beforeAll, describe, expect, test } from 'vitest';
import { personFilter } from '../../src/archive/person-filter.js';
import type { Snapshot } from '../../src/archive/snapshot.js';
import type { Article } from '../../src/articles/article.js';
import { articleOf } from '../../src/search/passage-table.js';
import { snapshotOver } from './snapshot-over.js';

const made = (id: string, paragraphs: string[]): Article => ({
  id,
  file: `${id}.md`,
  title: `Notice ${id}`,
  publication: null,
  tagline: null,
  authors: [],
  publishedAt: null,
  url: null,
  paragraphs,
  text: paragraphs.join('\n\n'),
  removed: [],
  gaps: [],
});

const ARTICLES = [
  ...Array.from({ length: 2100 }, (_, at) => made(`n${at}`, [`The ferry of Lindwick sails at ${at}.`])),
  made('named', ['The old quay was painted by Orla Fennick in May.', 'Fennick and Orla are streets.']),
  made('parts', ['Orla sails. So does Fennick.']),
  made('quoted', [
    '“The lamp is out,” said Petra Marsh, the keeper of the lighthouse.',
    'The Marsh family was paid.',
  ]),
  made('street', ['The lamps of Marsh Street are lit.']),
  ...Array.from({ length: 50 }, (_, at) => made(`m${at}`, [`Boat ${at} lies in the marsh.`])),
  made('banks', ['The banks of the river are high.', 'Hugh Banks rowed.']),
];

let snapshot: Snapshot;
let read: Set<number>;

beforeAll(() => {
  const whole = snapshotOver(ARTICLES);
  const articleAt = (number: number) => {
    read.add(number);
    return whole.articles.articleAt(number);
  };
  snapshot = { ...whole, articles: { ...whole.articles, articleAt } };
});

async function filtered(name: string) {
  read = new Set();
  const { isKnown, passes } = await personFilter(snapshot, name);
  const { table } = snapshot.index;
  const files = [...table.length.keys()].filter(passes).map((each) => ARTICLES[articleOf(table, each)]?.id);
  return { isKnown, files, read: read.size };
}

describe('a filter for somebody who is never quoted', () => {
  test('finds the passages that hold the name as it is, and reads no other article for it', async () => {
    expect(await filtered('orla fennick')).toEqual({ isKnown: true, files: ['named'], read: 1 });
  });

  test('GIVEN a word of another form THEN it is no name', async () => {
    expect(await filtered('Hugh Bank')).toMatchObject({ isKnown: false, files: [] });
  });

  test.each(['Zebulon Quxley', 'Lindwick Quxley', 'Fennick Lindwick', 'Lindwick ferry', '…'])(
    'GIVEN a name that nobody bears, %s, THEN it says so and reads nothing',
    async (name) => {
      expect(await filtered(name)).toEqual({ isKnown: false, files: [], read: 0 });
    },
  );

  test('GIVEN a name of words that stand everywhere THEN it reads a bounded part of the archive', async () => {
    const { isKnown, files, read: articles } = await filtered('the ferry');
    expect({ isKnown, files: files.length, articles }).toEqual({
      isKnown: true,
      files: 2100,
      articles: 2000,
    });
  });
});

test('a filter for somebody who is quoted reads the articles that quote them or hold their surname as a name', async () => {
  expect(await filtered('Petra Marsh')).toEqual({ isKnown: true, files: ['quoted', 'quoted'], read: 2 });
});
