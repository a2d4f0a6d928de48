import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPassageTable } from '../../src/search/build-passage-table.js';
import { joinedTable } from '../../src/search/joined-table.js';
import type { PassageTable } from '../../src/search/passage-table.js';
import type { Stretch } from '../../src/text/stretches.js';
import { exampleArticle } from './example-articles.js';

const word = fc.constantFrom(
  'Ferry',
  'He',
  'the',
  'harbour',
  'Mayor',
  'said',
  '1990',
  '日本',
  '__proto__',
  '“no”',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(' ')}. `);
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 6 })
  .map((sentences) => sentences.join('').trim());
const article = fc
  .tuple(fc.uuid(), fc.array(paragraph, { minLength: 1, maxLength: 4 }), sentence)
  .map(([id, paragraphs, title]) => exampleArticle(id, paragraphs, { title: title.trim() }));

/** All words of a table in memory. */
const read = ({ paragraph, sentenceSpan, term, flags, ...table }: PassageTable) => ({
  ...table,
  paragraph: paragraph.subarray(0, paragraph.length),
  sentenceSpan: sentenceSpan.subarray(0, sentenceSpan.length),
  term: term.subarray(0, term.length),
  flags: flags.subarray(0, flags.length),
});

test('whatever articles of several tables are joined, in whatever order, the table is the one that is built of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(article, { maxLength: 4 }), { minLength: 1, maxLength: 3 }).chain((lists) => {
        const places = lists.flatMap((list, source) => list.map((_, number) => ({ source, number })));
        return fc.record({
          lists: fc.constant(lists),
          places: fc.oneof(fc.subarray(places), fc.shuffledSubarray(places)),
        });
      }),
      ({ lists, places }) => {
        const stretches = places.map(
          ({ source, number }): Stretch => ({ source, first: number, after: number + 1 }),
        );
        const joined = joinedTable(
          lists.map((list) => buildPassageTable(list, () => {})),
          stretches,
        );
        const kept = places.flatMap(({ source, number }) => lists[source]?.[number] ?? []);
        const built = buildPassageTable(kept, () => {});
        expect(read(joined)).toEqual(built);
        // What is joined can be joined again: a part of a snapshot that has a patch.
        const half = { source: 0, first: Math.floor(kept.length / 2), after: kept.length };
        expect(read(joinedTable([joined], [half]))).toEqual(
          buildPassageTable(kept.slice(half.first), () => {}),
        );
      },
    ),
  );
});

test('stretches of several articles are joined as their articles are', () => {
  const articles = Array.from({ length: 6 }, (_, at) =>
    exampleArticle(`a${at}`, [`The ferry ${at} waits.`, 'He said so.']),
  );
  const table = buildPassageTable(articles, () => {});
  const other = buildPassageTable([exampleArticle('b', ['Nobody paid the ferry.'])], () => {});
  const joined = joinedTable(
    [table, other],
    [
      { source: 0, first: 0, after: 3 },
      { source: 1, first: 0, after: 1 },
      { source: 0, first: 4, after: 6 },
    ],
  );
  const kept = [
    ...articles.slice(0, 3),
    exampleArticle('b', ['Nobody paid the ferry.']),
    ...articles.slice(4),
  ];
  expect(read(joined)).toEqual(buildPassageTable(kept, () => {}));
});
