import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  joinedBytes,
  joinedFirsts,
  joinedNumbers,
  joinedValues,
  lengthOf,
  type Stretch,
  stretchesAt,
} from '../../src/text/stretches.js';

/** Lists of lists of numbers, and stretches of their entries. */
const world = fc
  .array(fc.array(fc.array(fc.nat(250), { maxLength: 3 }), { maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .chain((sources) =>
    fc.record({
      sources: fc.constant(sources),
      stretches: fc.array(
        fc.nat(sources.length - 1).chain((source) =>
          fc.tuple(fc.nat(sources[source]?.length ?? 0), fc.nat(sources[source]?.length ?? 0)).map(
            ([one, other]): Stretch => ({
              source,
              first: Math.min(one, other),
              after: Math.max(one, other),
            }),
          ),
        ),
        { maxLength: 5 },
      ),
    }),
  );
const firstsOf = (lists: readonly (readonly number[])[]) => {
  let count = 0;
  return Uint32Array.from([0, ...lists.map((list) => (count += list.length))]);
};

test('joined lists begin where the lists of a whole would, and their members are in its order', () => {
  fc.assert(
    fc.property(world, fc.nat(30), fc.nat(30), ({ sources, stretches }, one, other) => {
      const expected = stretches.flatMap(
        ({ source, first, after }) => sources[source]?.slice(first, after) ?? [],
      );
      const { first, members } = joinedFirsts(sources.map(firstsOf), stretches);
      expect(first).toEqual(firstsOf(expected));
      const values = sources.map((lists) => Uint32Array.from(lists.flat()));
      const all = expected.flat();
      expect(lengthOf(members)).toBe(all.length);
      expect([...joinedValues(values, members)]).toEqual(all);
      const numbers = joinedNumbers(values, members);
      const bytes = joinedBytes(
        values.map((list) => Uint8Array.from(list)),
        members,
      );
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      for (const column of [numbers, bytes]) {
        expect(column.length).toBe(all.length);
        expect([...column.subarray(from, to)]).toEqual(all.slice(from, to));
        expect([...column.subarray(0, column.length)]).toEqual(all);
      }
    }),
  );
});

test('entries in order are as few stretches as they make', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ source: fc.nat(2), number: fc.nat(4) })), (entries) => {
      const stretches = stretchesAt(entries);
      expect(
        stretches.flatMap(({ source, first, after }) =>
          Array.from({ length: after - first }, (_, at) => ({ source, number: first + at })),
        ),
      ).toEqual(entries);
      for (const [at, { source, first }] of stretches.entries()) {
        const before = stretches[at - 1];
        expect(before?.source === source && before.after === first).toBe(false);
      }
    }),
  );
});
