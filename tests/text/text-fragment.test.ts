import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textFragment, toPassage } from '../../src/text/text-fragment.js';

const LONG =
  'The ferry to Wickhollow will not sail this winter, the council said on Monday. It will be mended in the yard at Lind, and sail again by the end of May.';

describe('a text fragment', () => {
  test('names a few words whole, from the first letter to the last', () => {
    expect(textFragment('“We will mend it,”')).toBe('text=We%20will%20mend%20it');
  });

  test('names the first and the last words of many', () => {
    expect(textFragment(LONG)).toBe(
      'text=The%20ferry%20to%20Wickhollow%20will%20not,again%20by%20the%20end%20of%20May',
    );
  });

  test('encodes what means something in it', () => {
    expect(textFragment('half-mended, red & green')).toBe('text=half%2Dmended%2C%20red%20%26%20green');
    expect(textFragment('café (été) 日本')).toBe('text=caf%C3%A9%20%28%C3%A9t%C3%A9%29%20%E6%97%A5%E6%9C%AC');
  });

  test('stays inside one paragraph at either end', () => {
    expect(textFragment('One two.\n\nThree four five.')).toBe('text=One%20two,Three%20four%20five');
  });

  test('does not reach over words that were lost', () => {
    const words = 'See the report of the council, which says more.';
    expect(textFragment(words, [14])).toBe(
      'text=See%20the%20report,of%20the%20council%2C%20which%20says%20more',
    );
    expect(textFragment('See here', [3])).toBe('text=See,here');
  });

  test('is left out where there is nothing to find', () => {
    expect(textFragment('…')).toBeNull();
    expect(textFragment('')).toBeNull();
    expect(textFragment('x'.repeat(500))).toBeNull();
  });
});

describe('an address to a passage', () => {
  test('gets the directive after its own fragment, or a fragment of its own', () => {
    expect(toPassage('https://post.example/a', 'We mend it')).toBe(
      'https://post.example/a#:~:text=We%20mend%20it',
    );
    expect(toPassage('https://post.example/a#b', 'We mend it')).toBe(
      'https://post.example/a#b:~:text=We%20mend%20it',
    );
  });

  test('keeps the directive that it has', () => {
    const url = 'https://post.example/a#:~:text=other';
    expect(toPassage(url, 'We mend it')).toBe(url);
  });

  test('for any words is short, a url, and holds nothing that could end a link', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 700 }),
        fc.array(fc.integer({ min: -5, max: 800 }), { maxLength: 4 }),
        (words, gaps) => {
          const added = toPassage('https://post.example/a', words, gaps).slice(
            'https://post.example/a'.length,
          );
          expect(added).toMatch(
            /^(?:#:~:text=(?:[0-9A-Za-z]|%[0-9A-F]{2})+(?:,(?:[0-9A-Za-z]|%[0-9A-F]{2})+)?)?$/,
          );
          expect(added.length).toBeLessThanOrEqual(220);
        },
      ),
    );
  });

  test('for any prose its ends are words of it, in order, each on one line', () => {
    const prose = fc
      .array(fc.constantFrom('the', 'boat', 'mended,', 'half-way', '“We', 'go”', 'été', '\n\n', '—'), {
        maxLength: 60,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(prose, (words) => {
        const fragment = textFragment(words);
        if (fragment === null) return;
        const [start = '', end] = fragment.slice('text='.length).split(',').map(decodeURIComponent);
        const at = words.indexOf(start);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(start + (end ?? '')).not.toContain('\n');
        if (end !== undefined) expect(words.indexOf(end, at + start.length)).toBeGreaterThan(0);
      }),
    );
  });
});
