import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintsOf, newSince } from '../../src/archive/fingerprints.js';

const set = fc.dictionary(fc.string(), fc.string()).map((contents) => new Map(Object.entries(contents)));

test('what is new since is every article that was not there, or had other contents', () => {
  fc.assert(
    fc.property(set, set, (before, now) => {
      const expected = [...now].filter(([id, hash]) => before.get(id) !== hash).map(([id]) => id);
      expect(newSince(fingerprintsOf(before), now)).toEqual(expected);
    }),
  );
});

test('bytes that nobody gave make everything new, and throw nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(newSince(bytes, new Map([['a', 'b']]))).toEqual(['a']);
    }),
  );
});
