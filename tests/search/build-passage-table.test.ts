import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPassageTable } from '../../src/search/build-passage-table.js';
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

test('whatever articles come, go and change places, a table with what stood in the last one is the same as one made anew', () => {
  fc.assert(
    fc.property(
      fc.array(article, { maxLength: 6 }).chain((all) =>
        fc.record({
          before: fc.shuffledSubarray(all),
          now: fc.shuffledSubarray(all),
        }),
      ),
      ({ before, now }) => {
        const table = buildPassageTable(before, () => {});
        const places = new Map<unknown, number>(before.map((one, place) => [one, place]));
        const sameAs = (number: number) => places.get(now[number]);
        expect(buildPassageTable(now, () => {}, { table, sameAs })).toEqual(buildPassageTable(now, () => {}));
      },
    ),
  );
});
