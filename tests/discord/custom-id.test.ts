import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  personDigest,
  quotationDigest,
  readCustomId,
  snapshotDigest,
  writeCustomId,
} from '../../src/discord/custom-id.js';

describe('a page button’s custom id', () => {
  const states = fc.record({
    command: fc.stringMatching(/^[a-z]{1,32}$/),
    at: fc.nat(999_999),
    owner: fc.bigInt(1n, 2n ** 64n - 1n).map(String),
    private: fc.boolean(),
    snapshot: fc.string().map(snapshotDigest),
    choice: fc.option(fc.string().map(personDigest)),
    item: fc.option(fc.tuple(fc.string(), fc.string()).map(([id, words]) => quotationDigest(id, words))),
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
