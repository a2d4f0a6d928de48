import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packReferences, unpackReferences } from '../../src/archive/packed-references.js';

const word = fc.constantFrom('The Echo', 'Ines Valdén', '日本', '', '__proto__');
const reference = fc.record(
  {
    id: fc.uuid(),
    file: fc.string(),
    title: fc.string(),
    publication: fc.option(word),
    authors: fc.array(word, { maxLength: 3 }),
    publishedAt: fc.option(fc.constantFrom('2023-04-01', '2023-04-01T09:30:00Z')),
    url: fc.option(fc.webUrl()),
    archivedUrl: fc.webUrl(),
  },
  {
    requiredKeys: ['id', 'file', 'title', 'publication', 'authors', 'publishedAt', 'url'],
    noNullPrototype: true,
  },
);

test('whatever references are packed, each comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(reference), (references) => {
      const back = unpackReferences(structuredClone(packReferences(references)));
      expect(back).toStrictEqual(references);
    }),
  );
});

test('GIVEN articles by the same authors THEN these are held once', () => {
  const one = {
    ...{ id: 'a', file: 'a.txt', title: 'Works begin', publication: 'The Echo', authors: ['Ines Valdén'] },
    ...{ publishedAt: null, url: null },
  };
  const packed = packReferences([one, { ...one, id: 'b', authors: ['Ines Valdén'] }]);
  const [first, second] = unpackReferences(packed);
  expect(second?.authors).toBe(first?.authors);
});
