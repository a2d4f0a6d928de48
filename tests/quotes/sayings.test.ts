import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';
import type { Quotation } from '../../src/quotes/quotation.js';
import { joinedSayings, type Sayings, sayingsOf } from '../../src/quotes/sayings.js';

const article = fc
  .array(
    fc.constantFrom(
      '“The well is dry,” said Nóra Lindqvist, the chairwoman of the water board.',
      '“It is dry,” Ms Lindqvist said. She added: “It was dry.”',
      '“I saw it,” a fisherman said.',
      'The sign says “no eels today”.',
      '“We sell eels,” said Karl Amsel, a fisherman.',
      'Nothing was said.',
    ),
    { maxLength: 4 },
  )
  .map((paragraphs) => extractQuotes(paragraphs.join('\n\n')));

/** What a record says, whatever numbers its strings have. */
function decoded({ first, name, role, mention, wording, strings }: Sayings) {
  const read = (column: Uint32Array) => Array.from(column, (number) => strings[number]);
  return {
    first: [...first],
    name: read(name),
    role: read(role),
    mention: read(mention),
    wording: [...wording],
    strings: [...strings].sort(),
  };
}

describe('who is quoted where', () => {
  test('tells of each quotation the person, their role, their name there and the same number for the same words', () => {
    const [quotations, again] = [
      '“The well is dry,” said Nóra Lindqvist, the mayor.\n\n“I saw it,” a fisherman said.',
      '“The well is DRY”, Mayor Nóra Lindqvist said. “It was wet,” she said.',
    ].map(extractQuotes) as [Quotation[], Quotation[]];
    const { wording, ...sayings } = decoded(sayingsOf([quotations, [], again]));
    expect(sayings).toMatchObject({
      first: [0, 2, 2, 4],
      name: ['Nóra Lindqvist', '', 'Nóra Lindqvist', 'Nóra Lindqvist'],
      role: ['mayor', '', 'Mayor', 'Mayor'],
      mention: ['Nóra Lindqvist', '', 'Mayor Nóra Lindqvist', ''],
    });
    expect(wording[0]).toBe(wording[2]);
    expect(new Set(wording).size).toBe(3);
    expect(wording[1]).toBe(0);
    for (const number of wording) expect(Number.isSafeInteger(number)).toBe(true);
  });

  test('joined of stretches of several is what is made of the same articles in that order, without the strings of others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(article, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.nat(5)), { maxLength: 6 }),
        (sources, asked) => {
          const stretches = asked.map(([at, one, other]) => {
            const source = at % sources.length;
            const length = sources[source]?.length ?? 0;
            const [first, after] = [Math.min(one, other, length), Math.min(Math.max(one, other), length)];
            return { source, first, after };
          });
          const articles = stretches.flatMap(
            ({ source, first, after }) => sources[source]?.slice(first, after) ?? [],
          );
          expect(decoded(joinedSayings(sources.map(sayingsOf), stretches))).toEqual(
            decoded(sayingsOf(articles)),
          );
        },
      ),
    );
  });
});
