import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleOf } from '../../src/search/passage-table.js';

test('whatever articles have how many passages, also none, each passage is of the article that has it, and others are of none', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4)), (counts) => {
      const owners = counts.flatMap((count, article) => new Array<number>(count).fill(article));
      const firstPassage = new Uint32Array(counts.length + 1);
      for (const [article, count] of counts.entries())
        firstPassage[article + 1] = (firstPassage[article] ?? 0) + count;
      expect(owners.map((_, passage) => articleOf({ firstPassage }, passage))).toEqual(owners);
      expect([-1, owners.length].map((passage) => articleOf({ firstPassage }, passage))).toEqual([-1, -1]);
    }),
  );
});
