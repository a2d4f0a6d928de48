import { describe, expect, it } from 'vitest';
import { BRITISH } from './british.js';
import { MORE } from './more.js';
import { compare } from './read-marked-up.js';
import { WORLD } from './world.js';

describe('articles in the manner of many outlets', () => {
  for (const [manner, article] of Object.entries({ ...BRITISH, ...WORLD, ...MORE }))
    it(`names the speakers of ${manner}`, () => {
      const compared = compare(article);
      expect(compared.map(({ words, found }) => ({ words, found }))).toEqual(
        compared.map(({ words, expected }) => ({ words, found: expected })),
      );
    });
});
