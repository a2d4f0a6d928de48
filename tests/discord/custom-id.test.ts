import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  personDigest,
  readCustomId,
  readPlace,
  snapshotDigest,
  writeCustomId,
  writePlace,
} from '../../src/discord/custom-id.js';

describe('a page button’s custom id', () => {
  const places = fc.record({
    digest: fc.stringMatching(/^[\w-]{8}$/),
    start: fc.nat(36 ** 5 - 1),
    length: fc.integer({ min: 1, max: 36 ** 5 - 1 }),
  });
  const states = fc.record({
    command: fc.stringMatching(/^[a-z]{1,16}$/),
    at: fc.nat(9_999_999),
    owner: fc.bigInt(1n, 2n ** 64n - 1n).map(String),
    private: fc.boolean(),
    snapshot: fc.string().map(snapshotDigest),
    choice: fc.option(fc.oneof(fc.string().map(personDigest), fc.stringMatching(/^[0-9a-f]{16}$/))),
    item: fc.option(places.map(writePlace)),
  });

  test('gives its state back and is at most 100 characters long', () => {
    fc.assert(
      fc.property(states, (state) => {
        const customId = writeCustomId(state);
        expect(customId.length).toBeLessThanOrEqual(100);
        expect(readCustomId(customId)).toEqual(state);
      }),
    );
  });

  test('keeps a place in an article', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
    for (const other of ['', 'abcdefgh', 'abcdefgh0000', 'abcdefgh00000123456'])
      expect(readPlace(other)).toBeNull();
  });

  test.each([
    '',
    'ask',
    'p0.ask.0.1.o.aaaaaaaaaaaa',
    'p1.ask.-1.1.o.aaaaaaaaaaaa',
    'p1.ask.0.1.o.short',
    'p1.ASK.0.1.o.aaaaaaaaaaaa',
  ])('of another form (%j) is nobody’s', (customId) => expect(readCustomId(customId)).toBeNull());

  test('is not thrown off by anything', () => {
    fc.assert(
      fc.property(fc.string(), (customId) => {
        expect(readCustomId(customId)).toBeNull();
      }),
    );
  });
});
