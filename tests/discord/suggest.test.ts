import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choices } from '../../src/discord/suggest.js';
import { anyText } from './made-up.js';

describe('choices', () => {
  test('are at most 25, each once, of 1 to 100 characters, whatever they are made of', () => {
    const found = fc.array(fc.record({ name: anyText(200), value: anyText(200) }), { maxLength: 60 });
    fc.assert(
      fc.property(found, (list) => {
        const offered = choices(list);
        expect(offered.length).toBeLessThanOrEqual(25);
        expect(new Set(offered.map(({ value }) => value)).size).toBe(offered.length);
        for (const { name, value } of offered) {
          for (const text of [name, value]) {
            expect(text.length).toBeGreaterThan(0);
            expect(text.length).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });

  test('with a long name are cut and marked, and never halve a character', () => {
    const [choice] = choices([{ name: '😀'.repeat(80), value: 'v' }]);
    expect(choice?.name).toBe(`${'😀'.repeat(49)}…`);
  });
});
