import { expect, test } from 'vitest';
import { snapshotQueries } from '../../src/archive/queries.js';
import { exampleArticle } from '../search/example-articles.js';
import { snapshotOver } from './snapshot-over.js';

const LENGTH = 12_000;
const long = (part: string) => part.repeat(LENGTH / part.length);

/** What a pattern of text may take for the start of something, over and over, and in the end finds was none. */
const PARAGRAPHS = [
  ...[
    ' 1',
    'A ',
    'A. ',
    'a, ',
    'A, B and ',
    ' "',
    '“',
    '”',
    '“A” ',
    "'",
    '’s ',
    '(',
    '[',
    '- ',
    '—',
    '...',
    '… ',
    '. ',
  ],
  ...[
    'Mr. ',
    'Ms A. ',
    'said ',
    'he said, ',
    '“a,” he said, ',
    'said that “',
    'not ',
    'who, ',
    'of the ',
    'of A ',
    'A of ',
  ],
  ...[
    'former President ',
    'the mayor, ',
    '2023 ',
    'May ',
    '1,',
    '1.',
    '£1 ',
    '\u00ad',
    '\u0301',
    '\u{1f4f0}',
    'ß',
    'Ł. ',
  ],
].flatMap((part) => [
  `The mayor told ${long(part)}.`,
  `${'A'.repeat(1000)}${long(part)}.`,
  `${long(part)} x`,
]);

test('GIVEN long paragraphs of one part said again and again THEN an archive is built of them and answers', async () => {
  const articles = PARAGRAPHS.map((paragraph, at) =>
    exampleArticle(`a${at}`, [
      'Edda Marsh, the mayor, said on Tuesday that the harbour bridge would be closed.',
      paragraph,
      'He said that it would be open again on Monday, and that “the ferry” would run.',
    ]),
  );
  const queries = snapshotQueries(await snapshotOver(articles), {});
  expect((await queries.status()).articles).toBe(articles.length);
  expect((await queries.ask('What did Edda Marsh say about the bridge?', {})).answered).toBe(true);
});
