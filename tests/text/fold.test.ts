import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/text/fold.js';

it('takes away case, accents and the shape of marks', () => {
  expect(fold('Mélanie Straße Łódź')).toBe('melanie strasse lodz');
  expect(fold('“It’s” — ‘so’')).toBe("\"it's\" - 'so'");
  expect(fold('`x')).toBe("'x");
});

it('leaves other alphabets readable', () => {
  expect(fold('Київ 北京')).toBe('киів 北京');
});

it('folding twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
});
