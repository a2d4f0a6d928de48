import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allShards, inProcesses, readShards, type Shards, shardIds, shardsText } from '../src/shards.js';

const anyShards = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.nat(199), fc.nat(199))
  .map(([of, one, other]): Shards => {
    const [first, last] = [one % of, other % of].toSorted((a, b) => a - b);
    return { first: first ?? 0, last: last ?? 0, of };
  });

test('what is written of connections is read again', () => {
  fc.assert(
    fc.property(anyShards, (shards) => {
      expect(readShards(shardsText(shards))).toEqual(shards);
    }),
  );
});

test('processes have every connection once, at most five each, and one more than another at most', () => {
  fc.assert(
    fc.property(anyShards, (shards) => {
      const parts = inProcesses(shards);
      expect(parts.flatMap(shardIds)).toEqual(shardIds(shards));
      const sizes = parts.map((part) => shardIds(part).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(5);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('up to five connections need one process, ten thousand servers two', () => {
  expect(inProcesses(allShards(5))).toHaveLength(1);
  expect(inProcesses(allShards(10)).map(shardsText)).toEqual(['0-4/10', '5-9/10']);
});
