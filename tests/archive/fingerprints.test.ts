import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differing, fingerprintsOf } from '../../src/archive/fingerprints.js';

const set = fc.dictionary(fc.string(), fc.string()).map((contents) => Object.entries(contents));
const versions = (entries: readonly [string, string][]) => ({
  references: entries.map(([id]) => ({ id })),
  hashes: entries.map(([, hash]) => hash),
});

test('what differs is every article that was not there, or had other contents', () => {
  fc.assert(
    fc.property(set, set, (before, now) => {
      const old = new Map(before);
      const expected = [...now.keys()].filter((at) => old.get(now[at]?.[0] ?? '') !== now[at]?.[1]);
      const [ours, theirs] = [fingerprintsOf(versions(now)), fingerprintsOf(versions(before))];
      expect(differing(ours, theirs)).toEqual(expected);
    }),
  );
});

test('bytes that nobody gave make everything new, and throw nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(differing(fingerprintsOf(versions([['a', 'b']])), bytes)).toEqual([0]);
    }),
  );
});
